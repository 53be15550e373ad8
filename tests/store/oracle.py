"""What every quantity is by the plain lists of `edges`: nothing here asks the program."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from bot.domain.quantities import Counts, Lack, Origin, Quantity
from bot.domain.survey import Outcome
from tests.store.amounting import EAST, HERE, WEST
from tests.store.edges import DAY, NEW, Books, Call, Told, midnight_after
from tests.store.maps import WEDNESDAY as MERGED


def _adults(said: Mapping[str, int]) -> int:
    return said["people_15"]


# Who is asked in the survey about what: people from 15, those of 14 as well, or the house itself.
_AMONG: Mapping[str, Callable[[Mapping[str, int]], int]] = {
    "people_15": _adults,
    "people_14": lambda said: said["people_14"],
    "vneid": lambda said: said["people_15"] + said["people_14"],
    "fibre": lambda _said: 1,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a quantity."""

    value: int
    as_of: date
    since: date | None = None
    most: int | None = None
    added: int | None = None
    expired: bool = False


Answer: TypeAlias = Known | Lack


@dataclass(frozen=True, slots=True)
class Oracle:
    """The books as one period and one place see them."""

    books: Books
    catalogue: Mapping[str, Quantity]
    first: date
    last: date
    place: str

    def amount(self, name: str) -> Answer:
        """Return how much there is of a quantity."""
        declared = self.catalogue[name]
        match declared.origin:
            case Origin.EVENTS:
                return self._events(declared)
            case Origin.REGISTER:
                return self._register(declared.of[0])
            case Origin.SURVEY if declared.of == ("households",):
                return self._reached()
            case Origin.SURVEY:
                return self._survey(declared)
            case Origin.FIGURE:
                return self._figure(declared)
            case Origin.SUM:
                return self._sum(declared)

    def here(self, village: str) -> bool:
        """Tell whether what was recorded in a village is this place's, on the last day's map."""
        now = village if self.last < MERGED else NEW
        return self.place in (HERE, now)

    def _within(self, day: date) -> bool:
        return self.first <= day <= self.last

    def _heard(self) -> bool:
        asked = (one for one in self.books.calls if one.outcome is Outcome.ASKED)
        return any(self.here(one.village) and self._within(one.day) for one in self.books.done) or (
            any(self.here(one.village) and self._within(one.day) for one in asked)
        )

    def _events(self, declared: Quantity) -> Answer:
        if not self._heard():
            return Lack.SILENT
        done = [
            one
            for one in self.books.done
            if self.here(one.village) and self._within(one.day) and one.activity in declared.of
        ]
        told = [one.attendees for one in done if one.attendees is not None]
        most = None
        match declared.counts:
            case Counts.ATTENDEES if done and not told:
                return Lack.MISSING
            case Counts.ATTENDEES:
                value = sum(told)
            case Counts.PEOPLE:
                value = sum(one.first or 0 for one in done)
                most = sum(one.count if one.first is None else one.first for one in done)
            case _:
                value = sum(one.count for one in done)
        return Known(value, self.last, self.first, most)

    def _register(self, word: str) -> Answer:
        old = self.last < MERGED
        both = 2 if self.place == HERE else 1
        villages = both if old else 1
        over = midnight_after(self.last)
        members = [
            one.who
            for one in self.books.joined
            if self.here(one.village) and one.at < over and (one.left is None or one.left >= over)
        ]
        active = {one.who for one in self.books.done if self._within(one.day)}
        counts = {
            # The teams of merged villages stay two.
            "teams": both if old else 2,
            "village_teams": both if old else 2,
            "villages": villages,
            "villages_with_team": villages,
            "members": len(members),
            "active_members": len(active.intersection(members)),
        }
        since = self.first if word == "active_members" else None
        return Known(counts[word], self.last, since)

    def _reached(self) -> Answer:
        if not self._heard():
            return Lack.SILENT
        asked = {
            (one.list, one.household)
            for one in self.books.calls
            if self.here(one.village) and self._within(one.day) and one.outcome is Outcome.ASKED
        }
        return Known(len(asked), self.last, self.first)

    def _survey(self, declared: Quantity) -> Answer:
        standing: dict[tuple[str, str], Call] = {}
        for one in self.books.calls:
            before = standing.get((one.list, one.household))
            answered = before is not None and before.outcome is Outcome.ASKED
            if one.day <= self.last and (one.outcome is Outcome.ASKED or not answered):
                standing[one.list, one.household] = one
        said = [one for one in standing.values() if self.here(one.village) and one.answers]
        question = declared.of[0]
        asked = [one.answers for one in said if question in one.answers]
        if not asked:
            return Lack.MISSING
        out_of = _AMONG.get(question, _adults)
        value = sum(out_of(one) if declared.among else one[question] for one in asked)
        return Known(value, max(one.day for one in said))

    def _figure(self, declared: Quantity) -> Answer:
        own = self._given(declared, self.place)
        if isinstance(own, Known) or self.place != HERE:
            return own
        villages = (EAST, WEST) if self.last < MERGED else (NEW,)
        return _together([self._given(declared, one) for one in villages]) or own

    def _given(self, declared: Quantity, place: str) -> Answer:
        if declared.flow:
            return self._flow(declared, place)
        known = [one for one in self.books.of(place, declared.id) if one.as_of <= self.last]
        if not known:
            return self._of_parts(declared, place) or Lack.MISSING
        newest = max(enumerate(known), key=lambda one: (one[1].as_of, one[0]))[1]
        added = None
        if declared.adds:
            # What East and West did is also the new village's.
            own = {EAST, WEST, NEW} if place in {HERE, NEW} else {place}
            added = self._added(declared, own, newest.as_of)
        return Known(newest.value, newest.as_of, added=added, expired=self._old(declared, newest))

    def _of_parts(self, declared: Quantity, place: str) -> Known | None:
        """Add up what the old villages had, and what the new one did itself."""
        if place != NEW:
            return None
        known = _together([self._given(declared, one) for one in (EAST, WEST)])
        if known is None or known.added is None:
            return known
        own = self._added(declared, {NEW}, known.as_of)
        return replace(known, added=known.added + own)

    def _added(self, declared: Quantity, villages: set[str], since: date) -> int:
        return sum(
            one.count
            for one in self.books.done
            if one.village in villages
            and one.activity in declared.adds
            and since < one.day <= self.last
        )

    def _old(self, declared: Quantity, told: Told) -> bool:
        assert declared.months in {None, 12}
        leap = (told.as_of.month, told.as_of.day) == (2, 29)
        a_year_on = (told.as_of - DAY if leap else told.as_of).replace(year=told.as_of.year + 1)
        return declared.months is not None and a_year_on < self.last

    def _flow(self, declared: Quantity, place: str) -> Answer:
        windows = self._windows(declared, place)
        value = _laid(windows, self.first, self.last)
        return Lack.MISSING if value is None else Known(value, self.last, self.first)

    def _windows(self, declared: Quantity, place: str) -> dict[tuple[date, date], int]:
        found: dict[tuple[date, date], int] = {}
        if place == NEW:
            east, west = (self._windows(declared, one) for one in (EAST, WEST))
            found = {window: east[window] + west[window] for window in east if window in west}
        for one in self.books.of(place, declared.id):
            if one.since:
                found[one.since, one.as_of] = one.value
        return found

    def _sum(self, declared: Quantity) -> Answer:
        parts = [self.amount(one) for one in declared.of]
        lacks = [one for one in parts if isinstance(one, Lack)]
        if lacks:
            return lacks[0]
        dates = {(one.since, one.as_of) for one in parts if isinstance(one, Known)}
        return Lack.UNLIKE if len(dates) > 1 else _together(parts) or Lack.MISSING


def _together(parts: list[Answer]) -> Known | None:
    """Add up what is known of every part; as old as the oldest of them."""
    known = [one for one in parts if isinstance(one, Known)]
    if not known or len(known) < len(parts):
        return None
    added = [one.added for one in known if one.added is not None]
    return Known(
        sum(one.value for one in known),
        min(one.as_of for one in known),
        known[0].since,
        added=sum(added) if added else None,
        expired=any(one.expired for one in known),
    )


def _laid(windows: Mapping[tuple[date, date], int], first: date, last: date) -> int | None:
    """Lay windows end to end, the longest first; the ledger has few enough to try them all."""
    for until in sorted((until for since, until in windows if since == first), reverse=True):
        if until == last:
            return windows[first, until]
        rest = _laid(windows, until + DAY, last) if until < last else None
        if rest is not None:
            return windows[first, until] + rest
    return None
