"""What only time makes wrong is found when a day is given, and never keeps the program still."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.app import sound
from bot.domain.guides import overdue
from bot.library.shelves import load
from tests.content.plants import GUIDE
from tests.house import CONTENT, LIBRARY

FIRST = max(guide.checked for guide in LIBRARY.guides.values())
LAST = min(guide.review_by for guide in LIBRARY.guides.values())
OVERDUE = "Overdue since {day}: look at the sources, then set new days."
EARLY = "“checked” is a day that has not come yet."


def _line(content: Path, key: str) -> int:
    rows = (content / GUIDE).read_text("utf-8").split("\n")
    return next(n for n, row in enumerate(rows, 1) if row.startswith(key))


@pytest.mark.parametrize("day", [FIRST, LAST])
def test_the_shipped_content_is_in_order_from_its_check_to_its_review(day: date) -> None:
    assert load(CONTENT, today=day)[1] == ()


def test_the_day_after_its_review_a_guide_is_overdue(content: Path) -> None:
    path = content / GUIDE
    text = path.read_text("utf-8")
    due = LAST - timedelta(days=1)
    path.write_text(text.replace("review_by = 2027-05-22", f"review_by = {due}"), "utf-8")
    assert load(content, today=due)[1] == ()
    (one,) = load(content, today=LAST)[1]
    assert (one.file, one.line, one.text.message) == (GUIDE, _line(content, "review_by"), OVERDUE)
    assert one.text.values["day"] == due


def test_the_list_of_services_is_due_like_a_guide(content: Path) -> None:
    path = content / "services.toml"
    due = LAST - timedelta(days=1)
    text = path.read_text("utf-8").replace("review_by = 2027-02-22", f"review_by = {due}", 1)
    path.write_text(text, "utf-8")
    assert load(content, today=due)[1] == ()
    (one,) = load(content, today=LAST)[1]
    line = text[: text.index(f"review_by = {due}")].count("\n") + 1
    assert (one.file, one.line, one.text.message) == ("services.toml", line, OVERDUE)


def test_a_check_that_lies_ahead_is_found(content: Path) -> None:
    ahead = FIRST + timedelta(days=1)
    path = content / GUIDE
    text = path.read_text("utf-8")
    path.write_text(text.replace("checked = 2026-11-22", f"checked = {ahead}"), "utf-8")
    assert load(content, today=ahead)[1] == ()
    (one,) = load(content, today=FIRST)[1]
    assert (one.file, one.line, one.text.message) == (GUIDE, _line(content, "checked"), EARLY)


def test_no_day_keeps_the_program_from_starting(content: Path) -> None:
    # The library that serves is not told what day it is: there is nothing that could refuse it.
    path = content / GUIDE
    text = path.read_text("utf-8").replace("checked = 2026-11-22", "checked = 2001-01-01")
    for source in ("2025-12-04", "2023-06-09"):
        text = text.replace(f'"{source}"', '"2000"')
    path.write_text(text.replace("review_by = 2027-05-22", "review_by = 2001-01-02"), "utf-8")
    assert sound(content).guides["vneid-quen-mat-khau"].review_by == date(2001, 1, 2)


def test_overdue_are_those_before_a_day_the_longest_first() -> None:
    guides = LIBRARY.guides.values()
    assert overdue(guides, LAST) == ()
    late = overdue(guides, date(9999, 1, 1))
    assert len(late) == len(guides)
    assert [one.review_by for one in late] == sorted(one.review_by for one in guides)
