"""Holds what members said and saw against the tables, by plain SQL."""

import re
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bot.domain.codes import entry_code
from tests.process.crowd import TITLES, Member, Recorded, Undone, key, letters, shows
from tests.process.town import Town

_RECEIPT = re.compile(r"Đã ghi: (.+): (\d+) [^\n]+?\.\n(?:.*\n)*Mã: (\w+)\.")


def effects(town: Town, members: Sequence[Member], bound: dict[int, int]) -> None:
    """Every message has one row, one letter and exactly the fact it must have."""
    inbox = dict(town.ask("SELECT external_id, id FROM inbox WHERE channel = 'telegram'"))
    bot = members[0].api.me["id"]
    said = {f"{bot}:{one.update}": one for member in members for one in member.said}
    assert inbox.keys() == said.keys()
    assert town.states("inbox") == {"done": len(said)}
    assert town.states("letters") == {"sent": len(said)}
    assert town.ask("SELECT inbox_id FROM letters ORDER BY 1") == [
        (number,) for number in sorted(inbox.values())
    ]
    expected: list[tuple[str, str, int, str, int, str | None]] = []
    for member in members:
        last = ""
        for one in member.said:
            code = entry_code(inbox[f"{bot}:{one.update}"], 0)
            person = bound[member.person.id]
            match one.effect:
                case Recorded(activity, count):
                    last = code
                    expected.append((code, "AssistanceGiven", person, activity, count, None))
                case Undone():
                    given = expected[-1]
                    voided = (code, "AssistanceVoided", person, given[3], -given[4], last)
                    expected.append(voided)
    facts = town.ask(
        "SELECT f.code, f.kind, f.member_id, f.activity, f.count, v.code"
        " FROM facts f LEFT JOIN facts v ON v.id = f.voids WHERE f.code NOT LIKE 'M0%'"
    )
    wrong = sorted(set(facts) ^ set(expected), key=str)
    assert wrong == []
    assert len(facts) == len(expected)


def screens(town: Town, members: Sequence[Member]) -> int:
    """Every message was answered, in order; every receipt is true. Return how many there were."""
    ledger = {
        code: (activity, count)
        for code, activity, count in town.ask(
            "SELECT code, activity, count FROM facts WHERE kind = 'AssistanceGiven'"
        )
    }
    receipts: dict[str, str] = {}
    for member in members:
        shown = list(letters(member.api, member.person.id))
        assert len(shown) == len(member.said)
        numbers = [number for number, __ in shown if number]
        assert numbers == sorted(set(numbers))
        for __, text in shown:
            if found := _RECEIPT.match(text):
                title, count, code = found.groups()
                assert ledger[code] == (TITLES[title], int(count))
                assert receipts.setdefault(code, text) == text
    said = [one.effect for member in members for one in member.said]
    assert len(receipts) == sum(isinstance(effect, Recorded) for effect in said)
    return len(receipts)


def repeated(members: Sequence[Member]) -> int:
    """Count the letters that were shown twice: sent, then killed before that was written down."""
    twice = 0
    for member in members:
        last: int | None = None
        for call in member.api.calls:
            if shows(call, member.person.id):
                twice += key(call) == last
                last = key(call)
    return twice


def phase(town: Town, members: Sequence[Member], copy: Path) -> set[str]:
    """Say where a kill fell, by what it left behind.

    A copy is looked at: reading the file itself would already mend what the program has to mend.
    """
    for ending in ("", "-wal"):
        source = town.path.with_name(f"{town.path.name}{ending}")
        target = copy.with_name(f"{copy.name}{ending}")
        target.unlink(missing_ok=True)
        if source.exists():
            shutil.copyfile(source, target)
    with closing(sqlite3.connect(copy)) as connection:
        inbox = connection.execute("SELECT count(*) FROM inbox WHERE state = 'waiting'")
        stored = inbox.fetchone()[0]
        due = connection.execute(
            "SELECT chat, min(id), json_extract(body, '$.screen') FROM letters"
            " WHERE state = 'waiting' GROUP BY chat"
        ).fetchall()
    seen = {str(member.person.id): member.seen for member in members}
    unsettled = [chat for chat, __, screen in due if screen == seen[chat]]
    phases = {
        "between store and commit": stored,
        "between commit and send": len(due) > len(unsettled),
        "between send and settle": unsettled,
    }
    return {name for name, so in phases.items() if so}
