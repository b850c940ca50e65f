"""Relations between slots become events between actors: dates, parties, speakers, levels, repeats."""

import datetime as dt
import re
from collections import Counter
from dataclasses import replace

import pytest
from build import marked

from detente.coding.blind import BlindSentence
from detente.coding.coder import Relation
from detente.coding.events import build_events, last_sides
from detente.coding.levels import level_in
from detente.dating import Dated, Role, SentenceDates
from detente.records import ContactKind, Document, Event, Level, Modality, Precision, Span, When, WhenFrom

PUBLISHED = dt.date(2024, 7, 30)


def day(text: str) -> When:
    date = dt.date.fromisoformat(text)
    return When(date, date, Precision.DAY, WhenFrom.EXPRESSION, text)


def month(year: int, number: int) -> When:
    end = dt.date(year, number, 28)
    return When(dt.date(year, number, 1), end, Precision.MONTH, WhenFrom.EXPRESSION)


def plain(sentence: BlindSentence, text: str) -> str:
    """The text of a marked sentence without its marks."""
    out, cursor = [], 0
    for slot in sentence.slots:
        start = text.index(f"[{slot.text}:", cursor)
        end = text.index("]", start) + 1
        out += [text[cursor:start], slot.text]
        cursor = end
    return re.sub(r"[{}]", "", "".join([*out, text[cursor:]]))


def build(
    text: str,
    *relations: Relation,
    running: When | None = None,
    points: tuple[When, ...] = (),
    left: Counter[str] | None = None,
    sides: tuple = (),
    published: dt.date | None = PUBLISHED,
    other: When | None = None,
    frames: bool = False,
    of_running: frozenset[str] | None = None,
) -> list[Event]:
    """The events of one marked sentence; ``other`` is what its first date in braces stands for."""
    sentence = marked(text)
    document = Document("doc", "a.txt", plain(sentence, text), published=published)
    found = () if other is None else (Dated(sentence.original(sentence.dates[0]), "", other, Role.POINT, frames),)
    dates = SentenceDates(found, running or When(reason="no date in the paragraph"))
    given = Counter() if left is None else left
    return build_events(document, sentence, relations, dates, points, "fake.v1", given, sides, of_running)


def says(sources: tuple[int, ...], targets: tuple[int, ...] = (), **fields) -> Relation:  # type: ignore[no-untyped-def]
    """A relation whose trigger is the word behind the first placeholder ("France thanked Germany")."""
    given = {"root": "ACCUSE", "mode": None, "modality": Modality.HAPPENED, "trigger": Span(7, 14), "confidence": 0.9}
    return Relation(sources, targets, **{**given, **fields})


THANKS = "[KEN:n] thanked [BRA:n] and [PER:n]."
PLANNED, HAPPENED = Modality.PLANNED, Modality.HAPPENED


def test_an_event_quotes_its_words() -> None:
    (event,) = build(THANKS, says((0,), (1,)))
    assert event.trigger == "thanked"
    assert event.evidence.trigger == Span(4, 11)
    assert event.evidence.coder == "fake.v1"
    assert [(one.actor.id, one.text, one.span) for one in event.actors] == [("KEN", "KEN", Span(0, 3))]
    assert [(one.actor.id, one.span) for one in event.recipients] == [("BRA", Span(12, 15))]


@pytest.mark.parametrize(
    ("sentence", "relation", "reason"),
    [
        (THANKS, says((0,)), "one party alone"),
        ("[KEN:n] thanked [KEN:p].", says((0,), (1,)), "one party alone"),
        ("[KEN:n] and [KEN:p] met.", says((0, 1)), "one party alone"),
    ],
)
def test_one_party_alone_is_no_event(sentence: str, relation: Relation, reason: str) -> None:
    left: Counter[str] = Counter()
    assert build(sentence, relation, left=left) == []
    assert left == {reason: 1}


def unresolved(text: str, number: int) -> tuple[BlindSentence, Document]:
    sentence = marked(text)
    slots = tuple(replace(slot, actors=()) if n == number else slot for n, slot in enumerate(sentence.slots))
    return replace(sentence, slots=slots), Document("doc", "a.txt", plain(sentence, text))


@pytest.mark.parametrize("number", [0, 1])
def test_a_party_that_nothing_resolves_is_counted(number: int) -> None:
    sentence, document = unresolved("[KEN:n] thanked [BRA:n].", number)
    left: Counter[str] = Counter()
    assert build_events(document, sentence, [says((0,), (1,))], SentenceDates((), When()), (), "fake.v1", left) == []
    assert left == {"a party that nothing resolves": 1}


def test_recipients_among_the_actors_are_the_same_sides() -> None:
    (event,) = build("[KEN:n] and [BRA:n] resumed [BRA:a]-[KEN:a] talks.", says((0, 1), (2, 3), root="AGREE"))
    assert [one.actor.id for one in event.actors] == ["KEN", "BRA"]
    assert event.recipients == ()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("[KEN:n] and [BRA:n] resumed [KEN:a] talks.", says((0, 1), (2,), root="AGREE")),
        ("[KEN:n] and [BRA:n] blamed [BRA:a]-[KEN:a] talks.", says((0, 1), (2, 3))),
    ],
    ids=["one of them", "conflict"],
)
def test_nobody_acts_on_himself(text: str, relation: Relation) -> None:
    left: Counter[str] = Counter()
    assert build(text, relation, left=left) == []
    assert left == {"the same party on both sides": 1}


DATED = [
    # modality, the trigger's own date, the discourse's date, the event's date
    (HAPPENED, day("2024-07-01"), day("2024-06-01"), day("2024-07-01")),
    (HAPPENED, None, day("2024-06-01"), day("2024-06-01")),
    (PLANNED, day("2024-08-20"), day("2024-06-01"), day("2024-08-20")),
    # the discourse tells the past: what is planned, called for, hypothetical or denied has no date from it
    (PLANNED, None, day("2024-06-01"), None),
    (Modality.CALLED_FOR, None, day("2024-06-01"), None),
    (Modality.HYPOTHETICAL, None, day("2024-06-01"), None),
    (Modality.NEGATED, None, day("2024-06-01"), None),
    # a day past is that of the plan, not of what is planned
    (PLANNED, day("2024-07-01"), day("2024-06-01"), None),
    (PLANNED, day("2024-07-30"), day("2024-06-01"), day("2024-07-30")),
    (PLANNED, month(2024, 7), day("2024-06-01"), None),
]


@pytest.mark.parametrize(("modality", "own", "running", "expected"), DATED)
def test_date_of_an_event(modality: Modality, own: When | None, running: When, expected: When | None) -> None:
    points = (own,) if own else ()
    relation = says((0,), (1,), modality=modality, date=0 if own else None)
    (event,) = build(THANKS, relation, running=running, points=points)
    if expected is None:
        assert event.when.precision is Precision.UNKNOWN
        assert event.when.reason
    else:
        assert event.when == expected


SOMETHING_ELSE = "the date in the sentence belongs to something else"


@pytest.mark.parametrize(
    ("text", "frames", "reason"),
    [
        ("[KEN:n] thanked [BRA:n] and left in {May}.", True, SOMETHING_ELSE),  # it may be the event's own
        ("[KEN:n] thanked [BRA:n], and the envoy left in {May}.", True, None),  # another main clause has it
        ("[KEN:n] thanked [BRA:n] for the gift of {May}.", False, None),  # background
        ("[KEN:n] thanked [BRA:n] after the storm of {May}.", False, SOMETHING_ELSE),  # told by its distance
    ],
)
def test_another_date_in_the_sentence_ends_the_running_date(text: str, frames: bool, reason: str | None) -> None:
    (event,) = build(text, says((0,), (1,)), running=day("2024-06-01"), other=day("2024-05-01"), frames=frames)
    assert event.when.reason == reason
    assert (event.when == day("2024-06-01")) is (reason is None)


@pytest.mark.parametrize(
    ("text", "slots", "dated"),
    [
        ("During [CHL:p]'s visit [KEN:n] and [CHL:n] thanked [BRA:n].", (1, 3), False),  # another visit
        ("During [BRA:p]'s visit [KEN:n] and [CHL:n] thanked [BRA:n].", (1, 3), True),
        ("[KEN:n] thanked [BRA:n] several times.", (0, 1), False),
    ],
)
def test_a_running_date_is_of_the_event_of_its_sentence(text: str, slots: tuple[int, int], dated: bool) -> None:
    start = marked(text).text.index("thanked")
    relation = says(slots[:1], slots[1:], trigger=Span(start, start + 7))
    (event,) = build(text, relation, running=day("2024-06-01"), of_running=frozenset({"KEN", "BRA"}))
    assert (event.when == day("2024-06-01")) is dated


def test_an_event_told_in_the_present_has_no_running_date() -> None:
    (event,) = build(THANKS, says((0,), (1,), narrated=False), running=day("2024-06-01"))
    assert event.when.precision is Precision.UNKNOWN
    assert "tense" in (event.when.reason or "")


def test_a_date_that_cannot_be_told_gives_way_to_the_next() -> None:
    vague = When(expression="a day after", reason="counted from an event: a day after")
    relation = says((0,), (1,), date=0, further_dates=(1,))
    (event,) = build(THANKS, relation, points=(vague, day("2024-07-01")))
    assert event.when == day("2024-07-01")


@pytest.mark.parametrize(
    ("of_running", "dated"), [({"KEN", "CHL"}, True), ({"CHL"}, False), (set(), True), (None, True)]
)
def test_a_running_date_is_of_the_parties_of_its_sentence(of_running: set[str] | None, dated: bool) -> None:
    known = None if of_running is None else frozenset(of_running)
    (event,) = build(THANKS, says((0,), (1,)), running=day("2024-06-01"), of_running=known)
    assert (event.when == day("2024-06-01")) is dated


def test_without_a_publication_date_a_plan_keeps_its_date() -> None:
    relation = says((0,), (1,), modality=PLANNED, date=0)
    (event,) = build(THANKS, relation, points=(day("2024-07-01"),), published=None)
    assert event.when == day("2024-07-01")


@pytest.mark.parametrize(
    ("date", "ahead", "expected"),
    [
        ("2024-08-20", False, PLANNED),  # told as done, but its day is still to come
        ("2024-07-30", False, HAPPENED),
        ("2024-07-01", True, HAPPENED),  # "before his visit on July 1", told on July 30
        (None, True, PLANNED),  # "before his visit"
        (None, False, HAPPENED),
    ],
)
def test_what_lies_ahead_is_planned(date: str | None, ahead: bool, expected: Modality) -> None:
    relation = says((0,), (1,), ahead=ahead, date=0 if date else None)
    (event,) = build(THANKS, relation, points=(day(date),) if date else ())
    assert event.modality is expected


@pytest.mark.parametrize(
    ("slots", "speaker"), [(0, "KEN"), (1, "BRA"), (2, None), (None, None)], ids=["one", "other", "several", "none"]
)
def test_speaker(slots: int | None, speaker: str | None) -> None:
    (event,) = build("[KEN:n] thanked [BRA:n], said [both:P].", says((0,), (1,), speaker=slots))
    assert (event.speaker.id if event.speaker else None) == speaker


def test_place() -> None:
    (event,) = build("[KEN:n] thanked [BRA:n] in [Lima:x].", says((0,), (1,), place=2))
    assert event.place == "Lima"


MEETING = {"root": "CONSULT", "contact": ContactKind.MEETING}


def test_the_sentence_gives_a_contact_its_level() -> None:
    text = "[KEN:n] and [BRA:n] held vice-ministerial talks."
    assert build(text, says((0, 1), **MEETING))[0].actors[0].level is Level.DEPUTY_MINISTER
    assert build(text, says((0, 1)))[0].actors[0].level is None  # no contact


LEVELS = [
    ("talks at the level of deputy ministers", Level.DEPUTY_MINISTER),
    ("vice-ministerial talks", Level.DEPUTY_MINISTER),
    ("the vice foreign ministers met", Level.DEPUTY_MINISTER),
    ("the Assistant Secretary of State", Level.DEPUTY_MINISTER),
    ("foreign ministers met", Level.MINISTER),
    ("a ministerial meeting", Level.MINISTER),
    ("the Secretary of State", Level.MINISTER),
    ("secretaries of defense", Level.MINISTER),
    ("the prime ministers met", Level.LEADER),
    ("a Prime Minister", Level.LEADER),
    ("the two presidents", Level.LEADER),
    ("heads of government", Level.LEADER),
    ("senators visited", Level.PARLIAMENT),
    ("parliamentary talks", Level.PARLIAMENT),
    ("the ruling parties met", Level.PARTY),
    ("working-level talks", None),
    ("they administered it", None),
    ("talks on trade", None),
]


@pytest.mark.parametrize(("words", "level"), LEVELS)
def test_level_words(words: str, level: Level | None) -> None:
    assert level_in(words) is level


def test_of_two_triggers_for_the_same_the_surer_one_stands() -> None:
    sure, unsure = says((0,), (1,)), says((0,), (1,), trigger=Span(0, 6), confidence=0.5)
    for order in ((sure, unsure), (unsure, sure)):
        (event,) = build(THANKS, *order)
        assert event.confidence == 0.9


@pytest.mark.parametrize(
    "other",
    [
        says((0,), (2,)),
        says((1,), (0,)),
        says((0,), (1,), root="SUPPORT"),
        says((0,), (1,), modality=PLANNED),
    ],
    ids=["recipient", "direction", "root", "modality"],
)
def test_what_differs_is_no_repeat(other: Relation) -> None:
    events = build(THANKS, says((0,), (1,)), other)
    assert len(events) == 2
    assert len({event.id for event in events}) == 2


def test_the_two_sides_last_told() -> None:
    two = build(THANKS, says((0,), (1,)))
    three = build(THANKS, says((0,), (1, 2)))
    assert [one.actor.id for one in last_sides(two)] == ["KEN", "BRA"]
    assert last_sides(three) == ()
    assert [one.actor.id for one in last_sides([*three, *two])] == ["KEN", "BRA"]
    assert last_sides([]) == ()


def test_a_sentence_without_names_takes_the_sides_told_before() -> None:
    sides = last_sides(build(THANKS, says((0,), (1,))))
    (event,) = build("An agreement was reached.", says((), (), trigger=Span(3, 12), root="AGREE"), sides=sides)
    assert [one.actor.id for one in event.actors] == ["KEN", "BRA"]
    assert event.trigger == "agreement"


def test_a_sentence_without_names_and_without_sides_is_counted() -> None:
    left: Counter[str] = Counter()
    assert build("An agreement was reached.", says((), (), trigger=Span(3, 12)), left=left) == []
    assert left == {"a party that nothing resolves": 1}
