"""A brief to a file: HTML that needs nothing else, or Markdown."""

from __future__ import annotations

import datetime as dt
import re
from importlib import resources
from pathlib import Path

import jinja2
from markupsafe import Markup

from detente.briefs import notes
from detente.briefs.content import Brief
from detente.briefs.gathering import gather
from detente.briefs.wording import count, say_day
from detente.charts import index_chart, to_svg
from detente.errors import DetenteError
from detente.measures import Index
from detente.store import Store

FORMATS = (".html", ".md")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_NARROW, _WIDE = 290, 720  # pixels of a chart


def check_format(path: Path) -> str:
    """The ending of a file that a brief can be written to.

    Raises:
        DetenteError: it is none of ``FORMATS``.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise DetenteError(f"{path}: a brief is written as {' or '.join(FORMATS)}, by the file's ending")
    return suffix


def write_brief(
    store: Store, one: str, other: str, path: Path, since: dt.date | None = None, until: dt.date | None = None
) -> None:
    """Write a brief on a relation.

    Args:
        store: an open record, its occurrences up to date.
        one: code of a party: ISO 3166 alpha-3, or an organisation's acronym.
        other: code of the other one.
        path: the file, ``.html`` or ``.md``.
        since: nothing that ended before this day.
        until: nothing that started after this day.

    Raises:
        DetenteError: the ending is none of these, the record has nothing on the two, or the file can't be written.
    """
    suffix = check_format(path)
    brief = gather(store, (one, other), since, until)
    text = render_html(brief) if suffix == ".html" else render_markdown(brief)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DetenteError(f"can't write {path}: {error.strerror or error}") from error


def render_html(brief: Brief) -> str:
    """A page that stands alone: style and charts inside, no script, nothing fetched."""
    css = resources.files(__package__).joinpath("templates/brief.css").read_text(encoding="utf-8")
    template = _environment(autoescape=True).get_template("brief.html.j2")
    return template.render(
        brief=brief,
        css=Markup(css),
        wide=Markup(_draw(brief, brief.wide, _WIDE, "wide-")),
        narrow=Markup(_draw(brief, brief.narrow, _NARROW, "narrow-")),
    )


def render_markdown(brief: Brief) -> str:
    """Markdown with anchors; the chart as a table."""
    return _environment(autoescape=False).get_template("brief.md.j2").render(brief=brief)


def _draw(brief: Brief, index: Index, width: int, prefix: str) -> str:
    links = {label: f"#{anchor}" for label, anchor in brief.links.items()}
    names = dict(zip(brief.pair, brief.names, strict=True))
    chart = index_chart(index.rows, brief.pair, names, frequency=index.frequency, width=width, links=links, title=False)
    return to_svg(chart, prefix)


def _environment(*, autoescape: bool) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(__package__, "templates"),
        autoescape=autoescape,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "signed": lambda score: f"{score:+g}" if score else "0",
        "day": lambda day: say_day(day) if day else "no date",
        "occurrences": lambda number: count(number, "occurrence"),
        "is_web": lambda url: bool(url) and url.lower().startswith(("http://", "https://")),
        "md": escape_markdown,
        "md_piece": lambda text: _MARKDOWN.sub(r"\\\1", re.sub(r"\s+", " ", text)),
        "index_rows": index_rows,
        **{
            each.__name__: each
            for each in (notes.reading_aid, notes.left_out, notes.backing, notes.cite, notes.window, notes.method)
        },
    }
    return environment


def escape_markdown(text: str) -> str:
    """Text that Markdown shows as it is, in one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def index_rows(index: Index) -> list[tuple[str, list[tuple[float, int] | None]]]:
    """Periods with something on record: each direction's mean and count, None where there is nothing."""
    rows: dict[str, list[tuple[float, int] | None]] = {}
    for row in index.rows.to_dict("records"):
        cell = (float(row["mean"]), int(row["count"])) if row["count"] else None
        rows.setdefault(str(row["period"]), []).append(cell)
    return [(period, cells) for period, cells in rows.items() if any(cells)]
