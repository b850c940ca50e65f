from pathlib import Path

import pytest

from detente.errors import KnowledgeError
from detente.knowledge.companies import COLUMNS, companies, read_companies


@pytest.mark.parametrize(
    ("name", "ident", "country"),
    [
        ("Huawei", "CHN:company:huawei", "CHN"),
        ("CCCC", "CHN:company:china-communications-construction", "CHN"),
        ("Baoshan Iron & Steel", "CHN:company:baosteel", "CHN"),
        ("Nippon Steel", "JPN:company:nippon-steel", "JPN"),
        ("Uniqlo", "JPN:company:fast-retailing", "JPN"),
        ("SK hynix", "KOR:company:sk-hynix", "KOR"),
        ("Hon Hai", "TWN:company:foxconn", "TWN"),
        ("Starlink", "USA:company:spacex", "USA"),
        ("U.S. Steel", "USA:company:us-steel", "USA"),
        ("Nord Stream AG", "CHE:company:nord-stream-ag", "CHE"),
        ("Aramco", "SAU:company:saudi-aramco", "SAU"),
        ("NSO Group", "ISR:company:nso-group", "ISR"),
    ],
)
def test_a_name_is_that_of_one_company(name: str, ident: str, country: str) -> None:
    owners = [company for company in companies().values() if name in (company.name, *company.aliases)]
    assert [(company.id, company.country) for company in owners] == [(ident, country)]


@pytest.mark.parametrize(
    "word",
    ["Apple", "Shell", "Ford", "Intel", "Meta", "Target", "Gap", "Oracle", "Visa", "Amazon", "Line", "Total", "Vale"],
)
def test_a_word_alone_is_no_company(word: str) -> None:
    assert [company.id for company in companies().values() if word in (company.name, *company.aliases)] == []


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (["CHN:company:x,,,CHN,MNC,hand"], "2: name is empty"),
        (["CHN:firm:x,X,,CHN,MNC,hand"], "2: an id is of the form CHN:company:huawei, not 'CHN:firm:x'"),
        (["CHN:company:x,X,,JPN,MNC,hand"], "2: CHN:company:x is of JPN"),
        (["CHN:company:x,X,,CHN,GOV,hand"], "2: the sector of a company is BUS or MNC, not 'GOV'"),
        (["CHN:company:x,X,a||b,CHN,MNC,hand"], "2: aliases has an empty item: 'a||b'"),
        (["CHN:company:x,X,,CHN,MNC,hand", "CHN:company:x,Y,,CHN,MNC,hand"], "3: CHN:company:x is there twice"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, rows: list[str], reason: str) -> None:
    path = tmp_path / "companies.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        read_companies(path)
    assert str(caught.value) == f"companies.csv:{reason}"
