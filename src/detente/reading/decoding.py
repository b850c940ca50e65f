"""Bytes -> text, in whatever encoding an article was saved."""

from __future__ import annotations

import codecs
import re

from detente.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z\xbc\xaf",
    b"SQLite format 3",
)
_EAST_ASIAN = ("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr")
_SAMPLE = 64_000


def decode(data: bytes, source: str) -> str:
    """Decode the bytes of a text file.

    A byte-order mark decides, then strict UTF-8; else the legacy East Asian encodings are weighed by
    how common their characters are, and the rest is left to charset-normalizer.

    Args:
        data: content of the file.
        source: its name, for the message.

    Returns:
        The text, without its byte-order mark.

    Raises:
        UnreadableInput: binary data, or no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding, source)
    if is_binary(data):
        raise UnreadableInput(source, "binary data, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        guessed = guess_encoding(data)
    if guessed is None:
        raise UnreadableInput(source, "text in an encoding that can't be told: save it as UTF-8")
    return _decode_as(data, guessed, source)


def _decode_as(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInput(source, f"not {encoding} text as it claims to be: {error.reason}") from error


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: a known file type, or control characters throughout."""
    head = data[:_SAMPLE]
    if head.startswith(_MAGIC):
        return True
    control = sum(head.count(bytes([code])) for code in (*range(9), *range(14, 27), 28, 29, 30, 31, 127))
    return b"\x00" in head or control > 0.02 * len(head)


def guess_encoding(data: bytes) -> str | None:
    """Guess the encoding of text that is not UTF-8.

    Args:
        data: bytes of a text.

    Returns:
        A Python codec name, or none.
    """
    scores = {encoding: score for encoding in _EAST_ASIAN if (score := _score(data, encoding)) > 0}
    if scores:
        best = max(scores, key=lambda encoding: scores[encoding])
        if scores[best] >= 0.5:
            return {"shift_jis": "cp932", "euc_kr": "cp949"}.get(best, best)
    if _is_western(data):
        return "cp1252"
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_SAMPLE]).best()
    return match.encoding if match else None


def _score(data: bytes, encoding: str) -> float:
    """Share of everyday characters of the encoding's language among those beyond ASCII; 0 if it can't be."""
    codec = {"shift_jis": "cp932", "euc_kr": "cp949"}.get(encoding, encoding)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return 0.0
    beyond = [c for c in text if c > "\x7f"]
    if len(beyond) < 8:
        return 0.0
    return sum(_everyday(c, encoding) for c in beyond) / len(beyond)


_PUNCTUATION = frozenset("，。、；：？！“”‘’「」『』（）《》〈〉—…·　・－％ー")
# The characters that a page of Chinese or Japanese news can't do without.
_CHINESE = frozenset(
    "的一是在不了有和人这这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "先回则任取据处理世界东京首脑访华北美日本俄罗斯外交部长总统总理会谈关系合作安全问题表示认为双方中方"
    "為個國這時來們對會發動過說產種後與學經進著電裡現實體機當點從業應開還間樣關線內數氣條沒結問無係軍總統題黨員長訪華東臺灣雙談關係認為亞"
)
_RANGES = {
    "shift_jis": (("\u3040", "\u30ff"),),
    "euc_jp": (("\u3040", "\u30ff"),),
    "euc_kr": (("\uac00", "\ud7a3"),),
}
_WEIGHT = {"shift_jis": 2.0, "euc_jp": 2.0, "gb18030": 2.2, "big5": 2.2, "euc_kr": 1.1}


def _everyday(char: str, encoding: str) -> float:
    if char in _PUNCTUATION:
        return 1.0
    ranges = _RANGES.get(encoding)
    common = any(low <= char <= high for low, high in ranges) if ranges else char in _CHINESE
    if encoding == "euc_kr" and common:
        return 1.1 if _is_common_hangul(char) else 0.6
    if common:
        return _WEIGHT[encoding]
    return 0.0


def _is_common_hangul(char: str) -> bool:
    """Syllables without a cluster of finals: those of the KS X 1001 table, nearly all of a news text."""
    try:
        return len(char.encode("euc_kr")) == 2
    except UnicodeEncodeError:
        return False


_WESTERN = re.compile(
    rb"[\x91-\x97\x85\xa0\xa3\xa9\xab\xae\xb0\xb4\xb7\xbb\xbf\xc0-\xff\x80\x82\x84\x88-\x8c\x99-\x9c]"
)


def _is_western(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are few and such as Western European text has."""
    beyond = [byte for byte in data if byte > 127]
    if not beyond or len(beyond) > 0.15 * len(data):
        return False
    return sum(_WESTERN.fullmatch(bytes([byte])) is not None for byte in beyond) >= 0.98 * len(beyond)
