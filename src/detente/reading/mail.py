"""Mails saved as .eml: newsletters, alerts, statements sent to the press."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr
from pathlib import Path

from detente.errors import EmptyInput, MalformedInput
from detente.reading.article import Draft
from detente.reading.decoding import decode
from detente.reading.houses import is_house, is_letter, shared_name, spell_domain
from detente.reading.options import ReadOptions
from detente.reading.outlets import name_outlet, outlet_of_url
from detente.reading.person_names import is_name
from detente.reading.plain_text import read_bytes
from detente.reading.published import find_dates, to_date
from detente.reading.web_page import block_text, draft_page

_log = logging.getLogger(__name__)
_PREFIX = re.compile(r"^(?:(?:re|fwd?|fw|tr|aw|wg)\s*:\s*)+", re.IGNORECASE)
# Hosts that carry anybody's mail, and say nothing of who publishes.
_CARRIERS = re.compile(
    r"(?:^|\.)(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|proton(?:mail)?|gmx|aol|mail|qq|163|126|naver|daum"
    r"|yandex|substack|mailchimp(?:app)?|mcsv|sendgrid|beehiiv|ghost|mailgun|amazonses|googlegroups|groups)\.",
)


def read_mail_drafts(path: Path, options: ReadOptions) -> Iterator[Draft]:
    """Read a mail: its subject is the title, its sender the author or the outlet.

    Raises:
        MalformedInput: the file has no mail headers.
        EmptyInput: the mail has no text.
    """
    source = str(path)
    message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(read_bytes(path, options))
    if not any(name in message for name in ("From", "Subject", "Date", "Received")):
        raise MalformedInput(source, "no mail headers in it (From, Subject, Date)")
    attachments = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
    if attachments:
        _log.info("%s: %d attachments not read", source, attachments)
    text, captions = _body(message, source)
    person, outlet = _sender(message, text)
    yield Draft(
        source,
        text,
        title=_PREFIX.sub("", _header(message, "Subject")) or None,
        authors=(person,) if person else (),
        outlet=outlet,
        published=_date(message),
        captions=captions,
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except (ValueError, IndexError, MessageError):  # the parser trips on some broken headers
        return ""


def _body(message: EmailMessage, source: str) -> tuple[str, tuple[str, ...]]:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise EmptyInput(source, "the mail has no text, only attachments")
    text = _content(part, source)
    if not text.strip() and part.get_content_type() == "text/plain":
        part = message.get_body(preferencelist=("html",)) or part
        text = _content(part, source)
    if part.get_content_type() != "text/html":
        return text, ()
    try:
        draft = draft_page(text, source)
    except EmptyInput:
        return block_text(text), ()
    whole = block_text(text)  # a mail is its article: extraction that takes away most of it took too much
    return (draft.text if len(draft.text) > 0.4 * len(whole) else whole), draft.captions


def _content(part: MIMEPart, source: str) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):
        payload = part.get_payload(decode=True)
        return decode(payload, source) if isinstance(payload, bytes) and payload else ""


def _sender(message: EmailMessage, text: str) -> tuple[str | None, str | None]:
    """The writer and the outlet that a From header names; a desk or a newsletter is neither."""
    name, address = parseaddr(_header(message, "From"))
    name = " ".join(name.split())
    domain = address.rpartition("@")[2].casefold()
    outlet = name_outlet(name) or outlet_of_url(f"mail://{domain}")
    if outlet is None and _CARRIERS.search(domain) is None:
        outlet = spell_domain(domain, f"{name}\n{text}")
    if is_name(name) and not is_house(name) and not (outlet and shared_name(name, outlet)):
        return name, outlet
    if outlet or not name or is_letter(name):
        return None, outlet or (domain if domain and _CARRIERS.search(domain) is None else None)
    return None, name


def _date(message: EmailMessage) -> dt.date | None:
    days = find_dates(_header(message, "Date"))
    return to_date(days[0]) if days else None
