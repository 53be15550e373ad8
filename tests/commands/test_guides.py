"""`toso guides check`: everything wrong at once, by file and line, on a day."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.commands.conftest import Toso
from tests.content.plants import PLANTS, Plant
from tests.content.test_guides import GUIDES
from tests.house import LIBRARY

_PLANT: Plant = next(plant for plant in PLANTS if plant.name == "an unknown group")
SetClock = Callable[[datetime], None]
# The days between which all that is shipped is in order.
FIRST = max(guide.checked for guide in LIBRARY.guides.values())
LAST = min(guide.review_by for guide in LIBRARY.guides.values())
DUE = sum(guide.review_by == LAST for guide in LIBRARY.guides.values())


def _line(content: Path) -> int:
    return (content / _PLANT.file).read_text("utf-8").split("\n").index('group = "nowhere"') + 1


@pytest.mark.parametrize("day", [FIRST, LAST])
def test_guides_in_order_are_said_to_be(toso: Toso, day: object) -> None:
    ran = toso("guides", "check", "--today", day, language="en")
    assert (ran.code, ran.out, ran.err) == (0, f"All {len(GUIDES)} guides are in order.\n", "")


def test_guides_out_of_order_are_listed_by_file_and_line(toso: Toso, content: Path) -> None:
    _PLANT.spoil(content)
    ran = toso("guides", "check", "--today", FIRST, content=content, language="en")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{_PLANT.file}:{_line(content)}: There is no group “nowhere”.\n"


def test_guides_are_checked_for_programs_too(toso: Toso, content: Path) -> None:
    sound = toso("guides", "check", "--today", FIRST, "--json")
    assert (sound.code, sound.json, sound.err) == (0, [], "")
    _PLANT.spoil(content)
    checked = ("guides", "check", "--today", FIRST, "--json")
    ran = toso(*checked, content=content, language="en")
    text = "There is no group “nowhere”."
    found = [{"file": _PLANT.file, "line": _line(content), "text": text}]
    assert (ran.code, ran.json) == (1, found)


def test_a_review_that_is_due_is_a_problem_of_the_day_after(toso: Toso) -> None:
    ran = toso("guides", "check", "--today", LAST + timedelta(days=1), language="en")
    assert (ran.code, ran.out) == (1, "")
    lines = ran.err.splitlines()
    assert len(lines) == DUE
    assert all(": Overdue since " in line for line in lines)


def test_without_a_day_it_is_the_clocks_in_viet_nam(toso: Toso, set_clock: SetClock) -> None:
    night = datetime(LAST.year, LAST.month, LAST.day, 16, 59, tzinfo=UTC)
    set_clock(night)
    assert toso("guides", "check").code == 0
    set_clock(night + timedelta(minutes=1))
    assert toso("guides", "check").code == 1


def test_a_wrong_day_is_refused(toso: Toso) -> None:
    ran = toso("guides", "check", "--today", "mai")
    assert (ran.code, ran.out, ran.err[:14]) == (1, "", "toso: [TS-46] ")


def test_what_is_overdue_is_told_by_check_and_stops_nothing(
    toso: Toso, commune: Path, set_clock: SetClock
) -> None:
    late = LAST + timedelta(days=1)
    set_clock(datetime(late.year, late.month, late.day, 9, tzinfo=UTC))
    ran = toso("check", "--db", commune, language="en")
    assert ran.code == 0
    assert ran.out.startswith("Settings, content and database are in order.\n")
    assert ran.err == f"Guides to be looked at again: {DUE}. See: toso guides check\n"
    assert toso("search", "khai sinh").code == 0


def test_what_is_laid_over_the_content_is_listed_checked_and_told(
    toso: Toso, commune: Path, tmp_path: Path, set_clock: SetClock
) -> None:
    set_clock(datetime(FIRST.year, FIRST.month, FIRST.day, 9, tzinfo=UTC))
    folder = tmp_path / "xa"
    (folder / "guides").mkdir(parents=True)
    part = folder / "guides" / "vneid-ma-so-thue.toml"
    written = f'checked = {FIRST}\nreview_by = {LAST}\nfee.vi = "xã không thu"\n'
    part.write_text(written, encoding="utf-8")
    ran = toso("check", "--db", commune, overlay=folder, language="en")
    assert (ran.code, ran.err) == (0, "")
    told = f"Laid over the content: {folder}, which changes 1 guides."
    assert ran.out.splitlines()[-1] == told
    listed = toso("guides", "--json", overlay=folder).json
    changed = next(one for one in listed if one["id"] == "vneid-ma-so-thue")
    assert changed["review_by"] == LAST.isoformat()
    part.write_text(f"{written}fees.vi = 1\n", encoding="utf-8")
    for words in (["guides", "check"], ["check", "--db", commune], ["search", "thẻ"]):
        ran = toso(*words, overlay=folder, language="en")
        assert (ran.code, ran.out) == (1, "")
        assert f"{part}:4: “fees” is not known here. Is “fee” meant?\n" in ran.err
