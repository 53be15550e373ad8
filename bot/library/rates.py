"""Reads indicators and ladders, and checks that what is set over what can be compared."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.indicators import Indicator, Ladder, Measure, Source, Target
from bot.domain.quantities import Origin, Quantity
from bot.domain.text import _
from bot.domain.units import comparable
from bot.library.heads import Head
from bot.library.layers import LONGEST_ID, Layers, must_be
from bot.library.quantities import LONGEST_TITLE

_OF_INDICATOR = (
    *("id", "title", "group", "measure", "numerator", "denominator", "floor"),
    *("sources", "national"),
)
LONGEST_NAME = 120
_OLDEST = 100
_ALL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Rates:
    """What indicators and ladders may refer to; `documents`: name and day by id."""

    groups: Collection[str]
    quantities: Mapping[str, Quantity]
    documents: Mapping[str, tuple[str, date | None]]

    def indicator(self, head: Head) -> Indicator:
        """Make an indicator of its table."""
        head.only(*_OF_INDICATOR)
        name = head.words("id", most=LONGEST_ID)
        group = head.words("group", most=LONGEST_ID)
        must_be(head, "group", self.groups, _("There is no group “{id}”.", id=group))
        measure = head.one_of("measure", Measure, Measure.COUNT)
        numerator, denominator = self._quantity(head, "numerator"), None
        if measure is not Measure.COUNT:
            denominator = self._quantity(head, "denominator")
        elif head.get("denominator") is not None:
            head.complain("denominator", _("A count has no denominator."))
        floor = head.whole("floor", 1, _OLDEST) if head.get("floor") is not None else None
        above, below = (self.quantities.get(one or "") for one in (numerator, denominator))
        if above and below:
            _compare(head, measure, above, below)
        _same_age(head, floor, measure, above, below)
        return Indicator(
            id=name,
            title=head.both("title", most=LONGEST_TITLE),
            group=group,
            measure=measure,
            numerator=numerator,
            denominator=denominator,
            floor=floor,
            sources=tuple(self._source(one) for one in head.items("sources")),
            national=tuple(self._national(one, name, measure) for one in head.items("national")),
        )

    def ladder(self, head: Head) -> Ladder:
        """Make a ladder of its table."""
        head.only("id", "title", "bases", "rungs")
        name = head.words("id", most=LONGEST_ID)
        named = {key: self.many(head, key) for key in ("bases", "rungs")}
        for key, ids in named.items():
            if not ids:
                head.complain(key, _("“{key}” must name at least one quantity.", key=key))
        steps = [self.quantities[one] for one in (*named["bases"], *named["rungs"])
                 if one in self.quantities]  # fmt: skip
        for one in steps:
            if one.flow or one.floor != steps[0].floor or not comparable(one.unit, steps[0].unit):
                text = _("“{id}” is not of one unit, age and kind with the others.", id=one.id)
                head.complain_of(one.id, "rungs" if one.id in named["rungs"] else "bases", text)
        return Ladder(name, head.both("title", most=LONGEST_TITLE), named["bases"], named["rungs"])

    def many(self, head: Head, key: str) -> tuple[str, ...]:
        """Return the ids of quantities; each must be declared."""
        named = head.many(key, most=LONGEST_ID, once=True)
        for one in named:
            if one not in self.quantities:
                head.complain_of(one, key, _("There is no quantity “{id}”.", id=one))
        return named

    def _quantity(self, head: Head, key: str) -> str:
        named = str(head.get(key) or "")
        return must_be(head, key, self.quantities, _("There is no quantity “{id}”.", id=named))

    def _document(self, head: Head) -> tuple[str, date | None]:
        named = str(head.get("document") or "")
        known = must_be(
            head, "document", self.documents, _("There is no document “{id}”.", id=named)
        )
        return self.documents.get(known, (known, None))

    def _source(self, head: Head) -> Source:
        head.only("document", "sure")
        document, day = self._document(head)
        return Source(document, day, head.flag("sure"))

    def _national(self, head: Head, indicator: str, measure: Measure) -> Target:
        head.only("value", "by", "above", "document", "sure")
        document, day = self._document(head)
        return Target(
            indicator=indicator,
            value=sane(head, measure),
            by=head.day("by"),
            above=head.flag("above"),
            document=document,
            signed=day,
            sure=head.flag("sure"),
        )


def documents(layers: Layers) -> dict[str, tuple[str, date | None]]:
    """Return the documents by id: how each is called, and the day it was signed, where known."""
    found = {}
    for head in layers.tables("documents"):
        head.only("id", "name", "day")
        day = head.day("day") if head.get("day") is not None else None
        found[head.words("id", most=LONGEST_ID)] = (head.words("name", most=LONGEST_NAME), day)
    return found


def sane(head: Head, measure: Measure) -> Decimal:
    """Return the value of a target; a share of more than everything is none."""
    value = head.decimal("value")
    if measure is Measure.SHARE and value > _ALL:
        head.complain("value", _("A share is at most 100 %."))
    return value


def _compare(head: Head, measure: Measure, above: Quantity, below: Quantity) -> None:
    """Complain of a rate that would mean nothing."""
    units = {"above": above.unit, "below": below.unit}
    alike = comparable(above.unit, below.unit)
    if measure is Measure.SHARE and not alike:
        text = _("“{above}” is no share of “{below}”: the units are unlike.", **units)
        head.complain("denominator", text)
    if measure is Measure.DENSITY and alike:
        text = _("“{above}” over “{below}” is a share, no density.", **units)
        head.complain("denominator", text)
    # Events of a period may be set against those who live there, as a density; nothing else may.
    dense = measure is Measure.DENSITY and above.flow
    if above.flow is not below.flow and not dense:
        head.complain("denominator", _("A flow and a stock make no rate."))
    asked = below.origin is Origin.SURVEY
    surveyed = above.origin is Origin.SURVEY or asked
    if surveyed and not (asked and below.among and not above.among and above.of == below.of):
        text = _("A rate of the survey is out of those whom the same question was about (“among”).")
        head.complain("denominator", text)


def _same_age(
    head: Head, floor: int | None, measure: Measure, above: Quantity | None, below: Quantity | None
) -> None:
    """Complain where numerator, denominator and indicator count people from unlike ages."""
    counted = (below,) if measure is Measure.DENSITY else (above, below)
    for one in counted:
        if one and one.floor != floor:
            text = _("“{id}” counts from another age than “floor” says.", id=one.id)
            head.complain("floor", text)
            return
