"""Reads what indicators are made of, and checks that each can be counted as it says."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.domain.activities import OF_ACTIVITIES, OF_GATHERINGS, OF_PEOPLE, Activity
from bot.domain.quantities import Counts, Origin, Quantity
from bot.domain.survey_questions import BY_ID
from bot.domain.text import Words, _
from bot.domain.units import ONE_EACH, Unit
from bot.library.heads import Head
from bot.library.layers import LONGEST_ID, Layers

LONGEST_TITLE = 60
# What can be counted on the roster, and in which unit.
_REGISTER = {
    "teams": Unit.TEAM, "village_teams": Unit.TEAM, "villages": Unit.VILLAGE,
    "villages_with_team": Unit.VILLAGE, "members": Unit.PERSON, "active_members": Unit.PERSON,
}  # fmt: skip
# Of the survey: the households that answered in a period. This and whoever was active are flows.
_HOUSEHOLDS = "households"
_FLOWS = frozenset({_HOUSEHOLDS, "active_members"})
_OF_ALL = ("id", "title", "unit", "origin", "floor")
_OWN: Mapping[Origin, tuple[str, ...]] = {
    Origin.REGISTER: ("of",),
    Origin.EVENTS: ("of", "counts"),
    Origin.SURVEY: ("of", "among"),
    Origin.FIGURE: ("giver", "flow", "months", "adds"),
    Origin.SUM: ("of",),
}
_ANY = tuple(dict.fromkeys(key for keys in _OWN.values() for key in keys))
# A stock is good for a year, where nothing else is said.
_MONTHS = 12
_OLDEST_MONTHS, _OLDEST_YEARS = 120, 100


def quantities(
    layers: Layers, activities: Mapping[str, Activity]
) -> tuple[dict[str, Quantity], dict[str, Head]]:
    """Return the quantities by id, and where each is declared; sums are not checked yet."""
    givers: dict[str, Words] = {}
    for head in layers.tables("givers"):
        head.only("id", "title")
        givers[head.words("id", most=LONGEST_ID)] = head.both("title", most=LONGEST_TITLE)
    maker = _Maker(givers, activities)
    heads = {head.words("id", most=LONGEST_ID): head for head in layers.tables("quantities")}
    return {name: maker.quantity(name, head) for name, head in heads.items()}, heads


@dataclass(frozen=True, slots=True)
class _Maker:
    givers: Mapping[str, Words]
    activities: Mapping[str, Activity]

    def quantity(self, name: str, head: Head) -> Quantity:
        """Make a quantity of its table."""
        head.only(*_OF_ALL, *_ANY)
        origin = head.one_of("origin", Origin, Origin.FIGURE)
        for key in _ANY:
            if key not in _OWN[origin] and head.get(key) is not None:
                text = _("“{key}” is not for what comes from {origin}.", key=key, origin=origin)
                head.complain(key, text)
        unit = head.one_of("unit", Unit, Unit.TIME)
        of = () if origin is Origin.FIGURE else head.many("of", most=LONGEST_ID, once=True)
        many = origin in {Origin.EVENTS, Origin.SUM}
        if origin is not Origin.FIGURE and (not of or (len(of) > 1 and not many)):
            head.complain(
                "of", _("“of” must name what is counted: one thing, or more of events and sums.")
            )
        counts, among = Counts.UNIT, False
        match origin:
            case Origin.REGISTER:
                _of_register(head, of, unit)
            case Origin.EVENTS:
                counts = self._of_events(head, of, unit)
            case Origin.SURVEY:
                among = head.flag("among")
                _of_survey(head, of, unit, among=among)
        is_figure = origin is Origin.FIGURE
        flow = origin is Origin.EVENTS or bool(_FLOWS.intersection(of))
        flow = head.flag("flow") if is_figure else flow
        return Quantity(
            id=name,
            title=head.both("title", most=LONGEST_TITLE),
            unit=unit,
            origin=origin,
            flow=flow,
            of=of,
            among=among,
            floor=_floor(head, unit),
            giver=self._giver(head) if is_figure else None,
            months=_months(head, flow=flow) if is_figure else None,
            adds=self._adds(head, unit, flow=flow) if is_figure else (),
            counts=counts,
        )

    def _of_events(self, head: Head, of: tuple[str, ...], unit: Unit) -> Counts:
        """Check that activities can be counted as it is said; return how."""
        counts = Counts.UNIT
        if head.get("counts") is not None:
            counts = head.one_of("counts", Counts, Counts.UNIT)
        fitting: Mapping[Counts, Collection[Unit]] = {
            Counts.UNIT: {unit},
            Counts.EACH: set(OF_ACTIVITIES) - OF_GATHERINGS,
            Counts.PEOPLE: OF_PEOPLE,
            Counts.ATTENDEES: OF_GATHERINGS,
        }
        wanted = {Counts.PEOPLE: Unit.PERSON, Counts.ATTENDEES: Unit.TIME}.get(counts, unit)
        _must_count(head, unit, wanted)
        self._activities(head, "of", of, fitting[counts])
        return counts

    def _activities(
        self, head: Head, key: str, named: tuple[str, ...], fitting: Collection[Unit]
    ) -> None:
        for one in named:
            activity = self.activities.get(one)
            if self.activities and not activity:
                head.complain_of(one, key, _("There is no activity “{id}”.", id=one))
            elif activity and activity.unit not in fitting:
                text = _(
                    "“{id}” counts {unit}: it cannot be counted here.", id=one, unit=activity.unit
                )
                head.complain_of(one, key, text)

    def _giver(self, head: Head) -> Words:
        giver = head.words("giver", most=LONGEST_ID)
        if giver and giver not in self.givers:
            head.complain("giver", _("There is no giver “{id}”.", id=giver))
        return self.givers.get(giver, Words({"vi": giver}))

    def _adds(self, head: Head, unit: Unit, *, flow: bool) -> tuple[str, ...]:
        """Return the activities that add to a stock, in its own unit."""
        if head.get("adds") is None:
            return ()
        if flow:
            head.complain("adds", _("A flow has no “{key}”: only a stock has.", key="adds"))
        named = head.many("adds", most=LONGEST_ID, once=True)
        self._activities(head, "adds", named, {unit})
        return named


def _of_register(head: Head, of: tuple[str, ...], unit: Unit) -> None:
    for one in of:
        if one in _REGISTER:
            _must_count(head, unit, _REGISTER[one])
        else:
            known = ", ".join(_REGISTER)
            text = _("“{key}” must be one of: {allowed}.", key="of", allowed=known)
            head.complain_of(one, "of", text)


def _of_survey(head: Head, of: tuple[str, ...], unit: Unit, *, among: bool) -> None:
    for one in of:
        question = BY_ID.get(one)
        if one == _HOUSEHOLDS:
            _must_count(head, unit, Unit.HOUSEHOLD)
        elif not question:
            head.complain_of(one, "of", _("The survey has no question “{id}”.", id=one))
        else:
            _must_count(head, unit, question.unit)
            if question.floor and head.get("floor") != question.floor:
                text = _("The survey asks “{id}” from {n} years.", id=one, n=question.floor)
                head.complain("floor", text)
        if among and (not question or question.is_base):
            head.complain("among", _("“{id}” is not asked of anybody else.", id=one))


def _must_count(head: Head, unit: Unit, wanted: Unit) -> None:
    if unit is not wanted:
        head.complain("unit", _("The unit must be “{unit}” here.", unit=wanted))


def _floor(head: Head, unit: Unit) -> int | None:
    if head.get("floor") is None:
        return None
    if unit not in ONE_EACH:
        text = _("Only people, and what each has one of, have an age: no “floor” here.")
        head.complain("floor", text)
    return head.whole("floor", 1, _OLDEST_YEARS)


def _months(head: Head, *, flow: bool) -> int | None:
    if head.get("months") is not None and flow:
        head.complain("months", _("A flow has no “{key}”: only a stock has.", key="months"))
    if flow:
        return None
    return _MONTHS if head.get("months") is None else head.whole("months", 1, _OLDEST_MONTHS)
