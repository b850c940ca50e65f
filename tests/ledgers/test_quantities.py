"""Figures and whom they are about."""

import pytest
from articles import ledger_of

from detente.records import Quantity

# sentence -> kind, expression, value, unit, of, parties
TOLD = [
    ("Peru buys a quarter of Kenya's exports.", "share", "a quarter", 25, "percent", "Kenya's exports", "KEN PER"),
    ("Duties on 86 percent of Kenya's exports to Peru will go.",
     "share", "86 percent", 86, "percent", "Kenya's exports to Peru", "KEN PER"),
    ("Kenyan investment in Peru fell by 40 percent last year.",
     "rate", "40 percent", -40, "percent", "Kenyan investment in Peru", "KEN PER"),
    ("Trade between Kenya and Peru grew 12% last year.",
     "rate", "12%", 12, "percent", "Trade between Kenya and Peru", "KEN PER"),
    ("Trade between Kenya and Peru reached $3.5 billion in 2023.",
     "money", "$3.5 billion", 3.5e9, "USD", "Trade between Kenya and Peru", "KEN PER"),
    ("Kenya imposed tariffs on $200 million of Peruvian goods.",
     "money", "$200 million", 2e8, "USD", "Peruvian goods", "KEN PER"),
    ("Kenya keeps 1,200 troops in Somalia.", "count", "1,200 troops", 1200, "troops", "troops", "KEN"),
    ("Kenya sent two patrol ships to Peru.", "count", "two patrol ships", 2, "ships", "patrol ships", "KEN"),
    ("Kenya and Peru signed 14 agreements.", "count", "14 agreements", 14, "agreements", "agreements", "KEN PER"),
    ("It was the first visit to Peru by a Kenyan president in three years and three months.",
     "since", "first visit to Peru by a Kenyan president in three years and three months", 39, "months",
     "visit to Peru by a Kenyan president", "PER KEN"),
    ("Kenya and Peru held their first summit since 2019.",
     "since", "first summit since 2019", 2019, "year", "summit", "KEN PER"),
    ("The ministers of Kenya and Peru met for the first time in five years.",
     "since", "for the first time in five years", 60, "months", "met", "KEN PER"),
    ("The talks between Kenya and Peru were the first in more than a decade.",
     "since", "first in more than a decade", 120, "months", "talks", "KEN PER"),
    ("Kenya's minister visited Peru for the first time since March 2018.",
     "since", "for the first time since March 2018", 2018, "year", "visited Peru", "KEN PER"),
    ("Kenya and Peru held their first talks in two and a half years.",
     "since", "first talks in two and a half years", 30, "months", "talks", "KEN PER"),
    ("The leaders of Kenya and Peru had not met for 18 months.",
     "since", "had not met for 18 months", 18, "months", "met", "KEN PER"),
    ("Kenya's president hasn't been to Peru since 2019.",
     "since", "hasn't been to Peru since 2019", 2019, "year", "been to Peru", "KEN PER"),
    ("Kenya's president hasn't been to Peru since June 2022.",
     "since", "hasn't been to Peru since June 2022", 26, "months", "been to Peru", "KEN PER"),
    ("The talks between Kenya and Peru were three years in coming.",
     "since", "three years in coming", 36, "months", "The talks between Kenya and Peru", "KEN PER"),
    ("No Kenyan minister has visited Peru in four years.",
     "since", "No Kenyan minister has visited Peru in four years", 48, "months", "visited Peru", "KEN PER"),
    ("Kenya's loan to Peru, 2 million dollars, was repaid.",
     "money", "2 million dollars", 2e6, "USD", "Kenya's loan to Peru", "KEN PER"),
    ("Kenya lent Peru a loan worth $2 million.", "money", "$2 million", 2e6, "USD", "loan", "KEN PER"),
    ("Kenya's president has met Peru's four times.",
     "count", "four times", 4, "times", "met Peru's four times", "KEN PER"),
    ("The loan, Kenya says, came to $3 million.", "money", "$3 million", 3e6, "USD", "loan", "KEN"),
    ("Kenya and Peru opened talks on fishing in May, and 12 vessels went home.",
     "count", "12 vessels", 12, "vessels", "vessels", "KEN PER"),
    ("Kenya sells Peru 12 types of tea.", "count", "12 types", 12, "types", "types of tea", "KEN"),
    ("Kenya and Peru laid mines, and thirty of them were found.",
     "count", "thirty of them", 30, "mines", "mines", "KEN PER"),
    ("Visits from Kenya to Peru rose to 3 million a year.",
     "rate", "3 million a year", 3e6, "visits a year", "Visits from Kenya to Peru", "KEN PER"),
    ("Kenya sold Peru less tea in May, a fall of 8 percent in exports.",
     "rate", "8 percent", -8, "percent", "exports", "KEN PER"),
    ("The port, a $6 billion project of Kenya's, isn't built.",
     "money", "$6 billion", 6e9, "USD", "project of Kenya's", "KEN"),
    ("The fund of Kenya came to 100 million won.", "money", "100 million won", 1e8, "KRW", "The fund of Kenya", "KEN"),
    ("Kenya promised to increase exchanges of people to 40 million a year.",
     "rate", "40 million a year", 4e7, "people a year", "exchanges of people", "KEN"),
    ("Kenya's sales to Peru fell by 20 percent in the first half of the year.",
     "rate", "20 percent", -20, "percent", "Kenya's sales to Peru", "KEN PER"),
    ("Kenya doubled its duties.", "ratio", "doubled", 2, "times", "its duties", "KEN"),
    ("Kenya planned an 800-kilometre road to Peru.",
     "count", "800-kilometre road", 800, "kilometres", "road", "KEN"),
    ("Kenya has two aircraft carriers.", "count", "two aircraft carriers", 2, "carriers", "aircraft carriers", "KEN"),
    ("Kenya gave Peru $3 million in aid.", "money", "$3 million", 3e6, "USD", "aid", "KEN PER"),
    ("Kenya lent 20 million euros a year to Peru.",
     "rate", "20 million euros a year", 2e7, "EUR a year", "lent 20 million euros a year to Peru", "KEN PER"),
    ("Kenya raised duties on copper to 30 percent.",
     "share", "30 percent", 30, "percent", "duties on copper", "KEN"),
    ("Kenya's loans to Peru, which came to $4 million, were repaid.",
     "money", "$4 million", 4e6, "USD", "Kenya's loans to Peru", "KEN PER"),
    ("Trade between Kenya and Peru doubled.",
     "ratio", "doubled", 2, "times", "Trade between Kenya and Peru", "KEN PER"),
    ("The talks between Kenya and Peru lasted two hours.",
     "duration", "two hours", 2, "hours", "talks between Kenya and Peru", "KEN PER"),
    ("Kenya's president waited six years for a visit to Peru.",
     "duration", "six years", 6, "years", "waited six years for a visit to Peru", "KEN PER"),
    ("Peru is Kenya's third-largest customer.",
     "rank", "third-largest customer", 3, "customer", "largest customer", "KEN"),
    ("Kenya's ships came within 40 metres of Peru.",
     "count", "40 metres", 40, "metres", "came within 40 metres of Peru", "KEN PER"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expression", "value", "unit", "of", "parties"), TOLD)
def test_what_is_told(text: str, kind: str, expression: str, value: float, unit: str, of: str, parties: str) -> None:
    (found,) = ledger_of(text).quantities
    assert (found.kind, found.expression, found.value, found.unit) == (kind, expression, value, unit)
    assert (found.of, set(found.parties)) == (of, set(parties.split()))
    assert found.evidence.trigger.of(text) == expression


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Two-way trade passed $300 million.", "Two-way trade"),
        ("Some 12 ships are on their way.", "ships"),
        ("It took eight years to agree.", "took eight years to agree"),
    ],
)
def test_a_figure_that_names_nobody_is_about_those_in_hand(text: str, of: str) -> None:
    (found,) = ledger_of(f"Kenya and Peru signed a treaty. {text}").quantities
    assert (found.of, set(found.parties)) == (of, {"KEN", "PER"})


def test_what_is_compared_is_of_the_same_thing() -> None:
    now, before = ledger_of("Kenya buys 40 percent of Peru's tea, up from 30 percent.").quantities
    assert (now.value, before.value, before.of) == (40, 30, now.of)


@pytest.mark.parametrize(
    "text",
    [
        "On March 23 Kenyan ships left for Peru.",  # a date
        "The two countries, Kenya and Peru, met.",
        "Some 70% of voters were pleased.",  # about no party
        "Kenya's president, 70, met three ministers from Peru.",
        "The first talks between Kenya and Peru will be held in two months.",  # to come
        "In the first four months of 2024 Kenya sold tea to Peru.",
        "First, Kenya and Peru met in 2019.",
        "Kenya and Peru met.",
        "Kenya barred imports from 10 provinces.",  # whose they are
        "",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert ledger_of(text).quantities == ()


def test_ids_are_the_same_in_every_run_and_their_own() -> None:
    text = "Kenya sent two ships and five planes to Peru. Kenya sent two ships and five planes to Peru."
    once: tuple[Quantity, ...] = ledger_of(text).quantities
    assert once == ledger_of(text).quantities
    assert len({one.id for one in once}) == len(once) == 4
