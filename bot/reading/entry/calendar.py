"""Days as they are said in the middle of a message: "hôm kia", "thứ 2 tuần trước", "15/11"."""

from datetime import timedelta

from bot.domain.entries import Doubt
from bot.reading.days import last_weekday
from bot.reading.entry.dates import Dates, Said
from bot.reading.entry.numbers import number_at

_WEEK = timedelta(days=7)
_PARTS = frozenset({"sang", "trua", "chieu", "toi", "dem", "khuya", "xe", "hoi", "lop"})
_DAY_WORDS = frozenset({"hom", "bua", "ngay"})
_PERIODS = frozenset({"tuan", "thang", "quy", "nam", "dot", "dao"})
_PAST = frozenset({"truoc", "roi", "qua", "ngoai"})
_AHEAD = frozenset({"sau", "toi", "ti"})
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_VAGUE = (
    ("hom", "bua"), ("bua", "hom"), ("hom", "truoc"), ("bua", "truoc"), ("hom", "no"),
    ("bua", "no"), ("dao", "nay"), ("lau", "nay"), ("may", "hom"), ("may", "bua"), ("ca", "tuan"),
    ("ca", "thang"), ("gan", "day"), ("hom", "roi"), ("bua", "roi"), ("dau", "tuan"),
    ("cuoi", "tuan"), ("dau", "thang"), ("cuoi", "thang"), ("giua", "thang"), ("vai", "hom"),
    ("vai", "bua"), ("hom", "no"), ("moi", "ngay"),
    ("hang", "ngay"), ("hang", "tuan"), ("hom", "hom"),
)  # fmt: skip

_PASSED = frozenset(
    {("nay", "\u0300"), ("rôi", "\u0300"), ("trươc", "\u0301"), ("ngoai", "\u0300")}
)


class Calendar(Dates):
    """Reads the days of one message, typed on a local day."""

    def at(self, start: int) -> Said | None:
        """Return the day that begins at a word."""
        return (
            self._span(start)
            or self._near(start)
            or self._weekday(start)
            or self._ago(start)
            or self._written(start)
            or self._vague(start)
        )

    def _near(self, at: int) -> Said | None:
        """Near days: "nay", "hôm qua", "chiều qua", "hôm kia", "mai"."""
        word, next_ = self._bare(at), self._bare(at + 1)
        if word in _PARTS or (word in _DAY_WORDS and next_ in {"mai", "mot"}):
            inner = self._near(at + 1)
            if inner:
                return inner
        if word in _PARTS | {"hom", "bua"}:
            if next_ == "nay" and self._spelt(at + 1, "nay"):
                return self._back(at + 2, 0)
            if next_ == "qua" and self._spelt(at + 1, "qua") and self._passed(at + 2):
                return self._back(at + 2, 1)
        if word in {"hom", "bua"} and next_ in {"kia", "kiat"}:
            return self._back(at + 2, 2)
        if word == "nay" and self._spelt(at, "nay") and self._bare(at - 1) not in _PERIODS:
            return self._back(at + 1, 0)
        if word == "mai" and self._spelt(at, "mai") and not self._is_name(at):
            return Said(at + 1, None, Doubt.FUTURE)
        if (word, next_) in {("ngay", "kia"), ("bua", "mot"), ("ngay", "mot")} or (
            word == "mot" and self._words[at].tone == "\u0301"
        ):
            return Said(at + (2 if next_ in {"kia", "mot"} else 1), None, Doubt.FUTURE)
        return None

    def _is_name(self, at: int) -> bool:
        """Tell whether a capital in the middle of a sentence makes "Mai" somebody."""
        shouted = self._bare(at - 1) and self._words[at - 1].capital
        return self._words[at].capital and at > 0 and self._words[at - 1].is_word and not shouted

    def _passed(self, at: int) -> bool:
        """Tell whether "chiều qua" is over: "chiều qua nhà bác" goes somewhere instead."""
        return self._bare(at) not in {"nha", "quan", "thon", "xom", "ben"}

    def _weekday(self, at: int) -> Said | None:
        """Weekdays: "thứ 2", "t2", "thứ hai tuần trước", "chủ nhật", "cn"."""
        word, next_ = self._bare(at), self._bare(at + 1)
        if (word, next_) == ("chu", "nhat"):
            return self._week(at + 2, 6)
        if word == "cn":
            return self._week(at + 1, 6)
        is_thu = word == "thu" and self._spelt(at, "thư", "\u0301")
        if not is_thu and not (
            word == "t" and self._words[at + 1 : at + 2] and self._glued(at + 1)
        ):
            return None
        if self._bare(at - 1) in {
            "lan",
            "nguoi",
            "buoi",
            "cai",
            "ho",
            "lop",
            "con",
            "gai",
            "trai",
            "dua",
        }:
            return None
        value = self._value(at + 1)
        weekday = value - 2 if value and 2 <= value <= 7 else _WEEKDAYS.get(next_)
        return None if weekday is None else self._week(at + 2, weekday)

    def _glued(self, at: int) -> bool:
        return self._words[at].glued

    def _week(self, end: int, weekday: int) -> Said:
        """Put a weekday in its week: the last one, last week's, this week's or a coming one."""
        this_week = self._today - timedelta(days=self._today.weekday()) + timedelta(days=weekday)
        one, two = self._bare(end), self._bare(end + 1)
        if one == "tuan" and two in _PAST:
            return Said(end + 2, this_week - _WEEK)
        if one == "tuan" and two == "nay":
            return self._not_ahead(end + 2, this_week)
        if one == "tuan" and two in _AHEAD:
            return Said(end + 2, None, Doubt.FUTURE)
        if one == "toi" or (one == "sau" and self._spelt(end, "sau")):
            return Said(end + 1, None, Doubt.FUTURE)
        if one == "nay" and self._spelt(end, "nay", "\u0300"):
            return self._not_ahead(end + 1, this_week)
        last = last_weekday(weekday, self._today)
        if one in {"vua", "moi"} and two in {"roi", "qua"}:
            return Said(end + 2, last)
        # "thứ hai trước" may be either.
        if one == "truoc":
            return Said(end + 1, None, Doubt.VAGUE_DAY)
        return Said(end, last)

    def _ago(self, at: int) -> Said | None:
        """Days ago: "2 hôm trước", "cách đây 2 ngày"."""
        if self._bare(at) == "cach" and self._bare(at + 1) in {"day", "nay"}:
            number = number_at(self._words, at + 2)
            if number and number.value and self._bare(number.end) in _DAY_WORDS:
                return self._back(number.end + 1, min(number.value, 366))
            return None
        number = number_at(self._words, at)
        spans = number is not None and self._bare(number.end) in _DAY_WORDS | _PERIODS
        if at == 0 and number and spans and self._bare(number.end + 1) in {"nay", "qua"}:
            return Said(number.end + 2, None, Doubt.VAGUE_DAY)
        if (
            number
            and number.value
            and self._bare(number.end) in _DAY_WORDS
            and self._bare(number.end + 1) == "truoc"
        ):
            return self._back(number.end + 2, min(number.value, 366))
        return None

    def _span(self, at: int) -> Said | None:
        """Read "từ thứ 2 đến thứ 4": a period, whatever its days."""
        if self._bare(at) != "tu" or not self._spelt(at, "tư", "\u0300"):
            return None
        first = self._near(at + 1) or self._weekday(at + 1) or self._written(at + 1)
        if first and self._bare(first.end) in {"den", "toi", "-"}:
            last = self._near(first.end + 1) or self._weekday(first.end + 1)
            last = last or self._written(first.end + 1)
            return Said(last.end if last else first.end + 1, None, Doubt.VAGUE_DAY)
        return None

    def _vague(self, at: int) -> Said | None:
        """Periods and vague days: "tuần trước", "mấy hôm nay", "hôm bữa", "tháng 11"."""
        word, next_ = self._bare(at), self._bare(at + 1)
        if (word, next_) in _VAGUE:
            longer = self._bare(at + 2) in _PAST | {"nay"}
            return Said(at + 2 + longer, None, Doubt.VAGUE_DAY)
        if word in _PERIODS and number_at(self._words, at - 1) is None:
            if next_ in _PAST | {"nay"} and self._is_past(at + 1):
                return Said(at + 2, None, Doubt.VAGUE_DAY)
            coming = word == "tuan" or (word == "thang" and self._spelt(at, "thang", "\u0301"))
            if coming and next_ in _AHEAD:
                return Said(at + 2, None, Doubt.FUTURE)
        if word == "thang" and self._value(at + 1) and self._spelt(at, "thang", "\u0301"):
            return Said(at + 2, None, Doubt.VAGUE_DAY)
        return None

    def _is_past(self, at: int) -> bool:
        word = self._words[at]
        return not word.marked or (word.letters, word.tone) in _PASSED
