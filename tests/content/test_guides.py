"""Each guide file: short steps, few sentences, and the same in both languages."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from bot.domain.guides import Guide
from bot.domain.problems import Problem
from bot.library.guide_file import Written, read
from bot.library.sentences import sentences
from bot.library.shelves import load
from tests.house import CONTENT, LIBRARY

FILES = sorted(path.name for path in (CONTENT / "guides").iterdir())
GUIDES = sorted(LIBRARY.guides)
IN_ENGLISH = sorted(name.removesuffix(".en.md") for name in FILES if name.endswith(".en.md"))
_IDS = Path(__file__).resolve().parents[3] / "shared" / "facts" / "guide-ids.csv"
_LINK = re.compile(r"\]\(([^)]+)\)")
# Telephone numbers, codes of procedures, years: three digits or more.
_NUMBER = re.compile(r"\d[\d., ]+\d")


def _written(file: str) -> Written:
    problems: list[Problem] = []
    written = read(CONTENT / "guides" / file, file, problems)
    assert (problems, written is None) == ([], False)
    assert written is not None
    return written


@cache
def _guide(guide_id: str) -> Guide:
    return LIBRARY.guides[guide_id]


def test_the_shipped_content_has_no_problems() -> None:
    assert load(CONTENT)[1] == ()


def test_every_guide_is_in_vietnamese_and_the_most_used_are_in_english_too() -> None:
    vietnamese = [name.removesuffix(".vi.md") for name in FILES if name.endswith(".vi.md")]
    assert sorted(vietnamese) == GUIDES
    assert set(IN_ENGLISH) <= set(GUIDES)
    assert len(IN_ENGLISH) >= 20


@pytest.mark.skipif(not _IDS.exists(), reason="../shared/facts is not part of the project")
def test_every_id_of_the_facts_has_its_guide() -> None:
    with _IDS.open(encoding="utf-8") as file:
        assert sorted(row["id"] for row in csv.DictReader(file, delimiter=";")) == GUIDES


@pytest.mark.skipif(not _IDS.exists(), reason="../shared/facts is not part of the project")
def test_each_guide_stands_on_the_shelf_that_the_facts_give_it() -> None:
    with _IDS.open(encoding="utf-8") as file:
        wanted = {row["id"]: row["group"] for row in csv.DictReader(file, delimiter=";")}
    guides = LIBRARY.guides.values()
    assert {guide.id: guide.group for guide in guides} == {one: wanted[one] for one in GUIDES}


@pytest.mark.parametrize("file", FILES)
def test_every_step_is_at_most_300_signs_and_two_sentences(file: str) -> None:
    long = {
        step: (len(step), sentences(step))
        for step in (one.text for one in _written(file).steps)
        if len(step) > 300 or sentences(step) > 2
    }
    assert long == {}


@pytest.mark.parametrize("file", FILES)
def test_titles_fit_where_they_are_shown(file: str) -> None:
    written = _written(file)
    title = str(written.head.get("title"))
    assert 7 <= len(title) <= 60
    long = [one.title for one in written.troubles if not 3 <= len(one.title) <= 40]
    assert long == []


@pytest.mark.parametrize("file", FILES)
def test_a_guide_is_neither_too_short_to_help_nor_too_long_to_follow(file: str) -> None:
    written = _written(file)
    assert 3 <= len(written.steps) <= 12
    assert 1 <= len(written.troubles) <= 12
    assert len({one.title for one in written.troubles}) == len(written.troubles)


@pytest.mark.parametrize("guide", IN_ENGLISH)
def test_the_languages_have_the_same_steps_and_troubles(guide: str) -> None:
    vietnamese, english = _written(f"{guide}.vi.md"), _written(f"{guide}.en.md")
    assert len(vietnamese.steps) == len(english.steps)
    assert [(one.step, one.links) for one in vietnamese.troubles] == [
        (one.step, one.links) for one in english.troubles
    ]
    for key in ("bring", "help"):
        assert len(list(vietnamese.head.many(key, most=300))) == len(
            list(english.head.many(key, most=300))
        )


@pytest.mark.parametrize("guide", IN_ENGLISH)
def test_a_step_names_the_same_numbers_in_both_languages(guide: str) -> None:
    steps = _guide(guide).steps
    troubles = _guide(guide).troubles
    said = [*steps, *(one.fix for one in troubles), *_guide(guide).help]
    differ = {
        words.of("vi"): words.of("en")
        for words in said
        if _numbers(words.of("vi")) != _numbers(words.of("en"))
    }
    assert differ == {}


@pytest.mark.parametrize("guide", IN_ENGLISH)
def test_english_is_not_vietnamese_said_again(guide: str) -> None:
    one = _guide(guide)
    said = (one.title, one.for_whom, one.time, one.fee, *one.steps, *one.bring, *one.help)
    same = [words.of("vi") for words in said if words.of("vi") == words.of("en")]
    assert same == []


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_sourced_dated_and_to_be_looked_at_again(guide: str) -> None:
    one = _guide(guide)
    assert len(one.sources) == len({source.url for source in one.sources}) >= 1
    assert one.checked < one.review_by
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}|no date", source.date) for source in one.sources)


@pytest.mark.parametrize("file", FILES)
def test_no_link_is_left_in_what_is_read_out(file: str) -> None:
    written = _written(file)
    said = [*(one.text for one in written.steps), *(one.fix for one in written.troubles)]
    assert [text for text in said if _LINK.search(text)] == []


@pytest.mark.parametrize("file", FILES)
def test_the_mark_of_doubt_is_not_shown(file: str) -> None:
    written = _written(file)
    said = [*(one.text for one in written.steps), *(one.fix for one in written.troubles)]
    assert [text for text in said if "[?]" in text] == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Bấm “Đăng nhập”.", 1),
        ("Mở máy", 1),
        ("Gõ dichvucong.gov.vn bằng tay. Xong thì bấm.", 2),
        ("Gọi 1900 0368, mã 1.001193.", 1),
        ("Bấm “Gửi”. “Xong” là được. Về!", 3),
        ("Máy nào? iPhone là “App Store”.", 2),
        ("Thẻ, sổ v.v. đều được.", 1),
        ("Ra UBND TP. Huế (cổng sau).", 1),
        ("Một. Hai. Ba", 3),
        ("", 0),
    ],
)
def test_sentences_are_counted_as_a_reader_would(text: str, count: int) -> None:
    assert sentences(text) == count


def _numbers(text: str) -> list[str]:
    return sorted(
        number for found in _NUMBER.findall(text) if len(number := re.sub(r"\D", "", found)) > 2
    )
