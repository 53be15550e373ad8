"""What happened between a member and the bot: joining, leaving, language, practice."""

from dataclasses import dataclass
from datetime import datetime


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
