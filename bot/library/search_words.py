"""Reads content/search.toml, other words for what the guides say, and checks it."""

from collections.abc import Mapping
from pathlib import Path

from bot.domain.problems import Problem
from bot.domain.text import _
from bot.library.pages import tables
from bot.reading.finding.saying import Habits

_LONGEST = 60


def habits(path: Path, short: Mapping[str, str], problems: list[Problem]) -> Habits:
    """Return how people speak; what is wrong with it is added to `problems`.

    `short` are the short forms of quick entry; what search.toml says of one itself goes first.
    """
    meant: dict[str, str] = {}
    written = tables(path, "same", problems)
    for head, __ in written:
        mean = head.words("mean", most=_LONGEST)
        said = head.many("say", most=_LONGEST)
        if not said:
            head.complain("say", _("“say” must name at least one word."))
        for one in said:
            if one in meant:
                head.complain("say", _("“{words}” stands here twice.", words=one))
            meant.setdefault(one, mean)
    filler = frozenset(
        word
        for head, __ in (tables(path, "filler", problems) if written else ())
        for word in head.many("words", most=_LONGEST)
    )
    return Habits({**short, **meant}, filler)
