"""What happened to who belongs: joining, leaving, moving, roles; and a chat's own choices."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.people import Role


@dataclass(frozen=True, slots=True)
class PracticeChosen:
    """A chat practises until an instant, or (None) no longer does."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class CodeIssued:
    """A one-time code for a roster line was given out; only its digest is kept."""

    person: int
    digest: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class MemberJoined:
    """Someone read the notice, agreed, and tied this chat to a roster line."""

    person: int
    digest: str
    notice: str


@dataclass(frozen=True, slots=True)
class MemberLeft:
    """A member left: their own data are erased, the help they gave stays with the village."""

    person: int


@dataclass(frozen=True, slots=True)
class CommuneChosen:
    """A viewer of several communes looks at this one from now on, in this chat."""

    commune: int


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """A chat is to be answered in this language."""

    language: str


@dataclass(frozen=True, slots=True)
class RemindersChosen:
    """A member wants to be told something unasked once a week at most, or (False) never."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class CardsChosen:
    """An official wants the cards of their commune to come by themselves, or no longer."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class MemberCutOff:
    """The chats of somebody were cut off (a lost or new phone); they join again with a code.

    What they recorded, and since when they belong, stays as it was.
    """

    person: int


@dataclass(frozen=True, slots=True)
class MemberMoved:
    """A member belongs to another team from now on; what they recorded stays where it was made.

    `before`: the team they were in. Whoever led it is a plain member in the new one.
    """

    person: int
    before: int
    team: int


@dataclass(frozen=True, slots=True)
class RoleGiven:
    """Somebody in a team is its leader, its deputy or a plain member from now on."""

    person: int
    before: Role
    role: Role


@dataclass(frozen=True, slots=True)
class MemberAdded:
    """Somebody was put on the roster of a place, and has yet to join.

    `title` and `name` go to the roster alone, where they can be erased, and into no book.
    `digest`, `expires_at`: of the one-time code to join by, where they were given one at once.
    """

    role: Role
    place: int
    title: str = field(repr=False)
    name: str = field(repr=False)
    digest: str | None = None
    expires_at: datetime | None = None
