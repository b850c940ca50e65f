"""Every code of PLOVER has its words."""

import pytest

from detente.briefs.phrases import join, phrase, phrases, say
from detente.errors import KnowledgeError
from detente.knowledge import plover
from detente.records import ContactKind

CODES = {(root.name, mode) for root in plover.roots().values() for mode in (None, *root.modes)}


def test_every_code_has_words_and_every_word_a_code():
    assert {(root, mode) for root, mode, contact in phrases() if contact is None} == CODES


def test_contacts_are_of_known_kinds():
    assert {contact for *_, contact in phrases() if contact} <= set(ContactKind)


@pytest.mark.parametrize("key", phrases(), ids=str)
def test_words_name_the_recipient_once_or_not_at_all(key):
    words = phrases()[key]
    assert words.one.count("{}") == words.many.count("{}") == 1
    assert "{}" not in words.together


@pytest.mark.parametrize(
    ("actors", "recipients", "code", "contact", "said"),
    [
        ("China", "Japan", "SANCTION", None, "China imposes restrictions on Japan"),
        ("China, Russia", "Japan", "SANCTION", None, "China and Russia impose restrictions on Japan"),
        ("China, Japan", "", "AGREE", None, "China and Japan agree"),
        ("China, Japan, South Korea", "", "CONSULT", "summit", "China, Japan and South Korea hold a summit"),
        ("Xi", "Japan", "CONSULT visit", "visit", "Xi visits Japan"),
        ("Japan", "China", "REQUEST assist", None, "Japan asks China for help"),
        ("Japan", "China", "REJECT meet", "meeting", "Japan refuses or calls off a meeting with China"),
        ("Japan", "the {} club", "ACCUSE", None, "Japan accuses the {} club"),
    ],
)
def test_sentences(actors, recipients, code, contact, said):
    root, _, mode = code.partition(" ")
    words = phrase(root, mode or None, ContactKind(contact) if contact else None)
    assert say(actors.split(", "), recipients.split(", ") if recipients else [], words) == said


@pytest.mark.parametrize(("root", "mode"), [("HUG", None), ("CONSULT", "hug")])
def test_a_code_that_is_none(root, mode):
    with pytest.raises(KnowledgeError, match="no words"):
        phrase(root, mode)


def test_join():
    assert [join([]), join(["a"]), join(["a", "b"]), join(["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
