"""Who visits whom, counted from what is on record."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from detente.records import Contact, ContactKind, Modality

COLUMNS = ("guest", "host", "count")
_HOSTING = "043"  # CAMEO: host a visit; the source is at home


def count_visits(frame: pd.DataFrame, contacts: Iterable[Contact] = ()) -> pd.DataFrame:
    """Visits by guest and host.

    Args:
        frame: tidy occurrences. Imported visits count by day: that one paid it and the other received it is one visit.
        contacts: of our own ledger, which know the host; what of ``frame`` we coded is left to them.

    Returns:
        ``guest``, ``host``, ``count``; the most frequent first. A visit of ours whose host is not known, or who is
        of none of its parties, is not counted.
    """
    # .str.startswith would fail on a frame without a mode at all
    rows = frame[(frame["root"] == "CONSULT") & (frame["mode"] == "visit") & (frame["modality"] == "happened")
                 & (frame["coder"] != "detente")]  # fmt: skip
    days = {
        (row["target"], row["source"], row["start"])
        if row["cameo"] == _HOSTING
        else (row["source"], row["target"], row["start"])
        for row in rows[["source", "target", "start", "cameo"]].to_dict("records")
    }
    found = [(guest, host) for guest, host, _ in days]
    for contact in contacts:
        if contact.kind is ContactKind.VISIT and contact.modality is Modality.HAPPENED and contact.host:
            found += [(party, contact.host) for party in contact.parties if party != contact.host]
    counts = pd.DataFrame(found, columns=["guest", "host"]).value_counts(sort=False).reset_index(name="count")
    ordered = counts.sort_values(["count", "guest", "host"], ascending=[False, True, True], kind="stable")
    return ordered[list(COLUMNS)].reset_index(drop=True)
