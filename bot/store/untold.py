"""Who is to be told something unasked, as conditions on `people`."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, exists, literal, or_

from bot.domain.clock import VIET_NAM, local_day
from bot.domain.facts import AssistanceGiven, AssistanceTried, HouseholdSurveyed, NothingToReport
from bot.domain.nudges import Kind
from bot.domain.people import MEMBERS, Role
from bot.domain.periods import Period, week
from bot.store.places import is_part
from bot.store.schema import chats, facts, nudges, people

_mate = people.alias("mate")
_leading = people.alias("leading")
_taking_back = facts.alias("taking_back")
_HELP = (AssistanceGiven.__name__, AssistanceTried.__name__)
# Written into the sentence, so that the indexes of just these facts are known to hold them.
_SURVEYED = literal(HouseholdSurveyed.__name__, literal_execute=True)
_NOTHING = literal(NothingToReport.__name__, literal_execute=True)


def belongs(now: datetime) -> ColumnElement[bool]:
    """Return the condition that somebody belongs to a team and does not practise."""
    practising = exists().where(chats.c.person_id == people.c.id, chats.c.practice_until > now)
    return and_(
        people.c.role.in_([role.value for role in MEMBERS]),
        people.c.consented_at.is_not(None),
        people.c.cut_off_at.is_(None),
        people.c.left_at.is_(None),
        ~practising.correlate(people),
    )


def told(now: datetime) -> ColumnElement[bool]:
    """Return the condition that somebody was told something in the week of an instant."""
    monday = week(local_day(now)).start
    return exists().where(nudges.c.person_id == people.c.id, nudges.c.week == monday)


def wanted(kind: Kind, about: Period) -> ColumnElement[bool]:
    """Return the condition that there is something to tell somebody of a week."""
    if kind is Kind.REMINDER:
        return _silent(people, about)
    begun = datetime.combine(about.start, time(), VIET_NAM)
    silent = exists().where(
        _mate.c.place_id == people.c.place_id,
        _mate.c.role == Role.MEMBER.value,
        _mate.c.consented_at < begun,
        _mate.c.cut_off_at.is_(None),
        _mate.c.left_at.is_(None),
        _silent(_mate, about),
    )
    return and_(_leads(), silent.correlate(people))


def _leads() -> ColumnElement[bool]:
    """Return the condition that somebody is told of their team: its leader, else its deputies."""
    led = exists().where(
        _leading.c.place_id == people.c.place_id,
        _leading.c.role == Role.LEADER.value,
        _leading.c.consented_at.is_not(None),
        _leading.c.cut_off_at.is_(None),
        _leading.c.left_at.is_(None),
    )
    stands_in = and_(people.c.role == Role.DEPUTY.value, ~led.correlate(people))
    return or_(people.c.role == Role.LEADER.value, stands_in)


def _silent(who: FromClause, about: Period) -> ColumnElement[bool]:
    """Return the condition that somebody recorded nothing of a week and did not say so either."""
    taken_back = exists().where(_taking_back.c.voids == facts.c.id).correlate(facts)
    own: tuple[Any, ...] = (
        facts.c.member_id == who.c.id,
        facts.c.day >= about.start,
        facts.c.day < about.end,
        ~taken_back,
    )
    nothing = exists().where(
        facts.c.kind == _NOTHING,
        facts.c.day == about.start,
        or_(
            facts.c.member_id == who.c.id,
            and_(facts.c.member_id.is_(None), is_part(facts.c.team_id, who.c.place_id)),
        ),
    )
    helped = exists().where(*own, facts.c.kind.in_(_HELP), facts.c.activity.is_not(None))
    surveyed = exists().where(*own, facts.c.kind == _SURVEYED)
    return and_(
        *(~one.correlate_except(facts, _taking_back) for one in (helped, surveyed, nothing))
    )
