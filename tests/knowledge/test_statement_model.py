"""The files of the network of statements."""

import pytest
from pydantic import ValidationError

from detente.knowledge.statement_model import KINDS, StatementLabels, statement_folder, statement_labels


def test_every_kind_has_a_temperature() -> None:
    assert set(statement_labels().temperatures) == set(KINDS)
    assert all(0 < one < 5 for one in statement_labels().temperatures.values())


def test_the_network_and_its_card_lie_beside_the_labels() -> None:
    assert {"model.onnx", "MODEL_CARD.md", "labels.json"} <= {file.name for file in statement_folder().iterdir()}


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(ValidationError, match="extra"):
        StatementLabels.model_validate({"temperatures": {}, "extra": 1})
