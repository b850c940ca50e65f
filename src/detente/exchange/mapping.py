"""A user's TOML file that says which column of a CSV file is what."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from detente.errors import InputError, MalformedInput, UnreadableInput


class Mapping(BaseModel):
    """Which column is what.

    Attributes:
        date: column of the day.
        source: column of who acts: a code or a name.
        target: column of whom it is done to.
        root: column of the PLOVER event type.
        mode: column of the PLOVER mode.
        cameo: column of the CAMEO code.
        score: column of a score of the user's own, -10 to 10.
        id: column of an id; the whole row tells events apart where there is none.
        reports: column of how many reports stand behind a row.
        url: column of an address.
        date_format: how days are written, as ``strptime`` has it; ISO 8601 or 20240726 where left out.
        delimiter: what stands between cells.
        values: what the file's own words for types are in PLOVER: ``"protest" = "PROTEST demo"``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: str
    source: str
    target: str
    root: str | None = None
    mode: str | None = None
    cameo: str | None = None
    score: str | None = None
    id: str | None = None
    reports: str | None = None
    url: str | None = None
    date_format: str | None = None
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] = ","
    values: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_code(self) -> Self:
        if not (self.root or self.cameo or self.score):
            raise ValueError("one of root, cameo and score has to name a column")
        if self.root and self.cameo:
            raise ValueError("name a column for root or for cameo, not for both")
        return self

    def columns(self) -> tuple[str, ...]:
        """All columns that the file must have."""
        named = (self.date, self.source, self.target, self.root, self.mode, self.cameo, self.score, self.id,
                 self.reports, self.url)  # fmt: skip
        return tuple(column for column in named if column)


def read_mapping(path: Path) -> Mapping:
    """Read a mapping.

    Raises:
        InputError: it can't be read, or breaks its schema.
    """
    try:
        return Mapping.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UnreadableInput(str(path), error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MalformedInput(str(path), f"is no TOML: {error}") from error
    except ValidationError as error:
        raise _explain(path, error) from error


def _explain(path: Path, error: ValidationError) -> InputError:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    reason = first["msg"].removeprefix("Value error, ")
    return MalformedInput(str(path), f"{where}: {reason}" if where else reason)
