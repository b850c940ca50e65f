"""One run of the command line: what a command raises becomes a line on standard error and an exit code."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from detente.cli.messages import complain
from detente.errors import DetenteError, UnknownActor, UnknownCoder

DONE, FAILED, WRONG_USE, IN_PART, INTERRUPTED = 0, 1, 2, 3, 130


class WrongUseError(DetenteError):
    """The command was asked for something that makes no sense; exit code 2."""


def run(tokens: Sequence[str]) -> int:
    """Run one command.

    Args:
        tokens: the arguments, without the program's name.

    Returns:
        The exit code: 0 done, 1 failed, 2 wrong use, 3 done in part, 130 interrupted.
    """
    from cyclopts import CycloptsError

    from detente.cli.app import build_app

    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s: %(message)s")
    try:
        code = build_app()(list(tokens), exit_on_error=False, print_error=False)
        sys.stdout.flush()
    except CycloptsError as error:
        complain(str(error).strip(), hint=f"try: {_path_of(error)} --help")
        return WRONG_USE
    except (WrongUseError, UnknownActor, UnknownCoder) as error:
        complain(str(error))
        return WRONG_USE
    except DetenteError as error:
        complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe has had enough (`detente events | head`): no failure of ours. Python
        # would complain once more on flushing at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code if isinstance(code, int) else DONE


def _path_of(error: object) -> str:
    chain = getattr(error, "command_chain", None) or ()
    return " ".join(["detente", *chain])
