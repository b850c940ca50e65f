from pathlib import Path

import pycountry
import pytest

from detente.errors import KnowledgeError
from detente.knowledge import currencies
from detente.knowledge.currencies import currency_names, currency_signs


def test_codes_are_those_of_iso_4217() -> None:
    for code in {*currency_names().values(), *currency_signs().values()}:
        assert pycountry.currencies.get(alpha_3=code) is not None


@pytest.mark.parametrize(
    ("name", "code"),
    [("yen", "JPY"), ("dollars", "USD"), ("australian dollars", "AUD"), ("euro", "EUR"), ("rubles", "RUB")],
)
def test_names(name: str, code: str) -> None:
    assert currency_names()[name] == code


@pytest.mark.parametrize("name", ["rupees", "krone", "pesos", "yens", "pounds"])
def test_names_of_several_currencies_are_nobodys(name: str) -> None:
    assert name not in currency_names()


@pytest.mark.parametrize("sign", ["$=USD", "A$=AUD", "€=EUR", "¥=JPY", "RMB=CNY"])
def test_signs(sign: str) -> None:
    text, code = sign.split("=")
    assert currency_signs()[text] == code


def test_a_name_is_of_one_currency(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "currencies.csv").write_text("code,names,signs,source\nAAA,coin,,hand\nBBB,coin,,hand\n")
    monkeypatch.setattr(currencies, "FOLDER", tmp_path)
    currency_names.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match="coin is the name of AAA as well"):
            currency_names()
    finally:
        currency_names.cache_clear()
