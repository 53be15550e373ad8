"""The villages and teams of a roll beside those there are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.domain.enrolment import Amiss, Known, NewPlace, Roll, Team, TeamLine, VillageLine
from bot.domain.figures import Figure
from bot.domain.places import Place, PlaceKind
from bot.domain.text import Phrase, _
from bot.reading.roll.heads import Head, Page
from bot.reading.roll.names import alike, find, same_place


@dataclass(slots=True)
class Ground:
    """Every place there will be: those on the map, and the new ones with numbers below zero."""

    commune: Place
    known: Known
    villages: list[Place]
    teams: list[Team]
    founded: list[NewPlace] = field(default_factory=list)
    figures: list[tuple[int, Figure, Place]] = field(default_factory=list)
    same: Counter[str] = field(default_factory=Counter)
    wrong: list[Amiss] = field(default_factory=list)
    _named: dict[int, int] = field(default_factory=dict)

    @staticmethod
    def of(roll: Roll, known: Known) -> "Ground":
        """Return the places there will be after a roll."""
        name = roll.communes[0].name if roll.communes else ""
        commune = known.commune or Place(-1, name)
        ground = Ground(commune, known, list(known.villages), list(known.teams))
        if known.commune:
            ground.same[Page.COMMUNE] += bool(roll.communes)
        else:
            row = roll.communes[0].row if roll.communes else 1
            found = NewPlace(Page.COMMUNE, row, PlaceKind.COMMUNE, commune, None)
            ground.founded.append(found)
        for line in roll.villages:
            ground._village(line)
        for team in roll.teams:
            ground._team(team)
        return ground

    def staying(self) -> dict[str, tuple[str, ...]]:
        """Return the known villages and teams that no row names."""
        villages = [one for one in self.known.villages if one.id not in self._named]
        teams = [one.place for one in self.known.teams if one.place.id not in self._named]
        return {
            Page.VILLAGES: tuple(one.name for one in villages),
            Page.TEAMS: tuple(one.name for one in teams),
        }

    def village(self, name: str) -> Place | Phrase:
        """Return the village of a name, or why there is none."""
        found = find(name, self.villages)
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(one.name for one in found)
            return _("This may be one of several: {names}. Write it in full.", names=names)
        if gone := self._gone(name):
            return gone
        return _(
            "There is no village of this name. Add it to the page “{page}”.", page=Page.VILLAGES
        )

    def team(self, name: str, village: str) -> Place | Phrase:
        """Return the team of a name, or why there is none; its village matters to alike ones."""
        teams = self.teams
        if village:
            where = self.village(village)
            if not isinstance(where, Place):
                return where
            teams = [team for team in teams if team.village == where.id]
        found = find(name, [team.place for team in teams])
        if len(found) == 1:
            return found[0]
        if found:
            return _(
                "Several teams have this name: fill in the column “{head}”.", head=Head.VILLAGE
            )
        return _("There is no team of this name. Add it to the page “{page}”.", page=Page.TEAMS)

    def _village(self, line: VillageLine) -> None:
        at = _At(Page.VILLAGES, line.row, Head.VILLAGE)
        village = self._placed(at, line.name, self.villages, self.commune)
        if village:
            self.figures += [(line.row, figure, village) for figure in line.figures]

    def _team(self, line: TeamLine) -> None:
        village = self.village(line.village)
        if not isinstance(village, Place):
            self.wrong.append(Amiss(Page.TEAMS, line.row, Head.VILLAGE, village))
            return
        beside = [team.place for team in self.teams if team.village == village.id]
        self._placed(_At(Page.TEAMS, line.row, Head.TEAM), line.name, beside, village)

    def _placed(self, at: "_At", name: str, beside: Iterable[Place], parent: Place) -> Place | None:
        """Return the place that a row names, a new one where there is none; None: it cannot be."""
        known = tuple(beside)
        for place in known:
            if same_place(place.name, name):
                above = self._named.setdefault(place.id, at.row)
                if above != at.row:
                    self._refuse(at, _("This stands in row {row} already.", row=above))
                    return None
                self.same[at.page] += 1
                return place
        gone = self._gone(name) if at.page is Page.VILLAGES else None
        for place in () if gone else known:
            if alike(place.name, name):
                text = _(
                    "This is “{name}” with other accents. Write it the same way; if it is another "
                    "place, give it a name that tells them apart.",
                    name=place.name,
                )
                self._refuse(at, text)
                return None
        if gone:
            self._refuse(at, gone)
            return None
        return self._found(at, name, parent)

    def _found(self, at: "_At", name: str, parent: Place) -> Place:
        place = Place(-len(self.founded) - 1, name)
        village = at.page is Page.VILLAGES
        kind = PlaceKind.VILLAGE if village else PlaceKind.TEAM
        self.founded.append(NewPlace(at.page, at.row, kind, place, parent))
        self._named[place.id] = at.row
        if village:
            self.villages.append(place)
        else:
            self.teams.append(Team(place, parent.id))
        return place

    def _refuse(self, at: "_At", text: Phrase) -> None:
        self.wrong.append(Amiss(at.page, at.row, at.head, text))

    def _gone(self, name: str) -> Phrase | None:
        """Say what became of a village that was merged away, if a name is that of one."""
        for before, (now, day) in self.known.gone.items():
            if same_place(before, name):
                return _(
                    "{name} was merged: since {day} it belongs to {now}. Write {now}.",
                    name=before,
                    day=day,
                    now=now.name,
                )
        return None


@dataclass(frozen=True, slots=True)
class _At:
    """Where in the sheet a name stands."""

    page: Page
    row: int
    head: Head
