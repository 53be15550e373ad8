"""Questions: who may ask no more for now, and which of them wait too long."""

from datetime import date, timedelta

import pytest

from bot.domain.questions import Load, Question, late, working_days

MONDAY = date(2026, 11, 16)


def _asked(number: int, since: date, **more: object) -> Question:
    return Question(number, "?", since, since, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("since", "today", "days"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY, MONDAY + timedelta(days=4), 4),
        (MONDAY, MONDAY + timedelta(days=6), 4),
        (MONDAY, MONDAY + timedelta(days=7), 5),
        (MONDAY + timedelta(days=5), MONDAY + timedelta(days=7), 1),
        (MONDAY, MONDAY - timedelta(days=9), 0),
    ],
)
def test_weekends_are_no_working_days(since: date, today: date, days: int) -> None:
    assert working_days(since, today) == days


def test_more_than_three_working_days_are_too_long() -> None:
    friday = MONDAY + timedelta(days=4)
    one, two = _asked(1, MONDAY), _asked(2, MONDAY - timedelta(days=3))
    assert late([one, two], friday - timedelta(days=1)) == (two,)
    assert late([one, two], friday) == (two, one)


def test_what_was_named_today_or_is_answered_is_not_named() -> None:
    friday = MONDAY + timedelta(days=4)
    assert late([_asked(1, MONDAY, named=friday)], friday) == ()
    assert late([_asked(1, MONDAY, open=False)], friday) == ()
    again = _asked(1, MONDAY, named=friday)
    assert late([again], friday + timedelta(days=1)) == (again,)


@pytest.mark.parametrize(
    ("load", "full"),
    [(Load(4, 19), False), (Load(5, 5), True), (Load(0, 20), True), (Load(), False)],
)
def test_five_may_wait_and_twenty_may_be_put_on_a_day(load: Load, *, full: bool) -> None:
    assert load.full is full
