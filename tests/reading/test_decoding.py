"""Short news texts in the encodings that they were saved in."""

# ruff: noqa: E501  (pages and tables read better unwrapped)

import pytest

from detente.errors import UnreadableInput
from detente.reading.decoding import decode

CHINESE = "挪威外交部发言人周二在例行记者会上表示，双方将就渔业问题继续举行会谈，并希望两国关系尽快恢复正常。"
TAIWAN = "外交部發言人週二在例行記者會上表示，雙方將就漁業問題繼續舉行會談，並希望兩國關係儘快恢復正常。"
JAPANESE = (
    "外務省の報道官は火曜日の記者会見で、両国は漁業問題について協議を続けると述べた。関係の早期改善に期待を示した。"
)
KOREAN = "외교부 대변인은 화요일 정례 브리핑에서 양국이 어업 문제에 대해 계속 협의할 것이라고 밝혔다. 관계 개선을 기대한다고 말했다."
FRENCH = "Le porte-parole du ministère a déclaré mardi que les deux pays poursuivraient leurs négociations à l’été, malgré la crise."
ENGLISH = "“We hope the talks – the first in two years – lead to results,” the spokesman said. The café was closed."
GERMAN = (
    "Der Außenminister erklärte, die Gespräche über die Fangquoten würden fortgeführt. Beide Länder äußerten Hoffnung."
)
RUSSIAN = (
    "Представитель министерства иностранных дел заявил во вторник, что стороны продолжат переговоры по рыболовству."
)
ARABIC = "قال المتحدث باسم وزارة الخارجية يوم الثلاثاء إن الجانبين سيواصلان المحادثات"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        (CHINESE, "gbk"),
        (TAIWAN, "big5"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "cp949"),
        (KOREAN, "euc_kr"),
        (FRENCH, "cp1252"),
        (ENGLISH, "cp1252"),
        (GERMAN, "latin-1"),
        (RUSSIAN, "cp1251"),
        (CHINESE, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (JAPANESE, "utf-16"),
        (ENGLISH, "utf-16"),
        (ARABIC, "utf-8"),
    ],
)
@pytest.mark.parametrize("times", [1, 3])
def test_news_in_legacy_encodings(text: str, encoding: str, times: int) -> None:
    long = "\n".join([text] * times)
    assert decode(long.encode(encoding), "a.txt") == long


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Norland (挪威) and Sudania met: " + CHINESE, "gb18030"),
        ("OSLO (共同) " + JAPANESE, "cp932"),
    ],
)
def test_mixed_with_english(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"PK\x03\x04rest",
        b"text\x00\x01\x02 with zeros" * 20,
        bytes(range(1, 32)) * 40,
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="binary data, not text"):
        decode(data, "a.txt")


def test_a_false_byte_order_mark_is_told() -> None:
    with pytest.raises(UnreadableInput, match="utf-8"):
        decode(b"\xef\xbb\xbf\xff\xfe\xfa", "a.txt")
