"""The people of a roll beside those on the roster."""

from collections import Counter
from collections.abc import Iterator

from bot.domain.enrolment import Amiss, Known, NewPerson, OtherPerson, PersonLine
from bot.domain.people import Person, Role
from bot.domain.places import Place
from bot.domain.text import Phrase, _
from bot.reading.roll.heads import Head, Page
from bot.reading.roll.names import same, unaccented
from bot.reading.roll.places import Ground


class People:
    """Everybody there will be on the roster, line by line."""

    def __init__(self, ground: Ground, known: Known) -> None:
        self._ground = ground
        self._known = known.people
        self.listed: list[NewPerson] = []
        self.changed: list[OtherPerson] = []
        self.same: Counter[str] = Counter()
        self.notes: list[Amiss] = []
        self.wrong: list[Amiss] = []
        self._lines: dict[int, list[PersonLine]] = {}
        self._met: dict[int, PersonLine] = {}

    def take(self, line: PersonLine) -> None:
        """Hold one line against the roster and the lines above it."""
        place = self._place(line)
        if place is None or not self._once(line, place):
            return
        before = next((one for one in self._at(place) if same(one.name, line.name)), None)
        if before:
            self._met[before.id] = line
        if before is None:
            self._note_elsewhere(line, place)
            self.listed.append(NewPerson(line.row, line.title, line.name, line.role, place))
            return
        title = line.title or before.title
        if (title, line.role) == (before.title, before.role):
            self.same[Page.PEOPLE] += 1
        else:
            self.changed.append(OtherPerson(line.row, before, title, line.role))

    def staying(self) -> dict[str, tuple[str, ...]]:
        """Return those on the roster whom no line names."""
        rest = (one for one in self._known if one.id not in self._met)
        return {
            Page.PEOPLE: tuple(f"{one.name} ({(one.team or one.commune).name})" for one in rest)
        }

    def _place(self, line: PersonLine) -> Place | None:
        if line.role is Role.OFFICIAL:
            return self._ground.commune
        found = self._ground.team(line.team, line.village)
        if isinstance(found, Place):
            return found
        self._refuse(line, Head.TEAM, found)
        return None

    def _once(self, line: PersonLine, place: Place) -> bool:
        """Refuse somebody who stands there already, maybe without accents."""
        above = self._lines.setdefault(place.id, [])
        for one in above:
            if same(one.name, line.name):
                text = _(
                    "This person stands in row {row} already. If they are two, add something to "
                    "the name that tells them apart, such as the hamlet.",
                    row=one.row,
                )
                self._refuse(line, Head.NAME, text)
                return False
        names = [one.name for one in above] + [one.name for one in self._at(place)]
        above.append(line)
        for name in names:
            if unaccented(name, line.name):
                text = _("This is “{name}” with other accents. Write it the same way.", name=name)
                self._refuse(line, Head.NAME, text)
                return False
        return True

    def settle(self) -> None:
        """Refuse a second leader of a team, once all lines are known: one may have stepped down."""
        for place, lines in self._lines.items():
            named = [one for one in lines if one.role is Role.LEADER]
            stays = [
                one.name
                for one in self._known
                if one.role is Role.LEADER
                and one.team
                and one.team.id == place
                and one.id not in self._met
            ]
            leaders = stays + [one.name for one in named]
            if len(leaders) > 1 and named:
                text = _(
                    "The team has a leader already: {name}. Make one of them tổ phó or thành viên, "
                    "in this file.",
                    name=leaders[0],
                )
                self._refuse(named[-1], Head.ROLE, text)

    def _note_elsewhere(self, line: PersonLine, place: Place) -> None:
        """Say where somebody of the same name is: two people, or one who has moved."""
        for one in self._known:
            where = one.team or one.commune
            if where.id != place.id and same(one.name, line.name):
                text = _(
                    "Somebody of this name is in {team} and stays there. If it is the same person, "
                    "take this row out: a sheet moves nobody.",
                    team=where.name,
                )
                self.notes.append(Amiss(Page.PEOPLE, line.row, Head.NAME, text))
                return

    def _at(self, place: Place) -> Iterator[Person]:
        return (one for one in self._known if (one.team or one.commune).id == place.id)

    def _refuse(self, line: PersonLine, head: Head, text: Phrase) -> None:
        self.wrong.append(Amiss(Page.PEOPLE, line.row, head, text))
