"""Photo captions, told by their credits."""

from __future__ import annotations

import re

MAX_CHARS = 600

_AGENCIES = (
    r"(?:Reuters|REUTERS|AP|AFP|Xinhua|VCG|CFP|EPA(?:-EFE)?|EPA-Yonhap|Kyodo|KYODO|Jiji|JIJI|Yonhap|YONHAP"
    r"|NEWSIS|News1|Getty(?: Images)?|GETTY IMAGES"
    r"|iStock|Shutterstock|Bloomberg|BLOOMBERG|Pool|POOL|TASS|Sputnik|DPA|dpa|ANI|PTI|Antara|ANTARA|Bernama"
    r"|Unsplash|Flickr"
    r"|Wikimedia(?: Commons)?|Alamy|Imago|IC|China Daily|Global Times|CGTN|Courtesy|COURTESY|Anadolu(?: "
    r"Agency)?|KCNA|CNA|ST FILE|SCMP|Handout|HANDOUT"
    r"|Asahi Shimbun|Nikkei|Sipa|Zuma|NurPhoto|Yomiuri|Mainichi|Associated Press|AAP|CNS|chinadaily\.com\.cn"
    r"|File|FILE|AFP-JIJI|EPA-JIJI)"
)
_LABEL = re.compile(
    r"(?:\[?(?:file |stock |pool |handout |archive |representative |main |cover |featured |feature |title "
    r"|header )?"
    r"(?:photo|image|picture|photograph|illustration|cartoon|graphic|screenshot|photo illustration|caption"
    r"|infographic|chart|map)s?"
    r"(?: (?:credit|by|courtesy(?: of)?|from|shows|source|taken|caption|illustration))?\s*[:：/|]\s?.{2,})"
    r"|(?:in )?(?:this|a|an|the) (?:undated |recent |file |combination |handout |aerial |pool |composite "
    r"|screen|video |satellite )*"
    r"(?:photo|image|picture|photograph|screengrab|illustration|grab|combo)\b.{0,80}\b(?:shows?|shown|taken"
    r"|provided|released|seen|,)"
    r"|(?:file|stock|pool|handout) (?:photo|image|picture)\b|(?:photo|image|picture|illustration|graphic"
    r"|cartoon)s? (?:by|courtesy|credit|from|taken|:)\b"
    r"|(?:credit|photo credit|image credit)s?\s?[:：]\s?.{2,60}$|(?:©|\(c\)) ?" + _AGENCIES + r".{0,40}$"
    r"|FILE ?(?:PHOTO|-|–|—|:)",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    r"(?:[(\[（【](?:(?:file |stock |pool )?(?:photo|image|picture|photograph|illustration|graphic)s?\b"
    r"|source:|courtesy|via |by )[^()\[\]]{0,80}[)\]）】]"
    r"|[(\[][^()\[\]]{0,60}(?:photo|image|picture|photograph|file)s?[)\]]"
    r"|[(\[（](?:File: ?)?[^()\[\]]{0,50}" + _AGENCIES + r"(?:[ /,][^()\[\]]{0,40})?[)\]）]"
    r"|\s[|/•·©]\s?(?:[^|/]{0,40}[/,] ?)?" + _AGENCIES + r"(?:[-/ ][A-Za-z ]{0,30})?"
    r"|(?:^|[\s.])"
    + _AGENCIES
    + r"/[A-Z][\w.' -]{2,40}|(?:AP|AFP|VCG|REUTERS|Reuters) Photo|Photo ?[:：/] ?[^.]{2,50}"
    r"|PHOTOS?: [A-Z][^.]{1,50}"
    r"|(?:—|–|--) ?(?:" + _AGENCIES + r"|Photo by [^.]{2,40})|/" + _AGENCIES + r"(?: ?(?:Photo|via .{2,30}))?"
    r"|(?:Getty Images|via REUTERS|via Getty|via AP|via AFP))\W*$",
    re.IGNORECASE,
)
_TRAILER = re.compile(
    r"\.?,? ?(?:(?:purchase )?licensing rights|opens new tab|enlarge(?: image)?|buy photo|[, ])+$",
    re.IGNORECASE,
)
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
    return credit is not None and not (_HANDED.search(line) and line.count(". ") > 0)
