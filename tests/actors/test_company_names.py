"""Companies in sentences, with their nationality, their legal form and their people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.actors import party_of
from detente.actors.legal_forms import end_of_company
from detente.actors.mentions import Found
from detente.actors.tokens import tokenize
from detente.records import ActorKind, Form, Level

COMPANIES = [
    # by name
    ("Chile did not shut Huawei out of its network.", "Huawei = CHN:company:huawei"),
    ("Washington blacklisted SMIC and YMTC.", "SMIC = CHN:company:smic; YMTC = CHN:company:ymtc"),
    ("Air China left for Cairo.", "Air China = CHN:company:air-china"),
    (
        "The union opposed the sale of U.S. Steel to Toyota.",
        "U.S. Steel = USA:company:us-steel; Toyota = JPN:company:toyota",
    ),
    # with the legal form
    ("Toyota Motor Corp. opened a plant.", "Toyota Motor Corp. = JPN:company:toyota"),
    ("Huawei Technologies Co., Ltd. went to court.", "Huawei Technologies Co., Ltd. = CHN:company:huawei"),
    ("It praised Apple Inc.", "Apple Inc = USA:company:apple"),
    # with the nationality
    ("China's Huawei went to court.", "China's Huawei = CHN:company:huawei"),
    ("The Dutch chipmaker ASML stopped.", "The Dutch chipmaker ASML = NLD:company:asml"),
    ("The state-owned Russian giant Gazprom halted it.", "Russian giant Gazprom = RUS:company:gazprom"),
    # another state's word before it is a party of its own
    ("China's ASML machines are old.", "ASML = NLD:company:asml"),
    # as a modifier
    ("Huawei-made gear was removed.", "Huawei = CHN:company:huawei [adjective]"),
    # its people
    ("Ottawa let two Huawei executives go.", "Huawei executives = CHN:company:huawei:group:executive [group]"),
    ("Samsung President Lee left for Paris.", "Samsung = KOR:company:samsung"),
    ("Boeing chief executive Anna Hill left.", "Boeing chief executive Anna Hill = USA:person:anna-hill"),
    # words that are companies only with more
    ("They ford the river and shell the coast.", ""),
    ("Apple trees grow and Ford Road is closed.", ""),
]


@pytest.mark.parametrize(("text", "expected"), COMPANIES)
def test_companies(text: str, expected: str, read: Callable[..., Found]) -> None:
    shown = [
        f"{mention.text} = {actor.id}" + ("" if mention.form is Form.NAME else f" [{mention.form}]")
        for mention in read(text).mentions
        for actor in mention.actors
        if ":" in actor.id
    ]
    assert "; ".join(shown) == expected


def test_a_company_is_an_organisation_of_its_country(read: Callable[..., Found]) -> None:
    chile, huawei, *_ = (m.actors[0] for m in read("Chile did not shut Huawei out.").mentions)
    assert (chile.id, huawei.kind, huawei.sector) == ("CHL", ActorKind.ORGANISATION, "MNC")
    assert party_of(huawei) == "CHN"


def test_an_officer_is_of_business_and_no_leader(read: Callable[..., Found]) -> None:
    (mention,) = read("Boeing president Anna Hill spoke.").mentions
    assert (mention.actors[0].country, mention.actors[0].sector, mention.level) == ("USA", "MNC", Level.OTHER)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Toyota Motor sells cars", 2),
        ("Toyota Motor Corp sells cars", 3),
        ("Toyota Motor Corp. sells cars", 4),
        ("Toyota Motor Co., Ltd. sells cars", 7),
        ("Toyota Motor Corp.", 3),
        ("Toyota Motor group sells cars", 2),
        ("Toyota Motor, Inc sells cars", 2),
    ],
)
def test_the_legal_form_belongs_to_the_name(text: str, end: int) -> None:
    assert end_of_company(tokenize(text), 2) == end
