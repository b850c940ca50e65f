"""Checks across the tables of this folder that no single loader can make.

A loader refuses a table that breaks its schema; the lint finds what a well-formed table says wrongly: an office
nobody defined, two presidents at once, a name of two states that ambiguous.csv does not list.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from pathlib import Path

from detente.knowledge.agents import agents
from detente.knowledge.companies import Company, companies
from detente.knowledge.holders import Person, Tenure, holders
from detente.knowledge.issues import Issue, issues
from detente.knowledge.offices import Office, offices
from detente.knowledge.organisations import Membership, Organisation, organisations
from detente.knowledge.other_names import other_names
from detente.knowledge.partial_dates import first_day, last_day
from detente.knowledge.sectors import SECTORS
from detente.knowledge.states import Ambiguity, State, ambiguities, states
from detente.knowledge.tables import FOLDER, read_table

# Offices that one person holds at a time.
UNIQUE_OFFICES = frozenset({"monarch", "president", "prime-minister", "foreign-minister", "defence-minister"})
# A cabinet is often sworn in some days after the last one left; a longer gap needs a word of explanation.
GAP_ALLOWED = dt.timedelta(days=7)

_SHARED = re.compile(r"\b(acting|interim|caretaker|co-\w+|joint(ly)?|rival|disputed|rotating|duties)\b", re.I)
_EXPLAINED = re.compile(
    r"\b(vacant|gap|before|after|acting|interim|caretaker|not known|unknown|doubtful|restored|abolished|created)\b",
    re.I,
)
# Common words that name an issue by themselves, as their lines in issues.csv have it.
_ONE_WORD = frozenset(
    "abductees borderisation borderization coronabonds cyberespionage denuclearisation denuclearization deportees "
    "eurobonds fentanyl overcapacity sandeel sandeels screwworm snapback whaling".split()
)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def lint() -> list[str]:
    """Everything that is wrong in the tables, one line a finding; empty when all is well.

    Raises:
        KnowledgeError: a table breaks its schema, so that it can't be checked.
    """
    known = states()
    return [
        *check_states(known, ambiguities()),
        *check_ambiguities(ambiguities(), known, organisations()),
        *check_organisations(organisations(), known, ambiguities()),
        *check_offices(offices(), known),
        *check_holders(holders(), {*known, *organisations()}, offices()),
        *check_agents(),
        *check_companies(companies(), known, organisations(), {*other_names(), *ambiguities()}),
        *check_other_names(known),
        *check_issues(issues(), {*known, *(body.acronym or body.name for body in organisations().values())}),
        *check_order(),
    ]


def check_states(known: Mapping[str, State], listed: Mapping[str, Ambiguity]) -> Iterator[str]:
    """Names that several states have and ambiguous.csv does not list; dates and sectors that are none."""
    owners: dict[str, set[str]] = defaultdict(set)
    for state in known.values():
        yield from _bad_dates(f"states.csv: {state.id}", state.valid_from, state.valid_until)
        yield from (
            f"states.csv: {state.id}: {metonym.text} has the sector {metonym.sector}, which is none"
            for metonym in state.metonyms
            if metonym.sector not in SECTORS
        )
        yield from _repeated(f"states.csv: {state.id}", (*state.names, *state.case_names))
        yield from _repeated(f"places.csv: {state.id}", [place.name for place in state.places])
        if state.valid_until is None:
            for name in _spellings(state):
                owners[name.casefold()].add(state.id)
    marked = {name.casefold() for name in listed}
    for name, ids in sorted(owners.items()):
        if len(ids) > 1 and name not in marked:
            yield f"states.csv: {name!r} is of {', '.join(sorted(ids))} and not in ambiguous.csv"


def check_ambiguities(
    listed: Mapping[str, Ambiguity], known: Mapping[str, State], bodies: Mapping[str, Organisation]
) -> Iterator[str]:
    """Readings of what is neither state nor organisation; a usual reading that is none of the readings."""
    for name, ambiguity in listed.items():
        actors = {reading.actor for reading in ambiguity.readings}
        for actor in sorted(filter(None, actors)):
            if actor not in known and actor not in bodies:
                yield f"ambiguous.csv: {name}: {actor} is no state and no organisation"
        if ambiguity.usual is not None and ambiguity.usual not in actors:
            yield f"ambiguous.csv: {name}: the usual {ambiguity.usual} is none of its readings"


def check_organisations(
    bodies: Mapping[str, Organisation], known: Mapping[str, State], listed: Mapping[str, Ambiguity]
) -> Iterator[str]:
    """Members, countries and parents that don't exist; names that two organisations share; memberships twice."""
    owners: dict[str, set[str]] = defaultdict(set)
    for body in bodies.values():
        where = f"organisations.yaml: {body.id}"
        yield from _bad_dates(where, body.founded, body.dissolved)
        yield from _repeated(where, [*body.aliases, *body.case_names, body.name])
        yield from _unsorted(where, body.aliases, body.case_names, body.meetings)
        if body.country is not None and body.country not in known:
            yield f"{where}: the country {body.country} is unknown"
        if body.part_of is not None and body.part_of not in bodies:
            yield f"{where}: part of {body.part_of}, which is unknown"
        for member in body.members:
            if member.state not in known and member.state not in bodies:
                yield f"{where}: the member {member.state} is unknown"
            yield from _bad_dates(f"{where}: {member.state}", member.start, member.end)
        yield from _double_members(where, body.members)
        for name in {body.name, *body.aliases, *body.case_names, *filter(None, [body.acronym])}:
            owners[name].add(body.id)
    for name, ids in sorted(owners.items()):
        if len(ids) > 1 and name not in listed:
            yield f"organisations.yaml: {name!r} is of {', '.join(sorted(ids))} and not in ambiguous.csv"


def check_offices(rows: Sequence[Office], known: Mapping[str, State]) -> Iterator[str]:
    """Wordings of two offices in one country, or in any; countries that don't exist; names not in lower case."""
    owners: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for office in rows:
        if not _SLUG.fullmatch(office.id):
            yield f"offices: {office.id!r} is not kebab-case"
        yield from (
            f"offices: {office.id}: the country {code} is unknown" for code in office.countries if code not in known
        )
        yield from _repeated(f"offices: {office.id}", office.names)
        for name in office.names:
            if name != name.lower():
                yield f"offices: {office.id}: {name!r} is not in lower case"
            for country in office.countries or (None,):
                owners[name, country].add(office.id)
    for (name, country), ids in sorted(owners.items(), key=str):
        if len(ids) > 1:
            yield f"offices: {name!r} ({country or 'any country'}) is {' and '.join(sorted(ids))}"


def check_holders(people: Sequence[Person], known: Collection[str], rows: Sequence[Office]) -> Iterator[str]:
    """Countries and offices that don't exist; one name for two people; two holders of one seat; empty seats."""
    ids = {office.id for office in rows}
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    seats: dict[tuple[str, str], list[tuple[Tenure, str]]] = defaultdict(list)
    for person in people:
        names[person.country, person.name].add(person.id)
        for country in dict.fromkeys((person.country, *(tenure.country for tenure in person.tenures))):
            if country not in known:
                yield f"holders: {person.id}: {country} is no state and no organisation"
        yield from _repeated(f"holders: {person.id}", (person.name, *person.aliases))
        for tenure in person.tenures:
            if tenure.office not in ids:
                yield f"holders: {person.id}: the office {tenure.office} is in no table of offices"
            if tenure.office in UNIQUE_OFFICES:
                seats[tenure.country, tenure.office].append((tenure, person.id))
    for (country, name), same in sorted(names.items()):
        if len(same) > 1:
            yield f"holders: {country}: {name} is {' and '.join(sorted(same))}"
    for (country, office), tenures in sorted(seats.items()):
        yield from (f"holders: {country}: {office}: {finding}" for finding in check_seat(tenures))


def check_seat(tenures: Iterable[tuple[Tenure, str]]) -> Iterator[str]:
    """What can't be right in the tenures of a seat that one person holds at a time.

    Only what holds whatever days the cut dates stand for is found.

    Args:
        tenures: each tenure with the id of its holder, in any order.
    """
    dated = [(tenure, person) for tenure, person in tenures if tenure.start is not None]
    dated.sort(key=lambda pair: (first_day(pair[0].start or ""), last_day(_end(pair[0]) or pair[0].start or "")))
    for (one, first), (other, second) in combinations(dated, 2):
        end = _end(one)
        shared = any(_SHARED.search(tenure.note or "") for tenure in (one, other))
        if end and not shared and last_day(other.start or "") < first_day(end):
            yield f"{first} (until {end}) and {second} (from {other.start}) overlap"
    latest: dt.date | None = None
    for (before, _), (after, person) in pairwise(dated):
        end = _end(before)
        if end is None:
            latest = None
            continue
        latest = max(latest or last_day(end), last_day(end))
        explained = any(_EXPLAINED.search(tenure.note or "") for tenure in (before, after))
        if not explained and first_day(after.start or "") - latest > GAP_ALLOWED:
            yield f"nobody from {latest} until {person} (from {after.start})"


def check_agents() -> Iterator[str]:
    """Head nouns not in lower case, and plurals that are the lemma of another."""
    for agent in agents().values():
        for form in {agent.lemma, agent.plural or agent.lemma}:
            if form != form.lower():
                yield f"agents.csv: {form!r} is not in lower case"
            if form != agent.lemma and form in agents():
                yield f"agents.csv: {form!r} is a plural and a lemma"


def check_companies(
    firms: Mapping[str, Company],
    known: Collection[str],
    bodies: Mapping[str, Organisation],
    others: Collection[str],
) -> Iterator[str]:
    """Countries that don't exist; names that two companies have, or a company and another table.

    Args:
        firms: the companies by id.
        known: codes of the states.
        bodies: the organisations.
        others: names that mean no actor, or more than one.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for body in bodies.values():
        for name in {body.name, *body.aliases, *body.case_names, *filter(None, [body.acronym])}:
            owners[name].add(body.id)
    for firm in firms.values():
        where = f"companies.csv: {firm.id}"
        if firm.country not in known:
            yield f"{where}: the country {firm.country} is unknown"
        yield from _repeated(where, (firm.name, *firm.aliases))
        yield from _unsorted(where, firm.aliases)
        for name in sorted({firm.name, *firm.aliases}):
            owners[name].add(firm.id)
            if name in others:
                yield f"{where}: {name!r} is in ambiguous.csv or other_names.csv"
    for name, ids in sorted(owners.items()):
        if len(ids) > 1 and not ids.isdisjoint(firms):
            yield f"companies.csv: {name!r} is of {', '.join(sorted(ids))}"


def check_other_names(known: Mapping[str, State]) -> Iterator[str]:
    """Names in other_names.csv that are the whole name of a state."""
    whole = {name for state in known.values() for name in (*state.names, *state.case_names)}
    for name in other_names():
        if name in whole:
            yield f"other_names.csv: {name!r} is the name of a state"


def check_issues(listed: Mapping[str, Issue], known: Collection[str]) -> Iterator[str]:
    """Parties that don't exist or stand in two camps; names that repeat or that two issues share; sides without a name.

    Args:
        listed: the issues by id.
        known: the parties that there are: codes of states, and organisations as reports name them.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for issue in listed.values():
        where = f"issues.csv: {issue.id}"
        if not _SLUG.fullmatch(issue.id):
            yield f"issues.csv: {issue.id!r} is not kebab-case"
        yield from (f"{where}: the party {party} is unknown" for party in issue.parties if party not in known)
        yield from _repeated(f"{where}: parties", issue.parties)
        yield from _repeated(where, [name.lower() for name in issue.names])
        for party, name in issue.side_names:
            if party not in issue.parties:
                yield f"{where}: {party} names it and is no party"
            if not any(name.lower() in wording.lower() for wording in issue.names) and not (
                issue.pattern and issue.pattern.search(name)
            ):
                yield f"{where}: {name!r} is a side's name and in none of its names"
        for name in issue.names:
            owners[name.lower()].add(issue.id)
            if name.islower() and " " not in name and "-" not in name and name not in _ONE_WORD:
                yield f"{where}: {name!r} is a common word"
    for name, ids in sorted(owners.items()):
        if len(ids) > 1:
            yield f"issues.csv: {name!r} is of {', '.join(sorted(ids))}"


def check_order() -> Iterator[str]:
    """Tables whose lines are not in their order, which keeps changes to them readable."""
    for name, columns in (
        ("states.csv", ("id",)),
        ("places.csv", ("country", "kind")),
        ("ambiguous.csv", ("name",)),
        ("agents.csv", ("lemma",)),
        ("companies.csv", ("id",)),
        ("currencies.csv", ("code",)),
        ("issues.csv", ("id",)),
        ("other_names.csv", ("name",)),
        ("cameo.csv", ("code",)),
        ("cameo_actors.csv", ("code",)),
        ("data_names.csv", ("name",)),
    ):
        yield from _out_of_order(FOLDER / name, columns)
    for table in sorted((FOLDER / "holders").glob("*.csv")):
        yield from _out_of_order(table, ("country", "person", "from"))
    yield from _unsorted("organisations.yaml", tuple(organisations()))


def _out_of_order(path: Path, columns: Sequence[str]) -> Iterator[str]:
    with path.open(encoding="utf-8") as stream:
        header = stream.readline().strip().split(",")
    keys = [tuple(row.cells[column] for column in columns) for row in read_table(path, header)]
    for before, after in pairwise(keys):
        if before > after:
            yield f"{path.name}: {' '.join(after)} stands after {' '.join(before)}"


def _spellings(state: State) -> Iterator[str]:
    yield from (*state.names, *state.case_names, *state.adjectives, *state.nouns)
    yield from (metonym.text for metonym in state.metonyms)
    yield from (place.name for place in state.places)


def _double_members(where: str, members: Sequence[Membership]) -> Iterator[str]:
    for one, other in combinations(members, 2):
        if one.state != other.state:
            continue
        first, second = sorted((one, other), key=lambda member: member.start or "")
        if first.end is None or second.start is None or first_day(second.start) < first_day(first.end):
            yield f"{where}: {one.state} is a member twice at once"


def _bad_dates(where: str, start: str | None, end: str | None) -> Iterator[str]:
    try:
        if start and end and first_day(start) > last_day(end):
            yield f"{where}: from {start} is after until {end}"
        first_day(start or end or "2000")
    except ValueError as error:
        yield f"{where}: {error}"


def _repeated(where: str, names: Sequence[str]) -> Iterator[str]:
    yield from (f"{where}: {name!r} is there twice" for name in sorted(set(names)) if names.count(name) > 1)


def _unsorted(where: str, *lists: Sequence[str]) -> Iterator[str]:
    for names in lists:
        for before, after in pairwise(names):
            if before > after:
                yield f"{where}: {after!r} stands after {before!r}"


def _end(tenure: Tenure) -> str | None:
    return tenure.end or tenure.incumbent_as_of
