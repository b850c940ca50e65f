"""Numbers as English news writes them: "1,200", "2.5 million", "thirty-two", "a hundred and five", "$10bn"."""

from __future__ import annotations

import re
from decimal import Decimal

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12, "trn": 10**12}
_DOZEN = {"dozen": 12, "hundred": 100, **_SCALES}

_ONE = "|".join((*_SMALL, *_TENS))
_LARGE = "|".join(_DOZEN)
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
#: a number in figures, with a scale in words or letters
FIGURE = rf"{DIGITS}(?:[ -](?:hundred|thousand|million|billion|trillion)\b|(?:bn|mn|tn|trn|[kmb])\b)?"
#: a number in words
SPELLED = rf"\b(?:(?:{_ONE})|half an? (?:{_LARGE})|an? (?:{_LARGE}))(?:[ -](?:and )?(?:{_ONE}|{_LARGE}))*\b(?<!\band)"
NUMBER = rf"(?:{FIGURE}|{SPELLED})"

_FIGURE = re.compile(rf"({DIGITS})[ -]?([a-z]+)?", re.IGNORECASE)


def read_number(text: str) -> float | None:
    """The number that some words are.

    Args:
        text: nothing but a number: "1,200", "2.5 million", "10bn", "three hundred and five", "half a million".

    Returns:
        Its value; None where the words are no number, or two ("five six").
    """
    words = text.strip().lower()
    figure = _FIGURE.fullmatch(words)
    if figure is not None:
        scale = 1 if figure[2] is None else {**_SHORT, **_DOZEN}.get(figure[2])
        return None if scale is None else float(Decimal(figure[1].replace(",", "")) * scale)
    half = re.fullmatch(r"half an? (\w+)", words)
    if half is not None:
        return _DOZEN[half[1]] / 2 if half[1] in _DOZEN else None
    return _spelled([word for word in re.split(r"[ -]+", words) if word != "and"])


def _spelled(words: list[str]) -> float | None:
    if words and words[0] in ("a", "an"):
        words = ["one", *words[1:]] if len(words) > 1 and words[1] in _DOZEN else []
    if not words:
        return None
    total, group, last = 0, 0, 10**15
    for word in words:
        if word in _SCALES:
            if _SCALES[word] >= last:
                return None
            total, group, last = total + (group or 1) * _SCALES[word], 0, _SCALES[word]
            continue
        added = _in_group(group, word)
        if added is None:
            return None
        group = added
    return float(total + group)


def _in_group(group: int, word: str) -> int | None:
    """A number below a thousand with a word more; None where the word can't follow."""
    rest = group % 100
    if word == "hundred":
        return (group or 1) * 100 if group < 10 else None
    if word == "dozen":
        return (group or 1) * 12 if group < 10 else None
    if word in _TENS:
        return group + _TENS[word] if rest == 0 else None
    small = _SMALL.get(word)
    if small is None or (small == 0 and group) or not (rest == 0 or (rest >= 20 and rest % 10 == 0 and 0 < small < 10)):
        return None
    return group + small
