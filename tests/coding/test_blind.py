"""A sentence without its names: what the coder sees, and the way back to the document."""

import pytest
from build import actor, marked
from hypothesis import given
from hypothesis import strategies as st

from detente.coding.blind import BlindSentence, Slot, SlotForm, blind, blind_slots, slot_form
from detente.records import Actor, ActorKind, Form, Level, Mention, Span

# A marked sentence (see build.py), and the same as the coder sees it.
SEEN = [
    ("[Kenya:n] thanked [Brazil:n].", "France thanked Germany."),
    ("[Brazil:n] thanked [Kenya:n].", "France thanked Germany."),
    ("[Ruto:p] met [Lula:p] in [Brasilia:m] on {Monday}.", "Smith met Jones in Spain on Monday."),
    ("[Ruto:p] flew to [Lima:x].", "Smith flew to Berlin."),
    ("[Kenyan:a] tea pleased [him:o].", "French tea pleased him."),
    # the noun of a group says what it is, and keeps its article
    ("[Kenyan troops:g] left.", "Troops left."),
    ("Then [the Kenyan troops:g] left.", "Then the troops left."),
    ("[The Ministry of Trade of Peru:g] objected.", "The ministry objected."),
    # an article before a name goes with it, but not the end of another word
    ("He left the [Philippines:n].", "He left France."),
    ("The [Philippines:n] objected.", "France objected."),
    ("He will bathe [Peru:n] in praise.", "He will bathe France in praise."),
    ("The [Kenyan:a] tea sold.", "The French tea sold."),
    # the comma that closes an apposition goes with it
    ("[Ruto, the president of Kenya:p], flew to [Peru:n].", "Smith flew to Germany."),
    ("[Ruto:p], who was ill, flew to [Peru:n].", "Smith, who was ill, flew to Germany."),
    # a comma keeps a date or a place that opens a clause from who acts
    ("In {May 2023} [Ruto:p] flew.", "In May 2023, Smith flew."),
    ("{Last week} [Kenya:n] objected.", "Last week, France objected."),
    ("In [Lima:m] [Ruto:p] spoke.", "In France, Jones spoke."),
    ("[Peru:n] objected; in {May} [Ruto:p] flew.", "France objected; in May, Jones flew."),
    ("On {2 May}, [Ruto:p] flew.", "On 2 May, Smith flew."),
    ("[Peru:n] met him in {May} [Ruto:p] said.", "France met him in May Jones said."),
    ("At the {May 2023} [Ruto:p] summit [Peru:n] objected.", "At the May 2023 Smith summit Germany objected."),
    ("In {May 2023} [Kenya:n]-[Peru:n] trade fell.", "In May 2023 France-Germany trade fell."),
    ("{A week after} [Ruto:p] flew, [Peru:n] objected.", "A week after Smith flew, Germany objected."),
    # several people in one mention
    ("[The two ministers:P] met.", "The ministers met."),
    # nobody
    ("An agreement was reached.", "An agreement was reached."),
]


@pytest.mark.parametrize(("text", "seen"), SEEN)
def test_what_the_coder_sees(text: str, seen: str) -> None:
    assert marked(text).text == seen


def test_leaders_and_ministers_stay_apart() -> None:
    several = (actor("A"), actor("B"))
    text = "They met."
    for level, word in ((Level.LEADER, "The leaders"), (Level.MINISTER, "The ministers"), (None, "The ministers")):
        slot = Slot(SlotForm.PERSON, Span(0, 0), Span(0, 4), "They", several, level=level)
        assert blind_slots(text, Span(0, 9), [slot]).text == f"{word} met."


def test_the_eleventh_name_starts_over() -> None:
    text = marked(", ".join(f"[N{n}:n]" for n in range(11))).text
    assert text.split(", ")[0] == text.split(", ")[10]
    assert len(set(text.split(", "))) == 10


def test_dates_are_found_again() -> None:
    sentence = marked("On {May 1} [Burkina Faso:n] thanked [Peru:n], and again on {June 2}.")
    assert [date.of(sentence.text) for date in sentence.dates] == ["May 1", "June 2"]
    assert [slot.span.of(sentence.text) for slot in sentence.slots] == ["France", "Germany"]
    assert sentence.original(_found(sentence, "thanked")) == Span(22, 29)


def test_a_date_inside_a_name_keeps_its_number() -> None:
    text = "The 2015 Commission thanked Peru in 2016."
    slots = [Slot(SlotForm.NAME, Span(0, 0), Span(4, 19), "2015 Commission", ())]
    sentence = blind_slots(text, Span(0, len(text)), slots, [Span(4, 8), Span(36, 40)])
    assert [date.of(sentence.text) for date in sentence.dates] == ["", "2016"]


def test_a_sentence_inside_a_document() -> None:
    text = "It rained. Kenya thanked Brazil warmly. Then it stopped."
    slots = [
        Slot(SlotForm.NAME, Span(0, 0), Span(at, at + len(name)), name, ())
        for at, name in ((11, "Kenya"), (25, "Brazil"))
    ]
    sentence = blind_slots(text, Span(11, 39), slots)
    assert sentence.text == "France thanked Germany warmly."
    assert sentence.original(_found(sentence, "thanked")).of(text) == "thanked"
    assert sentence.original(_found(sentence, "warmly")).of(text) == "warmly"
    assert sentence.original(_found(sentence, "Germany")).of(text) == "Brazil"


def _found(sentence: BlindSentence, words: str) -> Span:
    start = sentence.text.index(words)
    return Span(start, start + len(words))


def test_places_that_a_mention_covers_are_dropped() -> None:
    text = "He met the mayor of Lima in Quito."
    mention = Mention("d", Span(7, 24), "the mayor of Lima", (actor("PER"),), Form.NAME)
    places = [
        Slot(SlotForm.PLACE, Span(0, 0), Span(at, at + len(name)), name, ())
        for at, name in ((20, "Lima"), (28, "Quito"))
    ]
    sentence = blind(text, Span(0, len(text)), [mention], places)
    assert [slot.text for slot in sentence.slots] == ["the mayor of Lima", "Quito"]


PERSON = Actor("KEN:person:ruto", "Ruto", ActorKind.PERSON, "KEN")
FRANCE = Actor("FRA", "France", ActorKind.STATE, "FRA")


@pytest.mark.parametrize(
    ("form", "text", "actors", "seen"),
    [
        (Form.NAME, "Ruto", (PERSON,), SlotForm.PERSON),
        (Form.NAME, "France", (FRANCE,), SlotForm.NAME),
        (Form.METONYM, "Paris", (FRANCE,), SlotForm.NAME),
        (Form.OFFICE, "the French president", (FRANCE,), SlotForm.PERSON),
        (Form.GROUP, "French troops", (FRANCE,), SlotForm.GROUP),
        (Form.ANAPHOR, "he", (PERSON,), SlotForm.ANAPHOR),
        (Form.ADJECTIVE, "French", (FRANCE,), SlotForm.ADJECTIVE),
        (Form.ADJECTIVE, "France", (FRANCE,), SlotForm.NAME),  # a noun before a noun may be its subject
        (Form.ADJECTIVE, "Franco-German", (FRANCE, actor("DEU")), SlotForm.ADJECTIVE),
        (Form.NAME, "Georgia", (), SlotForm.NAME),  # unresolved
    ],
)
def test_form_of_a_mention(form: Form, text: str, actors: tuple[Actor, ...], seen: SlotForm) -> None:
    assert slot_form(Mention("d", Span(0, len(text)), text, actors, form)) is seen


# Any text with any disjoint slots: pieces in turn outside and inside a mention.
PIECE = st.text("ab .,éX中\n", max_size=6)
MENTION = st.tuples(
    st.text("abX, 中", min_size=1, max_size=6), st.sampled_from(list(SlotForm)), st.sampled_from(["", "the ", "The "])
)


@st.composite
def blinded(draw: st.DrawFn) -> tuple[str, BlindSentence]:
    before = draw(PIECE)
    out, slots, length = [before], [], len(before)
    for words, form, article in draw(st.lists(MENTION, max_size=12)):
        gap = draw(PIECE) + article
        start = length + len(gap)
        slots.append(Slot(form, Span(0, 0), Span(start, start + len(words)), words, (actor("A"),)))
        out += [gap, words]
        length = start + len(words)
    out.append(draw(PIECE))
    text = "".join(out)
    return text, blind_slots(text, Span(len(before), len(text)), slots)


@given(blinded())
def test_what_is_no_name_is_the_document_s_own(case: tuple[str, BlindSentence]) -> None:
    """Outside the slots, every character of the blinded sentence is the document's where ``original`` says."""
    text, sentence = case
    inside = {at for slot in sentence.slots for at in range(slot.span.start, slot.span.end)}
    for at in range(len(sentence.text)):
        if at not in inside:
            assert sentence.original(Span(at, at + 1)).of(text) == sentence.text[at]


@given(blinded())
def test_every_slot_leads_back_to_its_mention(case: tuple[str, BlindSentence]) -> None:
    text, sentence = case
    for slot in sentence.slots:
        assert sentence.original(slot.span) == slot.origin
        assert slot.origin.of(text) == slot.text


@given(blinded())
def test_slots_stand_in_order_and_apart(case: tuple[str, BlindSentence]) -> None:
    _, sentence = case
    ends = [0, *(slot.span.end for slot in sentence.slots)]
    assert all(end <= slot.span.start for end, slot in zip(ends, sentence.slots, strict=False))
    assert ends[-1] <= len(sentence.text)


@given(blinded(), st.data())
def test_spans_across_a_gap_without_names_are_kept_whole(case: tuple[str, BlindSentence], data: st.DataObject) -> None:
    text, sentence = case
    bounds = [0, *(edge for slot in sentence.slots for edge in (slot.span.start, slot.span.end)), len(sentence.text)]
    gap = data.draw(st.sampled_from(list(zip(bounds[::2], bounds[1::2], strict=True))))
    piece = sentence.text[gap[0] : gap[1]]
    if piece:
        assert sentence.original(Span(*gap)).of(text) == piece


def test_any_span_leads_back_to_the_article() -> None:
    sentence = marked("On Monday [Japan:n] urged [China:n] to withdraw.")
    text = "On Monday Japan urged China to withdraw."
    first, second = sentence.slots
    assert sentence.origin_of(Span(first.span.start, second.span.end)).of(text) == "Japan urged China"
    assert sentence.origin_of(Span(0, first.span.end)).of(text) == "On Monday Japan"
    assert sentence.origin_of(Span(second.span.end + 1, len(sentence.text) - 1)).of(text) == "to withdraw"
