"""What is said before a number to be counted: "Tổng số hồ sơ …", "Tỷ lệ hộ …", "Số lượng máy …"."""

import re

from bot.domain.text import Phrase, Plain, _
from bot.reading.draft.figure import Figure, Read
from bot.reading.draft.units import unit_at

_WIDTH = 130  # characters before a number in which its label stands
# "Chuyển đổi số", "chữ ký số" and "công nghệ số" are no number of anything.
_NAME = re.compile(
    r"(?:\btổng số(?: lượng)?|\bsố lượng|\bt[ỷỉ] lệ(?: số)?"
    r"|(?<!dân )(?<!ký )(?<!chuyển đổi )(?<!công nghệ )(?<!tổng )\bsố)\s",
    re.IGNORECASE,
)


def clause(one: Read, figure: Figure) -> str:
    """Return the words before a number, as far as its own clause reaches."""
    begin, _end = one.sentence(figure.start)
    begin = max(begin, figure.start - _WIDTH)
    return re.split(r"[;.](?=\s)", one.text[begin : figure.start])[-1]


def names(words: str) -> list[re.Match[str]]:
    """Return where some words name what is counted: "số hộ", not "số 12"."""
    return [found for found in _NAME.finditer(words) if unit_at(words, found.end())]


def noun_end(one: Read, at: int) -> int:
    """Return where the one or two words from a place on end."""
    found = re.match(r" ?[^\W\d_]+(?: [^\W\d_]+)?", one.text[at:])
    return at + (found.end() if found else 0)


def other_thing(one: Read, figure: Figure) -> Phrase:
    """Say that a number is called one thing and counts another."""
    things = Plain(one.text[figure.end : noun_end(one, figure.end)].strip())
    return _("This is called one thing and counts another: {things}.", things=things)
