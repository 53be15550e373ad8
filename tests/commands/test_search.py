"""`toso search` and `toso guides`: the library, for people and for programs."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Toso
from tests.content.plants import PLANTS, Plant
from tests.content.test_guides import GUIDES
from tests.house import LIBRARY

_TITLE = "Quên mật khẩu VNeID"
_PLANT: Plant = next(plant for plant in PLANTS if plant.name == "an unknown group")


def test_a_search_gives_one_value_in_the_form_of_the_contract(toso: Toso) -> None:
    ran = toso("search", _TITLE, "--json")
    assert (ran.code, ran.err) == (0, "")
    found = ran.json
    assert list(found) == ["query", "sure", "results"]
    assert (found["query"], found["sure"]) == (_TITLE, True)
    best = {"id": "vneid-quen-mat-khau", "title": _TITLE, "score": 100.0}
    assert found["results"][0] == best
    assert {tuple(one) for one in found["results"]} == {("id", "title", "score")}


def test_titles_are_in_the_command_lines_language(toso: Toso) -> None:
    found = toso("search", "quen mat khau vneid", "--json", language="en").json
    assert found["results"][0]["title"] == "Forgotten VNeID password"


def test_many_lines_give_one_value_each_in_order(toso: Toso) -> None:
    queries = [
        _TITLE,
        "",
        "  khai sinh ",
        'he said "x"\\',
        "\u0000\t💥",
        "xyzzy",
        _TITLE,
        "ế" * 9999,
    ]
    ran = toso("search", "-", "--json", stdin="\n".join(queries) + "\r\n")
    assert (ran.code, ran.err) == (0, "")
    found = [json.loads(line) for line in ran.out.split("\n")[:-1]]
    assert [one["query"] for one in found] == queries
    library = LIBRARY
    expected = [library.find(query) for query in queries]
    assert [(one["sure"], [(r["id"], r["score"]) for r in one["results"]]) for one in found] == [
        (one.sure, [(result.id, result.score) for result in one.results]) for one in expected
    ]


def test_no_lines_give_nothing(toso: Toso) -> None:
    ran = toso("search", "-", "--json", stdin="")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_search_for_people_lists_what_was_found(toso: Toso) -> None:
    ran = toso("search", _TITLE)
    assert ran.code == 0
    assert ran.out.split("\n")[0] == f"100.0  vneid-quen-mat-khau  {_TITLE}"
    assert "chưa chắc" not in ran.out


def test_a_search_for_people_says_when_it_is_not_sure(toso: Toso) -> None:
    unsure = toso("search", "điện thoại")
    nothing = toso("search", "xyzzy plugh", language="en")
    assert unsure.out.endswith("\n(chưa chắc)\n")
    assert (nothing.code, nothing.out) == (0, "Nothing found. Try other words.\n")


def test_the_guides_are_listed_in_the_form_of_the_contract(toso: Toso) -> None:
    listed = toso("guides", "--json").json
    assert sorted(one["id"] for one in listed) == GUIDES
    guide = LIBRARY.guides["vneid-quen-mat-khau"]
    assert next(one for one in listed if one["id"] == guide.id) == {
        "id": "vneid-quen-mat-khau",
        "title": _TITLE,
        "group": "su-co",
        "steps": len(guide.steps),
        "activity": guide.activity,
        "confidence": guide.confidence.value,
        "checked": guide.checked.isoformat(),
        "review_by": guide.review_by.isoformat(),
    }


def test_the_guides_are_listed_for_people_one_a_line(toso: Toso) -> None:
    lines = toso("guides").out.splitlines()
    assert sorted(line.split()[0] for line in lines) == GUIDES
    assert f"{'vneid-quen-mat-khau':32}  {_TITLE}" in lines
    assert toso("guides", "list").out.splitlines() == lines


@pytest.mark.parametrize("words", [["search", "thẻ"], ["services"]])
def test_content_out_of_order_is_refused_with_every_problem(
    toso: Toso, content: Path, words: list[str]
) -> None:
    _PLANT.spoil(content)
    ran = toso(*words, content=content, language="en")
    assert (ran.code, ran.out) == (1, "")
    first, second = ran.err.splitlines()
    assert first == "toso: [TS-30] The content is not in order. Mend this, then start again:"
    assert second.endswith(": There is no group “nowhere”.")


def test_who_only_counts_is_not_kept_from_it_by_a_guide(toso: Toso, content: Path) -> None:
    _PLANT.spoil(content)
    # There is no database here, which is looked for after the content.
    assert toso("tally", "--period", "2026", content=content).err.startswith("toso: [TS-45] ")
