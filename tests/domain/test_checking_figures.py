"""Figures without a document, too old, or given twice: told once a paper, and not of a slip."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.findings import Kind
from bot.domain.quantities import Origin
from tests.domain.checked import DAY, found, given, rule, spot, stock, told

UNSOURCED, EXPIRED, TWICE = rule(Kind.UNSOURCED), rule(Kind.EXPIRED), rule(Kind.TWICE)
BARE = replace(stock(9), documents=())


def test_figures_of_one_paper_without_a_number_are_one_remark() -> None:
    places = spot(a=BARE, b=BARE, c=stock(9)), spot("Thôn 1", a=BARE), spot("Thôn 2", a=stock(9))
    (one,) = found(UNSOURCED, *places)
    assert (one.place, one.names, len(one.left)) == (None, ("Thôn 1",), 3)
    other = replace(BARE, givers=("Viễn thông",))
    assert [one.place for one in found(UNSOURCED, spot(a=BARE), spot("Thôn 1", b=other))] == [
        None,
        "Thôn 1",
    ]
    assert found(rule(Kind.UNSOURCED, "b"), spot(a=BARE)) == ()
    assert found(UNSOURCED, spot(a=replace(BARE, expired=True))) == ()


def test_only_figures_need_a_document() -> None:
    assert found(UNSOURCED, spot(a=replace(BARE, origin=Origin.EVENTS), b=stock(9))) == ()


def test_figures_that_are_too_old_are_told_of() -> None:
    old = stock(9, day=DAY - timedelta(days=999), expired=True)
    assert told(found(EXPIRED, spot(a=old, b=stock(9)))) == [(None, [9], [], "None")]


def test_a_figure_given_twice_differently_is_found() -> None:
    twice = given(9), given(8, minutes=61)
    assert told(found(TWICE, spot(a=stock(8)), given=twice)) == [(None, [9, 8], [], "None")]
    assert found(TWICE, spot(a=stock(8)), given=(given(8), given(8, minutes=61))) == ()
    by_others = given(9), given(8, minutes=1, giver="Viễn thông")
    assert len(found(TWICE, spot(a=stock(8)), given=by_others)) == 1


def test_a_slip_that_its_giver_puts_right_is_none() -> None:
    assert found(TWICE, spot(a=stock(8)), given=(given(9), given(8, minutes=60))) == ()
    named = given(9), given(8, minutes=999, giver="Viễn thông", corrects="C0")
    assert found(TWICE, spot(a=stock(8)), given=named) == ()


def test_only_figures_in_use_matter() -> None:
    twice = given(9), given(8, minutes=61)
    assert found(TWICE, spot(a=stock(8, day=DAY + timedelta(days=1))), given=twice) == ()
    assert found(TWICE, spot("Thôn 1", a=stock(8)), given=twice) == ()
    assert found(TWICE, spot(b=stock(8)), given=twice) == ()
