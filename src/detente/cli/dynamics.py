"""``detente turning-points`` and ``detente responses``: when a relation turned, and how one side answers the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from detente.cli.charting import ChartFile, check_chart, draw_chart
from detente.cli.indexing import Track
from detente.cli.options import DEFAULT_DB, Coder, Db, Listing, Output, Since, Until, open_record
from detente.cli.relations import Frequency

if TYPE_CHECKING:
    import datetime as dt

_DEFAULT = Output()


@Parameter(name="*")
@dataclass(frozen=True)
class Selecting:
    """Options of what counts, and of resampling."""

    db: Db = DEFAULT_DB
    since: Since = None
    until: Until = None
    scale: Annotated[
        str | None,
        Parameter(name="--scale", help="plover, goldstein, quad, or a file of your own with lines like SANCTION,-6."),
    ] = None
    track: Annotated[Track, Parameter(name="--track", help="Only what is on this track.")] = "all"
    coder: Coder = None
    draws: Annotated[int, Parameter(name="--draws", help="Resamples.")] = 1000
    seed: Annotated[int, Parameter(name="--seed", help="Of the resampling: the same seed, the same numbers.")] = 0

    def window(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last day."""
        wanted = Listing(since=self.since, until=self.until).to_filter()
        return wanted.since, wanted.until

    def settings(self) -> dict[str, Any]:
        """Arguments that measures share.

        Raises:
            WrongUseError: there is no such scale, or a number is out of range.
        """
        from detente.cli.running import WrongUseError
        from detente.errors import InputError
        from detente.measures.scales import find_scale

        if self.seed < 0:
            raise WrongUseError(f"--seed {self.seed}: give 0 or more")
        try:
            scale = find_scale(self.scale) if self.scale else None
        except InputError as error:
            raise WrongUseError(str(error)) from error
        return {"scale": scale, "track": self.track, "coders": tuple(self.coder or ()), "draws": self.draws,
                "seed": self.seed}  # fmt: skip


_ALL = Selecting()


def turning_points(
    one: Annotated[str, Parameter(help="A state or organisation, code or name.")],
    other: Annotated[str, Parameter(help="The other one.")],
    *,
    freq: Annotated[Frequency, Parameter(help="Length of a period.")] = "month",
    measure: Annotated[
        Literal["mean", "net"], Parameter(help="Whose level: the mean of scores, or net cooperation.")
    ] = "mean",
    min_size: Annotated[int, Parameter(help="A level lasts at least so many periods with occurrences.")] = 3,
    weighted: Annotated[
        bool, Parameter(negative="", help="Weigh a period by how many occurrences it has; else all count alike.")
    ] = False,
    selecting: Selecting = _ALL,
    output: Output = _DEFAULT,
) -> None:
    """Find when the level of a relation changed, how surely, and what moved it.

    Examples
    --------
    detente turning-points CHN JPN --freq week

    detente turning-points CHN JPN --measure net --weighted --since 2010 -o turns.jsonl
    """
    from detente.cli.dynamics_output import TURN_KEYS, draw_turns, lines_of_turns, tell_turns
    from detente.cli.messages import note
    from detente.cli.naming import parse_pair
    from detente.cli.output import choose_format, write_lines
    from detente.cli.running import WrongUseError
    from detente.measures import turning_points as measure_turns
    from detente.measures.mover_evidence import find_evidence

    pair, (since, until), settings = parse_pair(one, other), selecting.window(), selecting.settings()
    choose_format(output)
    with open_record(selecting.db) as record:
        frame = record.frame(pair=pair, since=since, until=until, statements=selecting.scale == "goldstein")
        try:
            found = measure_turns(
                frame, *pair, freq, measure=measure, min_size=min_size, weighted=weighted, **settings
            )  # fmt: skip
        except ValueError as error:
            raise WrongUseError(str(error)) from error
        evidence = find_evidence(record, pair, found.movers)
    for said in tell_turns(found):
        note(said)
    write_lines(lines_of_turns(found, evidence), TURN_KEYS, output, draw_turns)


def responses(
    one: Annotated[str, Parameter(help="A state or organisation, code or name.")],
    other: Annotated[str, Parameter(help="The other one.")],
    third: Annotated[str | None, Parameter(help="A third one, for a triangle.")] = None,
    /,
    *,
    freq: Annotated[Frequency, Parameter(help="Length of a period.")] = "week",
    measure: Annotated[
        Literal["sum", "mean", "net"],
        Parameter(help="The series: sums of scores (0 where nothing happened), means, or net cooperation."),
    ] = "sum",
    lags: Annotated[int | None, Parameter(help="At most so many; else what the length of the series allows.")] = None,
    criterion: Annotated[Literal["aic", "bic"], Parameter(help="What chooses among them.")] = "bic",
    horizon: Annotated[int, Parameter(help="Responses over so many periods.")] = 8,
    what_if: Annotated[
        tuple[str, str] | None, Parameter(help="What if the first of these moved towards the second?")
    ] = None,
    shock: Annotated[
        float | None,
        Parameter(allow_leading_hyphen=True, help="By so much, in the scale's units; else one standard deviation."),
    ] = None,
    chart: ChartFile = None,
    selecting: Selecting = _ALL,
    output: Output = _DEFAULT,
) -> None:
    """Measure how what one state does to another is answered, between two or among three, by a VAR.

    Examples
    --------
    detente responses CHN JPN --chart responses.svg

    detente responses CHN JPN USA --freq month --since 1995 --format csv -o responses.csv

    detente responses CHN JPN --what-if JPN CHN --shock -10
    """
    from detente.charts import responses_chart
    from detente.cli.dynamics_output import RESPONSE_KEYS, draw_responses, lines_of_responses, tell_left_out
    from detente.cli.messages import note
    from detente.cli.naming import parse_pair, parse_party
    from detente.cli.output import choose_format, write_lines
    from detente.cli.running import WrongUseError
    from detente.measures import Refusal
    from detente.measures import responses as measure_responses

    parties = [*parse_pair(one, other), *([parse_party(third)] if third else [])]
    (since, until), settings = selecting.window(), selecting.settings()
    moved = ">".join(parse_pair(*what_if)) if what_if else None
    if shock is not None and not moved:
        raise WrongUseError("--shock: say what moves, as in --what-if JPN CHN --shock -10")
    check_chart(chart)
    choose_format(output)
    with open_record(selecting.db) as record:
        frame = record.frame(touching=parties, since=since, until=until, statements=selecting.scale == "goldstein")
    try:
        found = measure_responses(
            frame, parties, freq, measure=measure, lags=lags, criterion=criterion, horizon=horizon, what_if=moved,
            shock=shock, **settings,
        )  # fmt: skip
    except ValueError as error:
        raise WrongUseError(str(error)) from error
    if isinstance(found, Refusal):
        note(str(found))
        write_lines([], RESPONSE_KEYS, output, lambda lines, out: None)
        draw_chart(chart, lambda: responses_chart(found))
        return
    for said in tell_left_out(found):
        note(said)
    write_lines(lines_of_responses(found), RESPONSE_KEYS, output, lambda lines, out: draw_responses(found, out))
    draw_chart(chart, lambda: responses_chart(found))
