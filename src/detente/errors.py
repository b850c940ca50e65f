"""The errors of Détente.

    DetenteError
    ├── InputError            an input that can't be used: names the source and the reason
    │   ├── UnreadableInput     it can't be opened or decoded
    │   ├── EmptyInput          there is no article text in it
    │   ├── MalformedInput      a part of it breaks its own format
    │   └── UncodableInput      the coder failed on it
    ├── KnowledgeError        a table in knowledge/ breaks its schema
    ├── UnknownActor          a name or code that is no state or organisation
    ├── UnknownCoder          no coder is registered under that name
    ├── WorkerDied            a process that coded was killed, or crashed
    ├── StoreError            the database can't be opened, or is not one of ours
    └── MissingExtra          an optional dependency is not installed: names the extra

Every message says what went wrong, with what, and where it can, what to try.
"""


class DetenteError(Exception):
    """Base class of all errors that Détente raises on purpose."""


class InputError(DetenteError):
    """An input that can't be used.

    Args:
        source: path or address of the input, as given.
        reason: what is wrong with it, for a person to read.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str]]:
        return type(self), (self.source, self.reason)


class UnreadableInput(InputError):
    """An input that can't be opened or decoded."""


class EmptyInput(InputError):
    """An input without article text."""


class MalformedInput(InputError):
    """An input, or a record in it, that breaks its own format."""


class UncodableInput(InputError):
    """An input on which the coder failed."""


class KnowledgeError(DetenteError):
    """A table in knowledge/ that breaks its schema."""


class UnknownActor(DetenteError):
    """A name or code that stands for no state or organisation we know."""


class UnknownCoder(DetenteError):
    """No coder is registered under the name asked for."""


class WorkerDied(DetenteError):
    """A process that coded was killed, or crashed."""


class StoreError(DetenteError):
    """The database can't be opened, or is not one of ours."""


class MissingExtra(DetenteError):
    """An optional dependency is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an optional package: pip install 'detente[{extra}]'")
        self.what = what
        self.extra = extra

    def __reduce__(self) -> tuple[type["MissingExtra"], tuple[str, str]]:
        return type(self), (self.what, self.extra)
