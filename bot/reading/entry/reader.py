"""Reads a whole message: a record, a doubt, or no record at all."""

from collections.abc import Sequence
from datetime import date

from bot.domain.entries import Doubt, Reading
from bot.reading.entry.amounts import Amount, amounts
from bot.reading.entry.around import Around
from bot.reading.entry.clauses import cut
from bot.reading.entry.cuts import Cut
from bot.reading.entry.mark import DAY, Mark
from bot.reading.entry.marks import Marker
from bot.reading.entry.persons import particular
from bot.reading.entry.pieces import Clerk
from bot.reading.entry.placing import guessed, place
from bot.reading.entry.shorthand import written_out
from bot.reading.entry.story import forget
from bot.reading.entry.sums import settle, total
from bot.reading.entry.talk import Talk
from bot.reading.entry.villages import Gazetteer
from bot.reading.entry.vocabulary import Lexicon, Vocabulary
from bot.reading.plain import apart

# So many communes' villages are kept ready.
_COMMUNES = 64


class EntryReader:
    """Reads quick entries with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._vocabulary = Vocabulary(lexicon)
        self._places: dict[tuple[str, ...], Gazetteer] = {}

    def read(
        self, said: str, *, today: date, villages: Sequence[str], personal: bool = False
    ) -> Reading:
        """Return what a message says; `said` has its personal numbers taken out. Never raises.

        1. What is small talk, a question, a correction or a command is no record.
        2. What speaks of work, with an amount or a time, but is not safe, is a doubt.
        3. What has no amount, no time and no sign of being done is a topic to look up.
        """
        words = written_out(apart(said), self._vocabulary)
        places = self._gazetteer(tuple(villages))
        marks = Marker(words, self._vocabulary, places, today).marks()
        found = amounts(marks, self._vocabulary.telling)
        settle(marks, found)
        around = Around(marks, found, self._vocabulary.telling)
        forget(around)
        talk = Talk(around)
        if not talk.is_about_work or talk.is_correction:
            return Reading(personal=personal)
        clerk = Clerk(marks, found, self._vocabulary)
        solved = cut(marks, clerk, self._vocabulary.telling, found)
        if talk.asks:
            doubt = None if talk.asks_plainly else Doubt.QUESTION_OR_ENTRY
            return Reading((), doubt, guessed(solved.entries, marks) if doubt else (), personal)
        if any(piece.failed for piece in solved.pieces) or talk.has_failed:
            partly = (solved.entries and not solved.doubt) or talk.has_succeeded
            doubt = Doubt.PARTLY_FAILED if partly else None
            return Reading((), doubt, guessed(solved.entries, marks) if doubt else (), personal)
        return self._decided(solved, marks, found, talk, today, personal=personal)

    def _gazetteer(self, villages: tuple[str, ...]) -> Gazetteer:
        """Return the villages made ready; a program serves few communes."""
        if villages not in self._places:
            if len(self._places) >= _COMMUNES:
                self._places.clear()
            self._places[villages] = Gazetteer(villages, self._vocabulary.known)
        return self._places[villages]

    def _decided(
        self,
        solved: Cut,
        marks: Sequence[Mark],
        found: dict[int, Amount],
        talk: Talk,
        today: date,
        *,
        personal: bool,
    ) -> Reading:
        counted = any(one.counts for one in found.values())
        amounted = counted or particular(marks, 0, len(marks), found).said > 0
        timed = any(mark.sense == DAY or mark.means("done", "future") for mark in marks)
        if not amounted and not timed and not talk.is_plural:
            return Reading(personal=personal)
        guess = guessed(solved.entries, marks)
        doubt = solved.doubt or talk.doubt(solved)
        if not counted and not timed and not talk.tells_of_help:
            # "Nhập hộ khẩu cho vợ": done, or wanted?
            doubt = Doubt.QUESTION_OR_ENTRY
        if doubt is Doubt.NO_ACTIVITY and talk.is_complaint:
            return Reading(personal=personal)
        if doubt or not solved.entries:
            return Reading((), doubt or Doubt.NO_ACTIVITY, guess, personal)
        items, doubt = place(solved.entries, marks, today)
        if doubt is None and total(found) not in {None, sum(item.count for item in items)}:
            doubt = Doubt.PARTS_DIFFER
        if doubt:
            return Reading((), doubt, guess, personal)
        return Reading(items, None, (), personal)
