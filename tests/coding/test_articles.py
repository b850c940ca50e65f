"""Whole articles: spans, order, what is left out, and blindness to who is named."""

import datetime as dt
import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import detente
from detente.actors import party_of
from detente.coding import Coding, code_document, load_coder
from detente.records import Document, Modality

CODER = load_coder("lexicon.v1")
PUBLISHED = dt.date(2024, 7, 30)

ARTICLE = """China condemned Japan on Monday over the detention of a trawler. Chinese officials lodged a protest with \
Tokyo, and Japan rejected the complaint.

The two countries had agreed in May to hold talks on fishing. Japan and China signed the agreement on May 14, 2024. \
Kishida was ill that day, and it rained.

Australia urged both sides to show restraint. Prices rose in the ports.

Beijing may suspend imports from Japan. Tokyo did not recall its ambassador from China."""

REPORTED = [
    "ACCUSE happened CHN > JPN 2024-07-29",
    "ACCUSE happened CHN > JPN 2024-07-29",
    "AGREE happened CHN + JPN 2024-05-01",
    "CONSULT planned CHN + JPN ?",
    "SUPPORT happened JPN + CHN 2024-05-14",
    "REQUEST happened AUS > JPN + CHN 2024-07-29",
    "SANCTION hypothetical CHN > JPN ?",
    "SANCTION negated JPN > CHN ?",
]
SWAPPED = {"China": "Japan", "Chinese": "Japanese", "Beijing": "Tokyo"}
SWAPPED |= {new: old for old, new in SWAPPED.items()}


def code(text: str, published: dt.date | None = PUBLISHED) -> Coding:
    document = Document(hashlib.sha256(text.encode()).hexdigest()[:16], "article.txt", text, published=published)
    return code_document(document, CODER)


def told(coding: Coding) -> list[str]:
    """Each event as a line: root, modality, parties, first day."""
    out = []
    for event in coding.events:
        actors, recipients = (
            " + ".join(str(party_of(one.actor)) for one in side) for side in (event.actors, event.recipients)
        )
        day = event.when.start.isoformat() if event.when.start else "?"
        out.append(f"{event.root} {event.modality} {actors}{' > ' + recipients if recipients else ''} {day}")
    return out


def test_the_article() -> None:
    assert told(code(ARTICLE)) == REPORTED


def test_swapping_two_states_swaps_the_parties_and_nothing_else() -> None:
    swapped = code(re.sub("|".join(SWAPPED), lambda name: SWAPPED[name[0]], ARTICLE))
    other = {"CHN": "JPN", "JPN": "CHN"}
    assert told(swapped) == [re.sub("CHN|JPN", lambda code: other[code[0]], line) for line in REPORTED]


STATES = st.permutations(["Kenya", "Brazil", "Norway", "Thailand", "Peru", "Mongolia", "Portugal", "Australia"])
IDS = {
    "Kenya": "KEN", "Brazil": "BRA", "Norway": "NOR", "Thailand": "THA",
    "Peru": "PER", "Mongolia": "MNG", "Portugal": "PRT", "Australia": "AUS",
}  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(STATES)
def test_whoever_is_named_the_code_is_the_same(names: list[str]) -> None:
    """Three parties played by any three states, through a text with anaphora and dates."""
    a, b, c = names[:3]
    text = (
        f"{a} accused {b} of fraud on July 22. {c} welcomed {a}'s decision, but {b} rejected it. "
        f"{b} and {c} held talks on Friday. The two countries agreed to cooperate. {a} will visit {c} in August."
    )
    roles = {IDS[a]: "A", IDS[b]: "B", IDS[c]: "C"}
    lines = [re.sub("|".join(roles), lambda code: roles[code[0]], line) for line in told(code(text))]
    assert lines == [
        "ACCUSE happened A > B 2024-07-22",
        "SUPPORT happened C > A 2024-07-22",
        "CONSULT happened B + C 2024-07-26",
        "AGREE happened B + C 2024-07-26",
        "CONSULT planned A > C 2024-08-01",
    ]


TEXTS = {
    "article": ARTICLE,
    "blank lines": "\n\n \nKenya thanked Brazil.\n\n\n\nBrazil thanked\nKenya.  \n",
    "other scripts": "“Kenya thanked Brazil” – 中国 日本 – Côte d’Ivoire condemned Peru… Peru rejected Kenya’s offer.",
    "astral": "😀 Kenya thanked Brazil 😀. 😀 Peru condemned Kenya. 𝔸 treaty between Kenya and Peru was signed.",
    "no full stop": "Kenya thanked Brazil",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_spans_quote_the_text(text: str) -> None:
    coding = code(text)
    assert coding.events
    sentences = set(coding.sentences)
    for event in coding.events:
        assert event.evidence.sentence in sentences
        assert event.evidence.sentence.covers(event.evidence.trigger)
        assert event.evidence.trigger.of(text) == event.trigger
        for one in (*event.actors, *event.recipients):
            assert one.span.of(text) == one.text
    assert all(mention.span.of(text) == mention.text for mention in coding.mentions)


WORDS = st.sampled_from(
    "Kenya Brazil Peru's the Kenyan minister troops he both countries met visited condemned signed talks with in on "
    "May 3 , . \n\n “ ” ( ) : — 中国 😀 will not if said that treaty Mr. U.S.".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_text_is_coded_and_quoted(text: str) -> None:
    coding = code(text)
    for event in coding.events:
        assert event.evidence.trigger.of(text) == event.trigger
        assert len({party_of(one.actor) for one in (*event.actors, *event.recipients)}) > 1
        assert all(one.span.of(text) == one.text for one in (*event.actors, *event.recipients))


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "It rained.", "Kenya grew. Brazil shrank.", "..."])
def test_nothing_to_report(text: str) -> None:
    assert code(text).events == ()


def test_a_document_of_no_known_date_has_no_dates_from_it() -> None:
    events = code(ARTICLE, published=None).events
    dates = {event.when.start for event in events if event.when.start}
    assert dates == {dt.date(2024, 5, 14)}


def test_the_same_text_codes_the_same() -> None:
    assert code(ARTICLE) == code(ARTICLE)


def test_ids_of_events_differ() -> None:
    ids = [event.id for event in code(ARTICLE).events]
    assert len(set(ids)) == len(ids)


def test_what_is_left_out_is_counted() -> None:
    left = code("Kenya grew. Peru and Chile are neighbours. Peru's tea and Chile's wine sold. Kenya thanked Peru.").left
    assert left == {
        "sentences with fewer than two parties": 1,
        "sentences in which no frame holds two parties": 2,
    }


def test_a_sentence_that_names_nobody_speaks_of_the_two_sides_just_named() -> None:
    assert told(code("Kenya and Brazil met on July 29. An agreement was reached.")) == [
        "CONSULT happened KEN + BRA 2024-07-29",
        "AGREE happened KEN + BRA 2024-07-29",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya, Peru and Brazil met on July 29. An agreement was reached.",  # three sides
        "Kenya and Brazil met on July 29.\n\nAn agreement was reached.",  # another paragraph
        "An agreement was reached. Kenya and Brazil met on July 29.",  # nobody yet
    ],
)
def test_a_sentence_that_names_nobody_is_left_where_the_sides_are_not_clear(text: str) -> None:
    assert [event.root for event in code(text).events] == ["CONSULT"]


def test_a_sentence_too_long_to_parse_whole_is_read_as_far_as_it_goes() -> None:
    text = f"Kenya thanked Brazil in a text {'with tea and milk ' * 100}and Peru condemned Norway."
    assert [line.split(" ", 1)[1] for line in told(code(text))] == ["happened KEN > BRA ?"]


def test_places_have_their_slot() -> None:
    (event,) = code("Japan and China held talks in Osaka on July 29.").events
    assert event.place == "Osaka"


def test_every_event_carries_its_coder() -> None:
    assert {event.evidence.coder for event in code(ARTICLE).events} == {"lexicon.v1"}


def test_the_front_door_codes(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "one.txt").write_text(ARTICLE + "\n", encoding="utf-8")
    (tmp_path / "void.txt").write_text("")
    (document,) = detente.read(tmp_path)
    assert [event.root for event in detente.code(document).events] == [line.split()[0] for line in REPORTED]
    with detente.open(tmp_path / "record.db") as record:
        assert record.add(detente.code(document))
        record.regroup()
    with pytest.raises(detente.DetenteError, match="no coder is called 'none'"):
        detente.code(document, "none")
    with pytest.raises(detente.DetenteError):
        detente.open(tmp_path / "gone.db", create=False)


def test_modalities_are_plover_s() -> None:
    assert {event.modality for event in code(ARTICLE).events} == {
        Modality.HAPPENED, Modality.PLANNED, Modality.HYPOTHETICAL, Modality.NEGATED,
    }  # fmt: skip


VISITS = [
    # those of whom it isn't told where they went, went to the hosts of the visit before
    (
        "Lula visited Peru in May 2023. Fumio Kishida came in June 2023.",
        ["BRA > PER 2023-05-01", "JPN > PER 2023-06-01"],
    ),
    (
        "Lula visited Peru in May 2023. Fumio Kishida followed in June.",
        ["BRA > PER 2023-05-01", "JPN > PER 2023-06-01"],
    ),
    (
        "Lula visited Peru in May 2023. Fumio Kishida arrived from Rome in June 2023.",
        ["BRA > PER 2023-05-01", "JPN > PER 2023-06-01"],
    ),
    (
        "Lula visited Peru in May 2023. Fumio Kishida made the journey in June 2023.",
        ["BRA > PER 2023-05-01", "JPN > PER 2023-06-01"],
    ),
    # a visit returned
    (
        "Lula visited Japan in May 2023.\n\nFumio Kishida returned the visit in March 2024.",
        ["BRA > JPN 2023-05-01", "JPN > BRA 2024-03-01"],
    ),
    # somewhere else, or no visit
    (
        "Lula visited Peru in May 2023. After Emmanuel Macron's speech Fumio Kishida came in June 2023.",
        ["BRA > PER 2023-05-01"],
    ),
    ("Lula visited Peru in May 2023. Fumio Kishida came under fire in June 2023.", ["BRA > PER 2023-05-01"]),
    ("Lula visited Peru in May 2023. Fumio Kishida followed his example in June 2023.", ["BRA > PER 2023-05-01"]),
    ("Lula met nobody in May 2023. Fumio Kishida came in June 2023.", []),
    ("Lula visited Peru in May 2023.\n\nIt rained.\n\nFumio Kishida came in June 2023.", ["BRA > PER 2023-05-01"]),
    ("Fumio Kishida travelled to South America in June 2023.", []),  # a region hosts nobody
]


@pytest.mark.parametrize(("text", "expected"), VISITS)
def test_visits_of_which_the_hosts_were_told_before(text: str, expected: list[str]) -> None:
    assert told(code(f"Luiz Inácio Lula da Silva rules Brazil.\n\n{text}")) == [
        f"CONSULT happened {visit}" for visit in expected
    ]


def test_contacts_of_one_verb_on_several_dates_are_told_apart() -> None:
    coding = code("China was calm. Xi Jinping met Fumio Kishida in Lima on 4 May 2023 and in Rome on 25 May 2023.")
    assert told(coding) == ["CONSULT happened CHN + JPN 2023-05-04", "CONSULT happened CHN + JPN 2023-05-25"]
    assert [event.place for event in coding.events] == ["Lima", "Rome"]
    assert len({event.id for event in coding.events}) == 2
