"""Photo captions, told by their credits."""

from __future__ import annotations

import re

MAX_CHARS = 600

_AGENCIES = (
    r"(?-i:\b(?:Reuters|REUTERS|AP|AFP|Xinhua|VCG|CFP|EPA(?:-EFE)?|EPA-Yonhap|Kyodo|KYODO|Jiji|JIJI|Yonhap"
    r"|YONHAP"
    r"|NEWSIS|News1|Getty(?: Images)?|GETTY IMAGES"
    r"|iStock|Shutterstock|Bloomberg|BLOOMBERG|Pool|POOL|TASS|Sputnik|DPA|dpa|ANI|PTI|Antara|ANTARA|Bernama"
    r"|Unsplash|Flickr"
    r"|Wikimedia(?: Commons)?|Alamy|Imago|IC|China Daily|Global Times|CGTN|Courtesy|COURTESY|Anadolu(?: "
    r"Agency)?|KCNA|CNA|ST FILE|SCMP|Handout|HANDOUT"
    r"|Asahi Shimbun|Nikkei|Sipa|Zuma|NurPhoto|Yomiuri|Mainichi|Associated Press|AAP|CNS|chinadaily\.com\.cn"
    r"|File|FILE|AFP-JIJI|EPA-JIJI)\b)"
)
_PICTURE = (
    r"(?:photo|image|picture|photograph|illustration|cartoon|graphic|screenshot|screengrab|infographic|chart"
    r"|map)"
)
_KIND = r"(?:undated|recent|file|combination|handout|aerial|pool|composite|screen|video|satellite|archive|stock|frame)"
_LABEL = re.compile(
    rf"\[?(?:{_KIND} |representative |main |cover |featured? |title |header )?{_PICTURE}s?"
    r"(?: (?:credit|by|courtesy(?: of)?|source|caption|illustration))?\s*[:：/|]\s?.{2,}"
    rf"|\[?(?:{_KIND} )?{_PICTURE}s? (?:by|courtesy|credit)\b"
    rf"|(?:in )?this (?:{_KIND} )*{_PICTURE}\b.{{0,80}}(?:\b(?:shows?|shown|taken|made|provided|released"
    rf"|seen)\b|,)"
    rf"|in an? (?:{_KIND} )*{_PICTURE}\b.{{0,40}}\b(?:taken|provided|released)\b"
    rf"|(?:an? )?(?:{_KIND} )?{_PICTURE} taken (?:on|in)\b.{{0,60}}\bshows?\b"
    rf"|(?:a |the )?(?:file|stock|pool|handout|archive) {_PICTURE}\b"
    r"|(?:photo |image )?credits?\s?[:：]\s?.{2,60}$|(?:©|\(c\)) ?" + _AGENCIES + r".{0,40}$"
    r"|(?-i:FILE) ?(?:PHOTO|-|–|—|:)",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    r"(?:[(\[（【](?:(?:file |stock |pool )?(?:photo|image|picture|photograph|illustration|graphic)s?\b"
    r"|source:|courtesy|via |by )[^()\[\]]{0,80}[)\]）】]"
    r"|[(\[][^()\[\]]{0,60}(?:photo|image|picture|photograph|file)s?[)\]]"
    r"|[(\[（](?:File: ?)?[^()\[\]]{0,50}" + _AGENCIES + r"(?:[ /,][^()\[\]]{0,40})?[)\]）]"
    r"|\s[|/•·©]\s?(?:[^|/]{0,40}[/,] ?)?" + _AGENCIES + r"(?:[-/ ][A-Za-z ]{0,30})?"
    r"|(?:^|[\s.])" + _AGENCIES + r"/[A-Z][\w.' -]{2,40}|(?:AP|AFP|VCG|REUTERS|Reuters) Photo|Photo ?[:：/] "
    r"?[^.]{2,50}"
    r"|PHOTOS?: [A-Z][^.]{1,50}"
    r"|(?:—|–|--) ?(?:" + _AGENCIES + r"|Photo by [^.]{2,40})|/" + _AGENCIES + r"(?: ?(?:Photo|via .{2,30}))?"
    r"|(?:Getty Images|via REUTERS|via Getty|via AP|via AFP))\W*$",
    re.IGNORECASE,
)
_TRAILER = re.compile(
    r"\.?,? ?(?:(?:purchase )?licensing rights|opens new tab|enlarge(?: image)?|buy photo|[, ])+$",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"[.!?][\"”]? [A-Z\"“]")
_HANDED = re.compile(r"[(\[](?:Reuters|AP|AFP|Xinhua|Yonhap|Kyodo|TASS|CNA|ANI|PTI)[)\]]\W*$")


def is_caption(line: str) -> bool:
    """Whether a line is the caption of a picture, or its credit.

    Args:
        line: one line of a page.

    Returns:
        True where it begins as a caption does ("Photo:", "File photo of") or ends in a picture credit
        ("[Photo/Xinhua]", "| REUTERS", "(Photo by A. Name)").
    """
    line = _TRAILER.sub("", line)
    if len(line) > MAX_CHARS:
        return False
    if _LABEL.match(line):
        return True
    # A bare agency in brackets ends captions and whole stories alike: a story is several sentences.
    credit = _CREDIT_END.search(line)
    return credit is not None and not (_HANDED.search(line) and _TWO_SENTENCES.search(line))


def is_signed(line: str) -> bool:
    """Whether a line ends in an agency's name in brackets, as captions do, and the last lines of stories."""
    return _HANDED.search(line) is not None
