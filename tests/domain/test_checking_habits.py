"""Counts out of a village's own history, bursts, silence: found late rather than wrongly."""

from datetime import date, timedelta

import pytest

from bot.domain.checking import impersonal
from bot.domain.findings import Answer, Kind
from tests.domain.checked import (
    WEEK,
    found,
    quantity,
    rule,
    series,
    sitting,
    told,
    weeks_before,
)

HISTORY = rule(Kind.HISTORY, low=20, high=5)
BURST = rule(Kind.BURST, low=12, high=2)
SILENT = rule(Kind.SILENT, low=2)
COUNTED = {"a": quantity("a", "x"), "all": quantity("all", "x", "y")}


@pytest.mark.parametrize(
    ("now", "before", "odd"),
    [
        (5, (0, 0, 0, 0), False),
        (21, (0, 0, 0, 0), True),
        (20, (0, 0, 0, 0), False),
        (60, (40, 40, 40, 40, 40, 40, 40, 40), False),
        (73, (40, 40, 40, 40, 40, 40, 40, 40), True),
        (73, (20, 60, 40, 30, 50, 40, 20, 60), False),
        (240, (38, 41, 35, 44, 40, 36, 39, 42), True),
        # One campaign week among the eight does not make the next one usual, nor the others odd.
        (40, (38, 400, 35, 44, 40, 36, 39, 42), False),
        (240, (38, 400, 35, 44, 40, 36, 39, 42), True),
        (2, (240, 250, 245, 238, 251), True),
        (240, (38, 41, 35, None, None), False),
        (240, (38, 41, 35, None, 40), True),
        (None, (240, 250, 245, 238, 251), False),
    ],
)
def test_a_village_is_held_against_its_own_history(
    now: int | None, before: tuple[int | None, ...], *, odd: bool
) -> None:
    known = series(now, *before)
    kept = {"series": (known,), "before": weeks_before(8), "quantities": COUNTED}
    assert bool(found(HISTORY, **kept)) is odd  # type: ignore[arg-type]


def test_history_says_what_was_before_with_its_weeks() -> None:
    weeks = weeks_before(5)
    known = series(240, 38, None, 35, 44, 41)
    (odd,) = found(HISTORY, series=(known,), before=weeks, quantities=COUNTED)
    assert told((odd,)) == [("Thôn 9", [240], [38, 35, 44, 41], "39.5")]
    assert [term.amount.since for term in odd.right] == [
        one.start for one in (weeks[0], *weeks[2:])
    ]


def test_a_week_that_is_not_over_can_be_too_high_and_not_too_low() -> None:
    kept = {"before": weeks_before(4), "quantities": COUNTED, "day": WEEK.last}
    assert found(HISTORY, series=(series(2, 240, 250, 245, 238),), **kept) == ()  # type: ignore[arg-type]
    assert len(found(HISTORY, series=(series(900, 240, 250, 245, 238),), **kept)) == 1  # type: ignore[arg-type]


def test_of_a_quantity_that_holds_another_only_the_narrower_is_named() -> None:
    both = series(240, 9, 9, 9, 9, quantity="all"), series(240, 9, 9, 9, 9)
    odd = found(HISTORY, series=both, before=weeks_before(4), quantities=COUNTED)
    assert [one.left[0].title.of("vi") for one in odd] == ["a"]
    (wide,) = found(HISTORY, series=both[:1], before=weeks_before(4), quantities=COUNTED)
    assert wide.left[0].title.of("vi") == "all"
    only = rule(Kind.HISTORY, "all", low=20, high=5)
    named = found(only, series=both, before=weeks_before(4), quantities=COUNTED)
    assert [one.left[0].title.of("vi") for one in named] == ["all"]


@pytest.mark.parametrize(
    ("seconds", "most"),
    [
        (range(0, 120, 10), 12),
        (range(0, 110, 10), None),
        # A paper list, one entry every twenty seconds.
        (range(0, 1200, 20), None),
        # A message with many entries is one instant.
        ([0] * 40, None),
        ([*range(0, 3000, 300), *range(9000, 9060, 5)], 12),
    ],
)
def test_a_burst_is_more_than_a_hand_can_type(seconds: range | list[int], most: int | None) -> None:
    bursts = found(BURST, sittings=(sitting(*seconds),))
    assert [one.left[0].amount.value for one in bursts] == ([most] if most else [])


def test_a_burst_names_the_member_to_the_official_and_never_on_paper() -> None:
    (one,) = found(BURST, sittings=(sitting(*range(12)),))
    assert (one.place, one.names) == ("Bà Chín", ("Thôn 9",))
    assert impersonal(one).place is None
    assert impersonal(one).key == one.key
    assert found(rule(Kind.BURST), sittings=(sitting(*range(12)),)) == ()


def test_on_paper_no_answer_says_whose_it_is_and_places_stay() -> None:
    (one,) = found(SILENT, silent=("Tổ 9",))
    answers = {one.key: Answer("tổ mới lập", "Cô Chín", date(2026, 11, 22))}
    (one,) = found(SILENT, silent=("Tổ 9",), answers=answers)
    kept = impersonal(one)
    assert (kept.place, kept.answer) == ("Tổ 9", Answer("tổ mới lập", None, date(2026, 11, 22)))


def test_silence_is_told_towards_the_end_of_a_period() -> None:
    teams = ("Tổ 8", "Tổ 9")
    days = (WEEK.start + timedelta(days=days) for days in (3, 4, 7))
    said = [[one.place for one in found(SILENT, silent=teams, day=day)] for day in days]
    assert said == [[], ["Tổ 8", "Tổ 9"], ["Tổ 8", "Tổ 9"]]
