"""What giving a figure means: what it replaces, what is strange about it, which rates it makes."""

from datetime import date
from decimal import Decimal

import pytest

from bot.domain.asking import OTHERS, asked, missing, needed
from bot.domain.giving import Odd, Step, expires, oddities, rates, step
from bot.domain.indicators import Ladder
from bot.domain.text import Words
from tests.outside import QUANTITIES, at_most, catalogue, figure, outside, rate

_ACTIVATED = rate("kich_hoat_tren_the", "kich_hoat", "the_tu_14")
_ONLINE = rate("truc_tuyen", "hs_truc_tuyen", "hs_tiep_nhan", "hs")


def test_what_is_asked_for_is_listed_under_the_group_that_asks_first() -> None:
    both = catalogue([_ONLINE, _ACTIVATED, rate("the_tren_dan", "the", "dan_so")])
    assert {group: [one.id for one in ones] for group, ones in asked(both).items()} == {
        "so": ["dan_so", "the_tu_14", "the_duoi_14", "kich_hoat"],
        "hs": ["hs_tiep_nhan", "hs_truc_tuyen"],
        OTHERS: ["so_ho", "ho_cap_quang"],
    }
    absent = missing(both, {"dan_so", "hs_tiep_nhan", "the_tu_14"}.__contains__)
    assert [one.id for one in absent] == ["the_duoi_14", "kich_hoat", "hs_truc_tuyen"]


@pytest.mark.parametrize(
    ("months", "as_of", "day"),
    [(12, "2024-12-31", "2026-01-01"), (6, "2024-08-31", "2025-03-01"),
     (1, "2024-01-31", "2024-03-01")],
)  # fmt: skip
def test_a_stock_is_too_old_from_the_day_after_so_many_months(
    months: int, as_of: str, day: str
) -> None:
    unit = QUANTITIES["dan_so"].unit
    stock = outside("dan_so", "Dân số", unit, months=months)
    assert expires(stock, date.fromisoformat(as_of)) == date.fromisoformat(day)
    assert expires(outside("x", "X", unit), date(2024, 1, 1)) is None
    assert expires(outside("x", "X", unit, months=1, flow=True), date(2024, 1, 1)) is None


def test_a_figure_replaces_corrects_or_stays_behind() -> None:
    standing, older = (
        figure("kich_hoat", 2400, "2024-10-31"),
        figure("kich_hoat", 2000, "2023-12-31"),
    )
    there = (standing, older)
    assert step(figure("kich_hoat", 2495), there) == (Step.REPLACES, standing)
    assert step(figure("kich_hoat", 2401, "2024-10-31"), there) == (Step.CORRECTS, standing)
    assert step(figure("kich_hoat", 2001, "2023-12-31"), there) == (Step.CORRECTS, older)
    assert step(figure("kich_hoat", 2100, "2024-01-31"), there) == (Step.OLDER, standing)
    assert step(figure("kich_hoat", 2400, "2024-10-31"), there) == (Step.SAME, standing)
    assert step(figure("kich_hoat", 2495), ()) == (Step.FIRST, None)
    other_source = figure("kich_hoat", 2400, "2024-10-31", document="12/BC-CAX")
    assert step(other_source, there) == (Step.CORRECTS, standing)


def test_a_window_stands_for_itself() -> None:
    quarter = figure("hs_tiep_nhan", 300, "2024-09-30", since="2024-07-01")
    month = figure("hs_tiep_nhan", 90, "2024-09-30", since="2024-09-01")
    assert step(month, (quarter,)) == (Step.FIRST, None)
    again = figure("hs_tiep_nhan", 301, "2024-09-30", since="2024-07-01")
    assert step(again, (month, quarter)) == (Step.CORRECTS, quarter)


@pytest.mark.parametrize(
    ("before", "now", "strange"),
    [(1000, 1500, False), (1000, 1501, True), (1000, 500, False), (1000, 499, True), (0, 1, True),
     (0, 0, False), (3, 5, True)],
)  # fmt: skip
def test_a_change_of_more_than_half_is_strange(before: int, now: int, strange: bool) -> None:
    earlier = figure("kich_hoat", before, "2024-10-31")
    found = oddities(catalogue(), figure("kich_hoat", now), {"kich_hoat": (earlier,)})
    assert [(one.kind, one.other) for one in found] == [(Odd.CHANGE, earlier)] * strange


def test_a_quarter_is_not_held_against_a_month() -> None:
    month = figure("hs_tiep_nhan", 90, "2024-06-30", since="2024-06-01")
    before = figure("hs_tiep_nhan", 100, "2024-06-30", since="2024-04-01")
    now = figure("hs_tiep_nhan", 300, "2024-09-30", since="2024-07-01")
    assert oddities(catalogue(), now, {"hs_tiep_nhan": (month,)}) == ()
    (found,) = oddities(catalogue(), now, {"hs_tiep_nhan": (month, before)})
    assert found.other == before


def test_a_part_is_not_more_than_its_whole_from_either_side() -> None:
    ladder = Ladder("bac", Words({"vi": "Bậc"}), ("dan_so",), ("the_tu_14", "kich_hoat"))
    both = catalogue(rules=[at_most("ho_cap_quang", "so_ho")], ladders=[ladder])
    cards, people = figure("the_tu_14", 3009), figure("dan_so", 3833)
    over = oddities(both, figure("kich_hoat", 3010), {"the_tu_14": (cards,)})
    assert [(one.kind, one.quantity.id, one.other) for one in over] == [
        (Odd.OVER, "the_tu_14", cards)
    ]
    assert oddities(both, figure("kich_hoat", 3009), {"the_tu_14": (cards,)}) == ()
    under = oddities(both, figure("dan_so", 3008), {"the_tu_14": (cards,)})
    assert [(one.kind, one.quantity.id) for one in under] == [(Odd.UNDER, "the_tu_14")]
    fibre = oddities(both, figure("ho_cap_quang", 647), {"so_ho": (figure("so_ho", 646),)})
    assert [one.kind for one in fibre] == [Odd.OVER]
    assert oddities(both, figure("the_tu_14", 3009), {"dan_so": (people,)}) == ()


def test_a_rate_follows_where_both_counts_are_known() -> None:
    one = catalogue([_ACTIVATED, _ONLINE])
    (made,) = rates(one, [figure("kich_hoat", 2495)], {"the_tu_14": (figure("the_tu_14", 3009),)})
    assert (made.percent, made.numerator, made.denominator) == (Decimal("82.92"), 2495, 3009)
    (under,) = rates(one, [figure("the_tu_14", 3009)], {"kich_hoat": (figure("kich_hoat", 2495),)})
    assert under == made
    assert rates(one, [figure("kich_hoat", 2495)], {}) == ()
    zero = {"the_tu_14": (figure("the_tu_14", 0),)}
    assert rates(one, [figure("kich_hoat", 2495)], zero) == ()
    together = rates(one, [figure("kich_hoat", 2495), figure("the_tu_14", 3009)], {})
    assert together == (made,)


def test_a_rate_over_a_sum_needs_every_part() -> None:
    summed = catalogue([rate("the_tren_dan", "the", "dan_so")])
    people = {"dan_so": (figure("dan_so", 4000),)}
    new = figure("the_tu_14", 3009)
    assert rates(summed, [new], people) == ()
    (made,) = rates(summed, [new], people | {"the_duoi_14": (figure("the_duoi_14", 799),)})
    assert (made.numerator, made.percent) == (3808, Decimal("95.20"))
    assert needed(summed, "the_tu_14") == {"the_tu_14", "the_duoi_14", "dan_so"}


def test_windows_make_a_rate_only_with_the_same_window() -> None:
    one = catalogue([_ONLINE])
    received = figure("hs_tiep_nhan", 1711, "2024-10-31", since="2024-01-01")
    online = figure("hs_truc_tuyen", 1639, "2024-10-31", since="2024-01-01")
    (made,) = rates(one, [online], {"hs_tiep_nhan": (received,)})
    assert made.percent == Decimal("95.79")
    other = figure("hs_truc_tuyen", 1639, "2024-10-31", since="2024-02-01")
    assert rates(one, [other], {"hs_tiep_nhan": (received,)}) == ()
