"""Marks what each stretch of a message is: a number, a day, a village, words of some sense."""

from collections.abc import Sequence
from datetime import date

from bot.domain.entries import Doubt
from bot.reading.entry.calendar import Calendar
from bot.reading.entry.mark import DAY, GAP, NUMBER, SIGN, UNKNOWN, VILLAGE, Mark
from bot.reading.entry.matching import Match, Matcher
from bot.reading.entry.numbers import number_at
from bot.reading.entry.villages import Gazetteer
from bot.reading.entry.vocabulary import Vocabulary
from bot.reading.plain import Word, spell

_GAPS = frozenset({",", ";", "\n", "+", "&", ".", "-", "–", "/", "!", "•", "*", "|", ":"})
_RANKS = {
    "hai": "hai", "ba": "ba", "tu": "tư", "nam": "năm", "sau": "sáu", "bay": "bảy", "tam": "tám",
    "chin": "chín", "muoi": "mười", "ut": "út",
}  # fmt: skip
_YOUNGER = frozenset({"em", "chau", "con"})
_RANKED = frozenset({"ba", "ong", "co", "chu", "bac", "di", "anh", "chi", "cau", "mo", "thim"})
_NOUNS = frozenset({"people", "kin", "household", "device", "thing", "session", "other_thing"})


class Marker:
    """Marks one message from left to right."""

    def __init__(
        self, words: Sequence[Word], vocabulary: Vocabulary, places: Gazetteer, today: date
    ) -> None:
        self._words = words
        self._places = places
        self._countables = vocabulary.countable
        self._calendar = Calendar(words, today)
        self._matcher = Matcher(words, vocabulary)
        self._marks: list[Mark] = []

    def marks(self) -> list[Mark]:
        """Return the marks of the whole message; together they cover every word."""
        at = 0
        while at < len(self._words):
            mark = self._next(at)
            mark.bare = " ".join(word.bare for word in self._words[mark.start : mark.end])
            self._marks.append(mark)
            at = mark.end
        return self._marks

    def _next(self, at: int) -> Mark:
        word = self._words[at]
        before = self._marks[-1] if self._marks else None
        if before and before.bare in _YOUNGER and self._is_helped(at):
            before.sense, before.also = "kin", ()
        if before and before.sense == "kin" and (named := self._named(at, before)):
            return named
        if three := self._three(at, before):
            return three
        matches = self._matcher.at(at, counted=before is not None and before.sense == NUMBER)
        long = matches and matches[0].end - at > 1
        if not long and (place := self._place(at, before)):
            return place
        said = self._calendar.at(at)
        if said and (not long or said.end >= matches[0].end):
            return Mark(at, said.end, DAY, day=said.day, doubt=said.doubt)
        if long:
            return self._said(at, matches)
        if number := self._number(at, before):
            return number
        if matches:
            return self._said(at, matches)
        if word.is_word or word.number is not None:
            return Mark(at, at + 1, UNKNOWN)
        return Mark(at, at + 1, GAP if word.bare in _GAPS else SIGN)

    def _is_helped(self, at: int) -> bool:
        """Tell whether a name follows "cho cháu": somebody younger is helped, nobody helps."""
        word, earlier = self._words[at], self._marks[-2:-1]
        named = word.is_word and word.capital and not self._words[at - 1].said.isupper()
        return named and bool(earlier) and earlier[0].means("helped")

    def _place(self, at: int, before: Mark | None) -> Mark | None:
        here = self._places.at(self._words, at)
        if here is None:
            return None
        doubt = None if here.name else Doubt.UNSURE_VILLAGE
        # "bác An Bình" may be a person: only a counted one lives there.
        if before and before.sense == "kin" and not self._counted(before):
            doubt = Doubt.UNSURE_VILLAGE
        return Mark(at, here.end, VILLAGE, name=here.name, doubt=doubt)

    def _counted(self, mark: Mark) -> bool:
        earlier = [one for one in self._marks if one.end == mark.start]
        return bool(earlier) and earlier[0].sense == NUMBER

    def _named(self, at: int, kin: Mark) -> Mark | None:
        """Read the name behind a kinship word: a rank, "Mai", or anything with a capital."""
        word, counted = self._words[at], self._counted(kin)
        if counted or not word.is_word:
            return None
        spelt = _RANKS.get(word.bare)
        # "chị tự" does something herself, "chị Tư" is her name.
        if spelt and word.tone and word.tone != spell(spelt).tone:
            spelt = None
        following = number_at(self._words, at)
        if spelt and kin.bare in _RANKED and (following is None or following.end == at + 1):
            certain = word.capital or not self._countable(at + 1)
            kin.name = word.bare
            return Mark(at, at + 1, "name" if certain else NUMBER, value=None, sure=False)
        if self._places.at(self._words, at):
            return None
        if word.bare == "mai" or (word.capital and not self._words[kin.start].said.isupper()):
            if len(self._matcher.at(at)) and not word.capital:
                return None
            kin.name = word.bare
            return Mark(at, at + 1, "name")
        return None

    def _countable(self, at: int) -> bool:
        """Tell whether something that can be counted begins here."""
        if at >= len(self._words):
            return False
        return any(match.saying.sense in self._countables for match in self._matcher.at(at))

    def _number(self, at: int, before: Mark | None) -> Mark | None:
        word, number = self._words[at], number_at(self._words, at)
        if number is None:
            return None
        uncertain = word.is_word and not number.certain
        counted = before is not None and before.sense == NUMBER
        # "5 năm" are years.
        if counted and word.bare == "nam":
            return None
        if uncertain and (counted or not self._countable(number.end)):
            return None
        return Mark(at, number.end, NUMBER, value=number.value, sure=number.certain)

    def _three(self, at: int, before: Mark | None) -> Mark | None:
        """Read "ba" without an accent before a person's word: three, or bà if none writes accents.

        "ba con" is always bà con.
        """
        word = self._words[at]
        if word.bare != "ba" or word.marked or (before is not None and before.sense == NUMBER):
            return None
        if at + 1 >= len(self._words) or self._words[at + 1].bare == "con":
            return None
        # "ba Lan" is somebody's name.
        if self._words[at + 1].capital and not word.said.isupper() and not word.capital:
            return Mark(at, at + 1, "kin")
        people = [m for m in self._matcher.at(at + 1) if m.saying.sense == "kin"]
        if not people or number_at(self._words, at + 1):
            return None
        accented = self._words[at + 1].marked or self._accented()
        return Mark(at, at + 1, NUMBER, value=3 if accented else None, sure=False)

    def _accented(self) -> bool:
        return any(word.marked and word.bare != word.said for word in self._words)

    def _said(self, at: int, matches: Sequence[Match]) -> Mark:
        """Choose among sayings that look alike: behind a number, or a helping verb, a noun."""
        before = self._marks[-1] if self._marks else None
        chosen = matches[0]
        if len(matches) > 1:
            best = [m for m in matches if m.cost - matches[0].cost < 0.2]
            wants_noun = before is not None and (
                before.means(NUMBER, "helped") or before.bare in {"voi", "va"}
            )
            nouns = [m for m in best if (m.saying.sense in _NOUNS) == wants_noun]
            chosen = (nouns or best)[0]
        same = [m.saying for m in matches if m.saying.words == chosen.saying.words]
        senses = {sense: None for saying in same for sense in (saying.sense, *saying.also)}
        senses.pop(chosen.saying.sense)
        # "5 hộ nghèo" are those who were helped.
        if chosen.saying.sense == "household" and "procedure" in senses:
            return Mark(at, chosen.end, "household")
        service = next((saying.service for saying in same if saying.service), None)
        return Mark(at, chosen.end, chosen.saying.sense, tuple(senses), service)
