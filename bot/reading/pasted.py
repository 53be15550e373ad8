"""Reads figures that are pasted several at once: a line each, a name and a number."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.domain.errors import Unclear
from bot.domain.quantities import Quantity
from bot.domain.text import Phrase, Plain, _, fold, listed
from bot.reading.figures import amount, unit_named

# A message holds no more facts than this; for more there is the sheet.
MOST_LINES = 12
_LONGEST = 60
# Below this likeness (0..100) a name is not taken for another, nor where two are nearly as like.
_LIKE, _APART = 82, 4
_BULLET = re.compile(r"^\s*(?:[-–•*+]|[0-9]{1,2}[.)](?=\s))\s*")
_SPLIT = re.compile(r"(.*\S)\s*(?:[:=]|->|→)\s*(\S.*)")
_RUN_ON = re.compile(r"(.*[^\d\s])\s+(\d[\d.]*)\s*([^\d:=]*)")


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of a pasted line; `said`: the name as typed, where it was taken for another."""

    quantity: str
    value: int
    said: str | None = None


def pasted(said: str, quantities: Mapping[str, Quantity]) -> tuple[Line, ...]:
    """Return the figures of some lines; raises Unclear with everything that is wrong in them."""
    rows = [row for row in said.splitlines() if fold(row)]
    if len(rows) > MOST_LINES:
        raise Unclear(
            _("At most {most} lines at once, please. For more, use the sheet.", most=MOST_LINES)
        )
    found: list[Line] = []
    wrong: list[Phrase] = []
    for nth, row in enumerate(rows, start=1):
        try:
            found.append(_line(row, quantities, {one.quantity for one in found}))
        except Unclear as unclear:
            wrong.append(_("Line {n}: {why}", n=nth, why=unclear.text))
    if wrong:
        raise Unclear(
            _(
                "Nothing was taken yet. Mend this and send all lines once more:\n{problems}",
                problems=listed(wrong),
            )
        )
    return tuple(found)


def kept(found: Sequence[Line]) -> str:
    """Return figures as an answer of the conversation keeps them; `figures_of` reads it."""
    return json.dumps([[one.quantity, one.value, one.said] for one in found], ensure_ascii=False)


def figures_of(answer: str) -> tuple[Line, ...]:
    """Read what `kept` wrote."""
    return tuple(Line(*one) for one in json.loads(answer))


def looks_pasted(said: str) -> bool:
    """Tell whether words are figures with their names, not a name alone."""
    return any(_apart(row) for row in said.splitlines())


def named(said: str, quantities: Mapping[str, Quantity]) -> str:
    """Return the id of the quantity that words name, for sure or nearly; raises Unclear."""
    return _named(said, quantities)[0]


def _line(row: str, quantities: Mapping[str, Quantity], above: Set[str]) -> Line:
    apart = _apart(row)
    if apart is None:
        raise Unclear(_("I need a name, a colon and a number, for example “Dân số: 3.833”."))
    name, number = apart
    quantity, sure = _named(name, quantities)
    if quantity in above:
        raise Unclear(_("This figure was named in a line above already."))
    value = amount(number, quantities[quantity].unit)
    return Line(quantity, value, None if sure else name)


def _apart(row: str) -> tuple[str, str] | None:
    words = _BULLET.sub("", unicodedata.normalize("NFKC", row)).strip()
    # Cells copied out of a table stand with tabs between them.
    name, tab, rest = words.partition("\t")
    if not tab:
        name, rest = _parted(words)
    if not rest.strip() or not re.search(r"[^\W\d_]", name):
        return None
    return name.strip(), " ".join(rest.split())


def _parted(words: str) -> tuple[str, str]:
    """Part a name from its number, at a colon or else before a number with its unit."""
    if found := _SPLIT.fullmatch(words):
        return found[1], found[2]
    found = _RUN_ON.fullmatch(words)
    # "Thẻ từ 14 tuổi" is a name: nothing is counted in years.
    if found and (not found[3].strip() or unit_named(found[3])):
        return found[1], f"{found[2]} {found[3]}"
    return words, ""


def _named(said: str, quantities: Mapping[str, Quantity]) -> tuple[str, bool]:
    """Return the quantity of a name, and whether it is its very name."""
    words = _bare(said)
    names = {
        _bare(name): one.id
        for one in quantities.values()
        for name in (one.id, *one.title.by_language.values())
    }
    if words in names:
        return names[words], True
    # 14 is not 15, however alike the rest is.
    alike = [name for name in names if _numbers(name) == _numbers(words)]
    best = process.extract(words, alike, scorer=fuzz.token_sort_ratio, score_cutoff=_LIKE, limit=5)
    top = [one for one in best if one[1] > best[0][1] - _APART]
    if len({names[one[0]] for one in top}) != 1 and words[:1].isdecimal():
        raise Unclear(_("Choose the figure first, or type its name; then its number."))
    if len({names[one[0]] for one in top}) != 1:
        raise Unclear(
            _(
                "I do not know a figure called “{name}”.",
                name=Plain(" ".join(said.split())[:_LONGEST]),
            )
        )
    return names[top[0][0]], False


def _bare(name: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(name)))


def _numbers(words: str) -> list[str]:
    return re.findall(r"\d+", words)
