"""Parts and wholes, what cannot be more, ratios, shares above 100 %: found, and nothing else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.findings import Answer, Finding, Kind
from bot.domain.periods import period
from bot.domain.quantities import Lack
from bot.domain.units import Unit
from tests.domain.checked import DAY, WEEK, flow, found, rule, share, spot, stock, told

PARTS = rule(Kind.PARTS, "a b c", "whole")
AT_MOST = rule(Kind.AT_MOST, "a b", "c")
RATIO = rule(Kind.RATIO, "a", "b", low=2, high=7)
OVER = rule(Kind.OVER)
VILLAGES = rule(Kind.PARTS, "", "a")
BEFORE = DAY - timedelta(days=1)


def test_parts_that_miss_their_whole_are_found_and_those_that_make_it_are_not() -> None:
    parts = {"a": flow(90), "b": flow(9), "c": flow(0)}
    assert told(found(PARTS, spot(**parts, whole=flow(100)))) == [(None, [90, 9, 0], [100], "99")]
    assert told(found(PARTS, spot("Thôn 9", **parts, whole=flow(98)))) == [
        ("Thôn 9", [90, 9, 0], [98], "99")
    ]
    assert found(PARTS, spot(**parts, whole=flow(99))) == ()


def test_with_a_part_missing_they_can_only_be_too_many() -> None:
    assert found(PARTS, spot(a=flow(90), b=flow(9), whole=flow(100))) == ()
    assert found(PARTS, spot(a=flow(90), c=Lack.MISSING, whole=flow(100))) == ()
    assert told(found(PARTS, spot(a=flow(90), b=flow(9), whole=flow(98)))) == [
        (None, [90, 9], [98], "99")
    ]
    assert found(PARTS, spot(whole=flow(98))) == ()
    assert found(PARTS, spot(a=flow(90), b=flow(9), c=flow(9), whole=Lack.EXPIRED)) == ()


def test_optional_parts_may_be_missing_but_not_out_of_date() -> None:
    some = replace(PARTS, optional=frozenset({"c"}))
    parts = {"a": flow(90), "b": flow(9)}
    assert told(found(some, spot(**parts, whole=flow(100)))) == [(None, [90, 9], [100], "99")]
    assert found(some, spot(**parts, c=flow(1), whole=flow(100))) == ()
    assert found(some, spot(**parts, c=Lack.EXPIRED, whole=flow(100))) == ()
    assert found(some, spot(a=flow(90), c=flow(1), whole=flow(100))) == ()


def test_parts_of_other_days_or_units_are_not_added() -> None:
    other = period("2026-W46")
    assert found(PARTS, spot(a=flow(90), b=flow(99, span=other), whole=flow(9))) == ()
    assert found(PARTS, spot(a=stock(90), b=stock(99, day=BEFORE), whole=stock(9))) == ()
    households = stock(99, Unit.HOUSEHOLD)
    assert found(PARTS, spot(a=stock(90), b=households, whole=stock(9))) == ()


def test_villages_make_up_their_commune() -> None:
    one, other = spot("Thôn 1", a=stock(10)), spot("Thôn 2", a=stock(20))
    (off,) = found(VILLAGES, spot(a=stock(31)), one, other)
    assert told((off,)) == [(None, [10, 20], [31], "30")]
    assert [term.title.of("vi") for term in off.left] == ["Thôn 1", "Thôn 2"]
    assert found(VILLAGES, spot(a=stock(30)), one, other) == ()
    # A village that has not counted may be what is missing.
    assert found(VILLAGES, spot(a=stock(31)), one, spot("Thôn 2")) == ()
    assert found(VILLAGES, spot(a=stock(31)), one, spot("Thôn 2", a=stock(20, day=BEFORE))) == ()
    assert len(found(VILLAGES, spot(a=stock(9)), one, spot("Thôn 2"))) == 1
    assert found(VILLAGES, spot(a=stock(9))) == ()


def test_what_cannot_be_more_is_found_where_it_is() -> None:
    assert told(found(AT_MOST, spot(a=stock(90), b=stock(10), c=stock(99)))) == [
        (None, [90, 10], [99], "99")
    ]
    assert found(AT_MOST, spot(a=stock(90), b=stock(9), c=stock(99))) == ()
    assert told(found(AT_MOST, spot(a=stock(100), c=stock(99)))) == [(None, [100], [99], "99")]
    assert found(AT_MOST, spot(a=stock(100))) == ()
    # Accounts and cards: of both a person has one at most.
    cards = spot(a=stock(9, Unit.ACCOUNT), c=stock(8, Unit.CARD))
    assert len(found(AT_MOST, cards)) == 1
    children = spot(a=stock(90, Unit.CARD), b=stock(10), c=stock(99))
    assert told(found(AT_MOST, children)) == [(None, [90, 10], [99], "99")]
    homes = spot(a=stock(90), b=stock(10, Unit.HOUSEHOLD), c=stock(99))
    assert found(AT_MOST, homes) == ()
    assert found(AT_MOST, spot(a=stock(9, Unit.HOUSEHOLD), c=stock(8))) == ()


@pytest.mark.parametrize(
    ("left", "right", "compared"),
    [
        ("2026-W47", "2026-W47", True),
        ("2026-W47", "2026-11", True),
        ("2026-11", "2026-W47", False),
        ("2026-W47", "2026-W46", False),
        ("2026-11-01..2026-11-30", "2026-11", True),
    ],
)
def test_flows_are_held_against_flows_that_cover_their_days(
    left: str, right: str, *, compared: bool
) -> None:
    amounts = spot(a=flow(9, span=period(left)), c=flow(8, span=period(right)))
    assert bool(found(AT_MOST, amounts)) is compared


def test_stocks_are_compared_of_one_day_and_flows_with_stocks_that_are_good() -> None:
    assert found(AT_MOST, spot(a=stock(9), c=stock(8, day=BEFORE))) == ()
    guided = flow(9, Unit.PERSON)
    assert len(found(AT_MOST, spot(a=guided, c=stock(8, day=BEFORE)))) == 1
    assert found(AT_MOST, spot(a=guided, c=stock(8, expired=True))) == ()
    assert found(AT_MOST, spot(a=stock(9), c=flow(8, Unit.PERSON))) == ()


@pytest.mark.parametrize(
    ("people", "households", "expected"),
    [(14, 2, None), (15, 2, "7"), (4, 2, None), (3, 2, "2"), (3, 0, None)],
)
def test_a_ratio_is_found_outside_its_band(
    people: int, households: int, expected: str | None
) -> None:
    place = spot(a=stock(people), b=stock(households, Unit.HOUSEHOLD))
    assert [str(one.expected) for one in found(RATIO, place)] == ([expected] if expected else [])


def test_a_ratio_of_years_apart_or_of_unlike_windows_says_nothing() -> None:
    homes = {days: stock(1, Unit.HOUSEHOLD, DAY - timedelta(days=days)) for days in (0, 366, 367)}
    alarms = {days: bool(found(RATIO, spot(a=stock(99), b=one))) for days, one in homes.items()}
    assert alarms == {0: True, 366: True, 367: False}
    assert found(RATIO, spot(a=flow(99), b=stock(1))) == ()
    assert found(RATIO, spot(a=stock(99))) == ()
    assert found(RATIO, spot(a=Lack.SILENT, b=stock(1))) == ()


def test_a_share_above_a_hundred_is_found_and_never_capped() -> None:
    values = (share(stock(103), stock(100)),)
    place = replace(spot("Thôn 9"), values=values)
    assert told(found(OVER, place)) == [("Thôn 9", [103], [100], "100")]
    assert found(OVER, replace(place, values=(share(stock(100), stock(100)),))) == ()
    lacking = share(stock(103), stock(100), Lack.EXPIRED)
    assert found(OVER, replace(place, values=(lacking,))) == ()


def test_the_same_two_numbers_are_told_of_once() -> None:
    one = replace(spot(a=stock(103), b=stock(100)), values=(share(stock(103), stock(100)),) * 2)
    assert len(found(OVER, one)) == 1
    both = (OVER, rule(Kind.AT_MOST, "a", "b"))
    assert [each.kind for each in found(both, one)] == [Kind.AT_MOST]
    # Of different days the other rule says nothing, and this one does.
    apart = stock(100, day=BEFORE)
    later = replace(spot(a=stock(103), b=apart), values=(share(stock(103), apart),))
    assert [each.kind for each in found(both, later)] == [Kind.OVER]


def test_an_answer_holds_as_long_as_the_numbers_do() -> None:
    (off,) = found(AT_MOST, spot(a=stock(9), c=stock(8)))
    answer = Answer("đang làm lại", "Cô Chín", date(2026, 11, 22))
    answers = {off.key: answer}
    (same,) = found(AT_MOST, spot(a=stock(9), c=stock(8)), answers=answers)
    assert same.answer == answer
    for other in (
        spot(a=stock(10), c=stock(8)),
        spot(a=stock(9), c=stock(7)),
        spot("Thôn 9", a=stock(9), c=stock(8)),
        spot(a=stock(9, day=BEFORE), c=stock(8, day=BEFORE)),
    ):
        (changed,) = found(AT_MOST, other, answers=answers)
        assert (changed.answer, changed.key == off.key) == (None, False)
    assert len(off.key) <= 160


def test_what_is_answered_comes_last() -> None:
    places = spot("Thôn 1", a=stock(9), c=stock(8)), spot("Thôn 2", a=stock(9), c=stock(8))
    first, second = found(AT_MOST, *places)
    answers = {first.key: Answer("đúng", None, WEEK.end)}
    assert _places(found(AT_MOST, *places, answers=answers)) == ["Thôn 2", "Thôn 1"]
    assert _places((first, second)) == ["Thôn 1", "Thôn 2"]


def _places(findings: tuple[Finding, ...]) -> list[str | None]:
    return [one.place for one in findings]
