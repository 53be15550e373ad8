"""What a roster sheet comes to beside the roster there is: what is new, differs, or is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.domain.figures import Figure
from bot.domain.people import Person, Role
from bot.domain.places import Place, PlaceKind
from bot.domain.text import Phrase


@dataclass(frozen=True, slots=True)
class Amiss:
    """Something wrong on a page of the sheet: its row (from 1), and the head of the column."""

    page: str
    row: int
    column: str | None
    text: Phrase


@dataclass(frozen=True, slots=True)
class CommuneLine:
    """A commune as a row names it; `since`: the day from which it exists."""

    row: int
    name: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class VillageLine:
    """A village as a row names it, with its figures."""

    row: int
    name: str
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team as a row names it, and its village."""

    row: int
    name: str
    village: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody as a row names them; an official has no team. `village` tells alike teams apart."""

    row: int
    name: str
    title: str
    role: Role
    team: str = ""
    village: str = ""


@dataclass(frozen=True, slots=True)
class Roll:
    """Everything the pages of a roster say; `pages` are those that are there."""

    pages: frozenset[str] = frozenset()
    communes: tuple[CommuneLine, ...] = ()
    villages: tuple[VillageLine, ...] = ()
    teams: tuple[TeamLine, ...] = ()
    people: tuple[PersonLine, ...] = ()
    wrong: tuple[Amiss, ...] = ()
    strange: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Team:
    """A team and the number of its village."""

    place: Place
    village: int


@dataclass(frozen=True, slots=True)
class Known:
    """The roster there is. `communes`: every open one; `commune`: the one that is meant.

    `first`: its first day; `since`: that from which a new place of it exists, behind its last
    closed period where it has one. `gone`: what names of merged villages
    became, and when.
    """

    communes: tuple[Place, ...] = ()
    commune: Place | None = None
    first: date | None = None
    since: date | None = None
    demo: bool = False
    villages: tuple[Place, ...] = ()
    teams: tuple[Team, ...] = ()
    people: tuple[Person, ...] = ()
    gone: Mapping[str, tuple[Place, date]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A place to be founded; its number, and that of a new parent, is below zero until it is."""

    page: str
    row: int
    kind: PlaceKind
    place: Place
    parent: Place | None


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody to be put on the roster of a place."""

    row: int
    title: str
    name: str
    role: Role
    place: Place


@dataclass(frozen=True, slots=True)
class OtherPerson:
    """Somebody on the roster whose title or role the sheet has otherwise."""

    row: int
    person: Person
    title: str
    role: Role


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a roll comes to. `same`: how many rows were there already, by page.

    `staying`: what is on the roster and not in the sheet, by page; it is left as it is.
    """

    commune: Place
    since: date
    villages: tuple[Place, ...] = ()
    founded: tuple[NewPlace, ...] = ()
    listed: tuple[NewPerson, ...] = ()
    changed: tuple[OtherPerson, ...] = ()
    figures: tuple[tuple[int, Figure, Place], ...] = ()
    same: Mapping[str, int] = field(default_factory=dict)
    staying: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[Amiss, ...] = ()
    wrong: tuple[Amiss, ...] = ()


@dataclass(frozen=True, slots=True)
class Taking:
    """What a sheet came to and somebody wants kept: a roster, and figures with their places."""

    plan: Enrolment
    figures: tuple[tuple[Figure, Place], ...] = ()
