"""How fast ``detente import`` is, how much memory it takes, and how fast measures read what it put in.

    .venv/bin/python benchmarks/imports.py [--rows 1000000] [--coder gdelt|icews] [--keep FILE.db]

The rows are made up: pairs of 60 states, drawn so that a few pairs have most of the events, as in the real sets;
all CAMEO codes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import detente
from detente.knowledge.cameo import cameo
from detente.knowledge.states import states

ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
    "Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\tProvince\t"
    "Country\tLatitude\tLongitude\n"
)
FIRST = dt.date(2000, 1, 1)
DAYS = 9000
LARGE = ("USA", "CHN", "RUS", "JPN", "IND", "GBR", "FRA", "DEU", "KOR", "IRN", "ISR", "PAK")


def drawn(rows: int, seed: int = 1) -> Iterator[tuple[int, str, str, str, str, int]]:
    """Number, day, source, target, CAMEO code and reports of each row."""
    dice = random.Random(seed)
    others = sorted(
        code for code, state in states().items() if state.un.value == "member" and state.valid_until is None
    )
    parties = [*LARGE, *dice.sample([code for code in others if code not in LARGE], 48)]
    weights = [1 / (rank + 1) for rank in range(len(parties))]
    codes = [code for code, entry in cameo().items() if len(code) > 2 and entry.goldstein is not None]
    days = [(FIRST + dt.timedelta(days=day)).strftime("%Y%m%d") for day in range(DAYS)]
    pairs = list(zip(dice.choices(parties, weights, k=rows), dice.choices(parties, weights, k=rows), strict=True))
    for number, (source, drawn_target) in enumerate(pairs, start=1):
        target = drawn_target if drawn_target != source else parties[(parties.index(source) + 1) % len(parties)]
        yield number, dice.choice(days), source, target, dice.choice(codes), dice.randint(1, 30)


def write_gdelt(path: Path, rows: int) -> None:
    """A file of GDELT 2.0: 61 columns."""
    with path.open("w", encoding="utf-8") as out:
        for number, day, source, target, code, reports in drawn(rows):
            cells = [""] * 61
            cells[0], cells[1], cells[5], cells[6], cells[7] = (
                str(number),
                day,
                source,
                states()[source].name.upper(),
                source,
            )
            cells[15], cells[16], cells[17] = target, states()[target].name.upper(), target
            cells[25], cells[26], cells[30] = "1", code, f"{cameo()[code].goldstein}"
            cells[31], cells[32], cells[33] = str(reports), "1", str(reports)
            cells[60] = f"https://news.example/{day}/{number}"
            out.write("\t".join(cells) + "\n")


def write_icews(path: Path, rows: int) -> None:
    """A file of ICEWS's Dataverse: 20 columns."""
    with path.open("w", encoding="utf-8") as out:
        out.write(ICEWS)
        for number, day, source, target, code, _ in drawn(rows):
            one, other = states()[source].name, states()[target].name
            date = f"{day[:4]}-{day[4:6]}-{day[6:]}"
            cells = [str(number), date, one, "", one, cameo()[code].name, code, f"{cameo()[code].goldstein}", other, "",
                     other, str(number), "1", "", "", "", "", one, "", ""]  # fmt: skip
            out.write("\t".join(cells) + "\n")


@contextmanager
def timed(what: str, result: dict[str, float]) -> Iterator[None]:
    """Print and keep how long something takes, by the clock and on the processor, child processes included."""
    started, worked = time.perf_counter(), processor_time()
    yield
    result[what] = round(time.perf_counter() - started, 2)
    print(f"{what:<44}{result[what]:>8.2f} s {processor_time() - worked:>8.2f} s of processor")


def processor_time() -> float:
    """Seconds that this process and those it has waited for have worked."""
    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in uses)


def main() -> None:
    """Make a file, import it in a process of its own, and time what reads it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--coder", choices=["gdelt", "icews"], default="gdelt")
    parser.add_argument("--keep", type=Path, help="leave the record at this place")
    arguments = parser.parse_args()
    result: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        path, db = Path(folder) / "events.tsv", arguments.keep or Path(folder) / "record.db"
        {"gdelt": write_gdelt, "icews": write_icews}[arguments.coder](path, arguments.rows)
        print(
            f"{arguments.rows:,} rows of {arguments.coder}, {path.stat().st_size / 1e6:.0f} MB, {os.cpu_count()} cores"
        )
        command = [
            str(Path(sys.executable).with_name("detente")),
            "import",
            arguments.coder,
            str(path),
            "--db",
            str(db),
        ]
        with timed("import", result):
            subprocess.run(command, check=True)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{'peak memory of the import':<44}{peak:>8.0f} MB")
        print(f"{'record on disk':<44}{db.stat().st_size / 1e6:>8.0f} MB")
        with timed("the same again, a no-op", result):
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with detente.open(db) as record:
            record.relation("FRA", "DEU").index("month")  # what is imported and opened once is no part of it
            with timed("frame of the largest pair", result):
                frame = record.frame(pair=("USA", "CHN"))
            with timed(f"its index by month ({len(frame):,} events)", result):
                record.relation("USA", "CHN").index("month")
            with timed("matrix of all pairs", result):
                record.pair_matrix()
            with timed("matrix of 12 large states, ten years", result):
                record.pair_matrix(dt.date(2005, 3, 7), dt.date(2015, 8, 20), parties=LARGE)
            with timed("frame of 12 large states", result):
                record.frame(parties=LARGE)
    print(json.dumps({"rows": arguments.rows, "coder": arguments.coder, "peak_mb": round(peak), **result}))


if __name__ == "__main__":
    main()
