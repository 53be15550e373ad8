"""Reads one clause: its activity, its count, its service."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.entries import Doubt, Guess
from bot.reading.entry.amounts import Amount, Role, within
from bot.reading.entry.counting import count
from bot.reading.entry.mark import DAY, GAP, NUMBER, SIGN, VILLAGE, Mark
from bot.reading.entry.oddities import denied, is_aside, strange_dossier, strange_verb
from bot.reading.entry.vocabulary import ANYTHING, UNCLEAR, Deed, Vocabulary

_BORROWING = frozenset({DAY, VILLAGE, NUMBER, GAP, SIGN})
_ABOUT_VNEID = ("password", "new_phone", "new_number", "install", "update", "login", "again")


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause between two marks: an entry, nothing of interest, or a doubt with its best guess.

    `failed`: it says that something was not done. `placed`: it has a day or a village of its own.
    `lends`: it is nothing but such a day or village and a number. `unclear`: the vocabulary says
    itself that what was said has to be asked about. `aside`: beside a deed it is only talk of it.
    """

    start: int
    end: int
    guess: Guess | None = None
    doubt: Doubt | None = None
    failed: bool = False
    placed: bool = False
    lends: bool = False
    unclear: bool = False
    aside: bool = False

    @property
    def whole(self) -> bool:
        """Tell whether this is an entry that lacks nothing but its day and village."""
        return self.guess is not None and self.doubt is None


class Clerk:
    """Reads the clauses of one message."""

    def __init__(
        self, marks: Sequence[Mark], found: Mapping[int, Amount], vocabulary: Vocabulary
    ) -> None:
        self._marks = marks
        self._found = found
        self._vocabulary = vocabulary
        self._kept: dict[tuple[int, int], Piece] = {}
        self._vneid = next((n for n, mark in enumerate(marks) if mark.means("vneid")), len(marks))

    def piece(self, start: int, end: int) -> Piece:
        """Read the marks between two places as one clause."""
        key = (start, end)
        if key not in self._kept:
            read = self._read(start, end)
            if read.guess is not None and not within(self._found, start, end):
                read = replace(read, aside=is_aside(self._marks[start:end], whole=read.whole))
            self._kept[key] = read
        return self._kept[key]

    def _read(self, start: int, end: int) -> Piece:
        marks = self._marks[start:end]
        numbers = within(self._found, start, end)
        senses = self._senses(start, end, numbers)
        if (
            any(mark.means("failed") for mark in marks)
            or denied(marks, self._vocabulary.lexicon.loose)
            or any(one.value == 0 for one in numbers)
        ):
            return Piece(start, end, failed=True)
        if len({mark.day for mark in marks if mark.day}) > 1:
            return Piece(start, end, Guess(), Doubt.TWO_DAYS)
        if len({mark.name for mark in marks if mark.sense == VILLAGE and mark.name}) > 1:
            return Piece(start, end, Guess(), Doubt.TWO_VILLAGES)
        deed = self._deed(senses)
        if deed is None:
            return self._nothing(start, end, senses, numbers)
        if deed.activity == UNCLEAR:
            return Piece(start, end, Guess(count=_value(numbers)), Doubt.TWO_READINGS, unclear=True)
        counted = count(self._marks, start, end, self._found, deed, self._vocabulary)
        service, doubt = self._service(deed, start, end)
        if strange_verb(deed, marks, self._vocabulary.telling, numbers):
            doubt = Doubt.TWO_READINGS
        guess = Guess(deed.activity, counted.count, service=service, attendees=counted.attendees)
        return Piece(start, end, guess, counted.doubt or doubt, placed=self._placed(start, end))

    def _placed(self, start: int, end: int) -> bool:
        return any(mark.sense in {DAY, VILLAGE} for mark in self._marks[start:end])

    def _senses(self, start: int, end: int, numbers: Sequence[Amount]) -> frozenset[str]:
        """Return what is said in a clause; "#" marks what a number stands right before."""
        marks = self._marks[start:end]
        senses = {
            sense
            for n, mark in enumerate(marks)
            for sense in (mark.sense, *mark.also)
            if sense != "class" or not self._is_grade(start + n)
        }
        senses |= {f"#{sense}" for one in numbers for sense in one.sense if one.role is Role.OWN}
        senses |= {f"#{sense}" for one in numbers for sense in self._in_front(one, start)}
        # The first verb decides: who files and then explains has filed.
        first = {
            verb: next((n for n, mark in enumerate(marks) if mark.means(verb)), len(marks))
            for verb in ("submit", "guide")
        }
        if first["submit"] < first["guide"]:
            senses -= {"guide", "teach"}
        if start > self._vneid and not senses & self._vocabulary.telling - {
            "password", "new_phone", "new_number", "phone", "account",
        }:  # fmt: skip
            senses |= {"vneid"} if senses & set(_ABOUT_VNEID) else set()
        return frozenset(senses)

    def _is_grade(self, at: int) -> bool:
        """Tell whether a class is only whose pupil somebody is: "lớp 9"."""
        number = self._found.get(at + 1)
        return number is not None and not number.counts

    def _in_front(self, number: Amount, start: int) -> tuple[str, ...]:
        """Return what a number without a word behind it counts: "phản ánh: 3"."""
        at = number.at - 1
        while at >= start and self._marks[at].sense in {GAP, SIGN}:
            at -= 1
        if number.role is not Role.BARE or at < start:
            return ()
        return (self._marks[at].sense, *self._marks[at].also)

    def _deed(self, senses: frozenset[str]) -> Deed | None:
        telling = senses & self._vocabulary.telling
        for deed in self._vocabulary.lexicon.deeds:
            if deed.needs <= senses and (
                ANYTHING in deed.beside or telling <= deed.needs | deed.beside | _plain(deed)
            ):
                return deed
        return None

    def _nothing(
        self, start: int, end: int, senses: frozenset[str], numbers: Sequence[Amount]
    ) -> Piece:
        """Say why a clause without an activity is a doubt, or that it is of no interest."""
        telling = senses & self._vocabulary.telling
        if not numbers and not telling - {"phone"}:
            return Piece(start, end)
        guess = Guess(count=_value(numbers))
        if telling == {"account"}:
            return Piece(start, end, guess, Doubt.NO_KIND_OF_ACCOUNT)
        if len(telling) > 1:
            return Piece(start, end, guess, Doubt.TWO_READINGS)
        alone = all(
            mark.sense in _BORROWING or mark.means("filler", "together", "thing", "place", "done")
            for mark in self._marks[start:end]
        )
        lends = alone and len(numbers) == 1 and self._placed(start, end)
        return Piece(start, end, guess, Doubt.NO_ACTIVITY, lends=lends)

    def _service(self, deed: Deed, start: int, end: int) -> tuple[str | None, Doubt | None]:
        """Return the guide of a clause; a procedure that nobody knows is a doubt."""
        if not self._vocabulary.lexicon.counting[deed.activity].service:
            return None, None
        if deed.service:
            return deed.service, None
        named = [mark for mark in self._marks[start:end] if mark.service]
        # A task on the portal says more than the procedure it is about.
        chosen = [mark for mark in named if mark.means("portal_task")] or named
        services = {mark.service for mark in chosen}
        if deed.activity == "vneid_khac":
            services = {mark.service for mark in named if mark.means("vneid_task")}
        if len(services) > 1:
            return None, Doubt.TWO_READINGS
        if not services and strange_dossier(self._marks[start:end]):
            return None, Doubt.UNKNOWN_PROCEDURE
        return (services.pop() if services else None), None


def _plain(deed: Deed) -> frozenset[str]:
    return frozenset(sense.removeprefix("#") for sense in deed.needs)


def _value(numbers: Sequence[Amount]) -> int | None:
    return numbers[0].value if len(numbers) == 1 and not numbers[0].about else None
