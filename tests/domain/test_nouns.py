"""The small rules of the other nouns: roles and scopes, tallies, troubles, errors."""

from datetime import date

import pytest

from bot.domain.errors import Refused, Unclear, Undelivered
from bot.domain.guides import Confidence, Guide, Trouble
from bot.domain.people import (
    EVERYONE,
    LEADERS,
    MEMBERS,
    OVERSEERS,
    ROSTERED,
    STRANGERS,
    Person,
    Role,
    role_of,
)
from bot.domain.places import Place, Scope
from bot.domain.tally import Row, summed
from bot.domain.text import Phrase, Words

COMMUNE, VILLAGE, TEAM = Place(1, "Bình An"), Place(2, "Gò Đá"), Place(3, "Tổ Gò Đá")


def _person(role: Role) -> Person:
    if role is Role.OFFICIAL:
        return Person(9, "Thanh", "chị", role, COMMUNE, None, None)
    return Person(8, "Hoa", "bà", role, COMMUNE, VILLAGE, TEAM)


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        (Role.MEMBER, Scope(COMMUNE, TEAM)),
        (Role.LEADER, Scope(COMMUNE, TEAM)),
        (Role.OFFICIAL, Scope(COMMUNE, None)),
    ],
)
def test_only_an_official_sees_the_whole_commune(role: Role, scope: Scope) -> None:
    assert _person(role).scope == scope


def test_nobody_is_a_stranger() -> None:
    assert role_of(None) is Role.STRANGER
    assert role_of(_person(Role.LEADER)) is Role.LEADER


def test_the_groups_of_roles_divide_everyone() -> None:
    assert STRANGERS | ROSTERED == EVERYONE == frozenset(Role)
    assert not STRANGERS & ROSTERED
    assert frozenset({Role.LEADER, Role.DEPUTY}) == LEADERS
    assert frozenset({Role.MEMBER, Role.LEADER, Role.DEPUTY}) == MEMBERS
    assert frozenset({Role.LEADER, Role.DEPUTY, Role.OFFICIAL}) == OVERSEERS


def test_rows_are_added_up_by_activity_and_zeros_left_out() -> None:
    rows = (
        Row("An Khương", "chu_ky_so", 3),
        Row("Gò Đá", "chu_ky_so", 4),
        Row("Gò Đá", "phan_anh", 2),
        Row(None, "phan_anh", -2),
        Row("Gò Đá", "tuyen_truyen", 0),
    )
    assert summed(rows) == {"chu_ky_so": 7}
    assert summed(()) == {}


def test_a_steps_own_troubles_come_first_then_those_of_no_step() -> None:
    anywhere, third, first, also_third = (
        Trouble(Words({"vi": name}), Words({"vi": ""}), step)
        for name, step in (("đâu cũng", None), ("bước 3", 3), ("bước 1", 1), ("nữa", 3))
    )
    guide = _guide((anywhere, third, first, also_third))
    assert guide.troubles_at(3) == (third, also_third, anywhere)
    assert guide.troubles_at(1) == (first, anywhere)
    assert guide.troubles_at(2) == (anywhere,)


def test_errors_carry_what_their_hearer_needs() -> None:
    sentence = Phrase("Start again.")
    refused = Refused("TS-11", sentence)
    assert (refused.code, refused.text, str(refused)) == ("TS-11", sentence, "TS-11")
    assert Unclear(sentence).text == sentence
    plain, full = Undelivered("TimedOut"), Undelivered("x", forever=True, unknown=True, after=2.5)
    assert (plain.why, plain.forever, plain.unknown, plain.after) == (
        "TimedOut", False, False, None,
    )  # fmt: skip
    assert (full.why, full.forever, full.unknown, full.after) == ("x", True, True, 2.5)


def _guide(troubles: tuple[Trouble, ...]) -> Guide:
    nothing = Words({"vi": ""})
    return Guide(
        id="thu",
        group="su-co",
        title=nothing,
        for_whom=nothing,
        bring=(),
        time=nothing,
        fee=nothing,
        help=(),
        safety=(),
        steps=(nothing, nothing, nothing),
        troubles=troubles,
        activity=None,
        legal=(),
        sources=(),
        confidence=Confidence.LOW,
        checked=date(2026, 11, 21),
        review_by=date(2027, 11, 21),
        keywords=(),
        phrases=(),
    )
