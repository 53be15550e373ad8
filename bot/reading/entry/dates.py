"""Dates as they are written in the middle of a message: "15/11", "ngày mười lăm tháng mười một"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.entries import Doubt
from bot.reading.entry.numbers import number_at
from bot.reading.plain import Word


@dataclass(frozen=True, slots=True)
class Said:
    """A day in the words before `end`: the day, or what is wrong with it."""

    end: int
    day: date | None = None
    doubt: Doubt | None = None


def _is_year(said: int) -> bool:
    return 2000 <= said <= 2100 or 20 <= said <= 99


class Dates:
    """Reads the written dates of one message, typed on a local day."""

    def __init__(self, words: Sequence[Word], today: date) -> None:
        self._words = words
        self._today = today

    def _bare(self, at: int) -> str:
        return self._words[at].bare if 0 <= at < len(self._words) else ""

    def _value(self, at: int) -> int | None:
        return self._words[at].number if 0 <= at < len(self._words) else None

    def _spelt(self, at: int, letters: str, tone: str = "") -> bool:
        """Tell whether a word is this one, or may be, having no accents."""
        if not 0 <= at < len(self._words):
            return False
        word = self._words[at]
        return (word.letters, word.tone) == (letters, tone) if word.marked else True

    def _back(self, end: int, days: int) -> Said:
        return Said(end, self._today - timedelta(days=days))

    def _not_ahead(self, end: int, meant: date) -> Said:
        if meant > self._today:
            return Said(end, meant, Doubt.FUTURE)
        return Said(end, meant)

    def _written(self, at: int) -> Said | None:
        """Dates: "15/11", "15-11-2026", "ngày 15 tháng 11", "ngày 15"."""
        named = self._bare(at) in {"ngay", "mung", "mong", "hom"}
        number = number_at(self._words, at + 1 if named else at)
        if number is None or number.value is None:
            return None
        sign, following = self._bare(number.end), number_at(self._words, number.end + 1)
        if following is None or following.value is None:
            pass
        elif sign == "thang" and (named or self._bare(at - 1) in {"mung", "mong"} or number.digits):
            return self._dated(following.end, number.value, following.value)
        elif number.digits and following.digits and sign in {"/", "-", "."}:
            return self._numeric(
                number.end, number.value, following.end, following.value, named=named
            )
        if named and self._bare(at) != "hom" and not self._bare(number.end).startswith("nguoi"):
            return self._dated(number.end, number.value, None)
        return None

    def _numeric(self, sign: int, day: int, end: int, month: int, *, named: bool) -> Said | None:
        """Read "15/11": with a dash or a dot it may be a range or a decimal instead."""
        dashed = self._bare(sign) != "/"
        if dashed and not named and (not 1 <= month <= 12 or month == day + 1):
            later = self._bare(end)
            if not 1 <= month <= 12 or not later or self._counts(end):
                return None
        return self._dated(end, day, month)

    def _counts(self, at: int) -> bool:
        """Tell whether a word is what "10-11" may count: no verb, no number, no sign."""
        return self._bare(at) in {
            "nguoi", "vneid", "dvc", "ho", "cai", "may", "bac", "co", "chu", "qr", "cks", "dich",
            "tai", "can", "luot", "buoi", "ba", "ong", "anh", "chi", "cu", "hs", "tk", "phan",
        }  # fmt: skip

    def _dated(self, end: int, day: int, month: int | None) -> Said:
        year = self._today.year
        sign, said = self._bare(end), self._value(end + 1)
        if said and (sign == "nam" or (sign in {"/", "-", "."} and _is_year(said))):
            year, end = said if said > 99 else 2000 + said, end + 2
        try:
            meant = date(year, month or self._today.month, day)
        except ValueError:
            return Said(end, None, Doubt.IMPOSSIBLE_DAY)
        return self._not_ahead(end, meant)
