"""Counts what was given and not taken back, from the bare tables: nothing of the program's own."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

_COLUMNS = {"village": "village_id", "team": "team_id", "member": "member_id"}


def recount(
    file: Path, first: str, last: str, by: str, commune: str
) -> list[tuple[str | None, str, int]]:
    """Return (name, activity, count), sorted: one for each place or person and activity.

    1. Read every fact; note which entries were taken back.
    2. Keep what was given in the commune, between both days.
    3. Add up in Python, by number; only then look up the name.
    """
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        facts = connection.execute("SELECT * FROM facts").fetchall()
        people = dict(connection.execute("SELECT id, name FROM people").fetchall())
        places = dict(connection.execute("SELECT id, name FROM places").fetchall())
    taken_back = {fact["voids"] for fact in facts if fact["kind"] == "AssistanceVoided"}
    counted: Counter[tuple[int | None, str]] = Counter()
    for fact in facts:
        given = fact["kind"] == "AssistanceGiven" and fact["id"] not in taken_back
        if given and places[fact["commune_id"]] == commune and first <= fact["day"] <= last:
            whose = fact[_COLUMNS[by]] if by in _COLUMNS else None
            counted[whose, fact["activity"]] += fact["count"]
    names = people if by == "member" else places
    found = [(names.get(whose), activity, count) for (whose, activity), count in counted.items()]
    return sorted(found, key=lambda row: (row[0] or "", row[1], row[2]))


def taken_back(file: Path, first: str, last: str) -> int:
    """Return how many entries of those days were taken back."""
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute(
            "SELECT COUNT(*) FROM facts WHERE voids IS NOT NULL AND day BETWEEN ? AND ?",
            (first, last),
        )
        return int(found.fetchone()[0])
