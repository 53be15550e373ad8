"""Whatever is wrong with the content is found, at its file and line, and nothing else is."""

import ast
import re
import shutil
from pathlib import Path

import pytest

from bot.domain.problems import Problem
from bot.library.declared import declared
from bot.library.shelves import load
from tests.content.number_plants import NUMBERS
from tests.content.plants import GUIDE, PLANTS, Plant, Where
from tests.content.rule_plants import RULES
from tests.content.service_plants import SERVICES
from tests.house import CONTENT
from tests.words import ROOT

# Found by taking files away or putting others in, below; in what is laid over the content; or by
# the day: each has its own tests.
_ELSEWHERE = {
    "There is no guide here: put the folder back.",
    "A guide needs a file named <id>.vi.md.",
    "Nothing of this name can be laid over the content.",
    "{n} steps of the guide begin with “{words}”: name one.",
    "Each step is a table of its own: [[steps]].",
    "“checked” is a day that has not come yet.",
    "Overdue since {day}: look at the sources, then set new days.",
}

# Read without the guides; test_overlay_numbers holds the library to reading them along.
_OF_NUMBERS = frozenset({"indicators.toml", "targets.toml"})
ALL = [*PLANTS, *RULES, *SERVICES, *NUMBERS]
Found = list[tuple[str, int, str]]


def _found(content: Path, file: str = "") -> Found:
    """Return what is wrong; of what only numbers are made of, without reading every guide."""
    problems: list[Problem] = []
    if file in _OF_NUMBERS:
        declared(content, None, problems)
    else:
        problems += load(content)[1]
    found = [(one.file, one.line, one.text.message) for one in problems]
    return sorted(found, key=lambda problem: problem[:2])


def _line(content: Path, file: str, where: Where) -> int:
    if isinstance(where, int):
        return where
    text = (content / file).read_text("utf-8")
    found = re.search(where, text, re.MULTILINE)
    assert found, where
    return text[: found.start()].count("\n") + 1


@pytest.mark.parametrize("plant", ALL, ids=lambda plant: plant.name)
def test_a_planted_problem_is_found_where_it_is(content: Path, plant: Plant) -> None:
    plant.spoil(content)
    wanted = [(file, _line(content, file, where), said) for file, where, said in plant.problems]
    found = _found(content, plant.file)
    if plant.more:
        found = [problem for problem in found if problem[0] == plant.file]
    assert found == sorted(wanted, key=lambda problem: problem[:2])


def test_a_copy_that_is_not_spoilt_has_no_problems(content: Path) -> None:
    assert _found(content) == []


def test_a_guide_without_its_vietnamese_file_is_found(content: Path) -> None:
    shutil.copy(content / "guides" / "vneid-cai-dat.en.md", content / "guides" / "moi.en.md")
    shutil.copy(content / "guides" / "vneid-cai-dat.en.md", content / "guides" / "ghi-chu.md")
    wanted = "A guide needs a file named <id>.vi.md."
    assert _found(content) == [
        ("guides/ghi-chu.md", 0, wanted),
        ("guides/moi.en.md", 0, wanted),
    ]


def test_a_folder_without_guides_is_found(content: Path) -> None:
    shutil.rmtree(content / "guides")
    assert _found(content) == [("guides", 0, "There is no guide here: put the folder back.")]


def test_a_folder_without_anything_is_found_at_once(tmp_path: Path) -> None:
    unreadable = "This file is missing or cannot be read: put it back."
    assert _found(tmp_path / "nowhere") == [
        ("activities.toml", 0, unreadable),
        ("entries.toml", 0, unreadable),
        ("groups.toml", 0, unreadable),
        ("guides", 0, "There is no guide here: put the folder back."),
        ("indicators.toml", 0, unreadable),
        ("safety.toml", 0, unreadable),
        ("search.toml", 0, unreadable),
        ("services.toml", 0, unreadable),
        ("targets.toml", 0, unreadable),
    ]


def test_a_guide_may_be_in_vietnamese_alone(content: Path) -> None:
    (content / "guides" / "vneid-cai-dat.en.md").unlink()
    library, problems = load(content)
    assert problems == ()
    guide = library.guides["vneid-cai-dat"]
    assert guide.title.of("en") == guide.title.of("vi")
    assert guide.steps[0].of("en") == guide.steps[0].of("vi")


def test_lines_ending_as_on_windows_are_read_alike(content: Path) -> None:
    path = content / GUIDE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert _found(content) == []
    assert load(content)[0].guides == load(CONTENT)[0].guides


def test_all_problems_are_found_at_once_by_file_and_line(content: Path) -> None:
    chosen = [one for one in ALL if one.name in _TOGETHER]
    for plant in chosen:
        plant.spoil(content)
    wanted = [
        (file, _line(content, file, where), said)
        for plant in chosen
        for file, where, said in plant.problems
    ]
    assert len(wanted) == len(_TOGETHER)
    assert _found(content) == sorted(wanted, key=lambda problem: problem[:2])


_TOGETHER = {
    "a long title",
    "a text for a date",
    "an unknown group",
    "a long step",
    "a long fix",
    "fewer things to bring",
    "an unknown unit",
    "a long label",
    "a long safety line",
}


def test_every_problem_that_the_library_knows_is_planted() -> None:
    known = {
        call.args[0].value
        for file in (ROOT / "bot" / "library").glob("*.py")
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "n_"}
        and isinstance(call.args[0], ast.Constant)
    }
    assert known == {plant.message for plant in ALL} | _ELSEWHERE
