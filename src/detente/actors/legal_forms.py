"""The legal form behind a company's name, which belongs to it: "Corp.", "Co., Ltd."."""

from __future__ import annotations

from detente.actors.tokens import Tokens
from detente.actors.words import words_of

_FORMS = words_of("inc corp corporation co company ltd limited plc ag sa nv se spa llc gmbh berhad bhd holdings group")


def end_of_company(tokens: Tokens, j: int) -> int:
    """The token after the legal form of a company.

    Args:
        tokens: the words of the text.
        j: the token after the company's name.

    Returns:
        ``j`` itself where no legal form follows. The full stop of an abbreviation counts in, unless it is the
        last mark of the text.
    """
    end = q = _after_stop(tokens, j) if j and tokens.folded[j - 1] in _FORMS else j
    while True:
        if q < len(tokens) and tokens.plain[q] == "," and end > j:
            q += 1
        if not (q < len(tokens) and tokens.folded[q] in _FORMS and tokens.capital(q)):
            return end
        end = q = _after_stop(tokens, q + 1)


def _after_stop(tokens: Tokens, q: int) -> int:
    return q + (q < len(tokens) - 1 and tokens.plain[q] == "." and tokens.tight(q))
