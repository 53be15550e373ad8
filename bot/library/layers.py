"""Lays a file of tables over another: a table of the same name replaces the one below it whole."""

from collections.abc import Collection
from pathlib import Path

from bot.domain.problems import Problem
from bot.domain.text import Phrase, _
from bot.library.heads import Head
from bot.library.pages import Page, page

LONGEST_ID = 60
_ID = ("id",)


class Layers:
    """A file of the content, and the one of the same name that an overlay may have."""

    def __init__(
        self,
        content: Path,
        overlay: Path | None,
        keys: Collection[str],
        problems: list[Problem],
    ) -> None:
        self._below = page(content, problems)
        above = overlay / content.name if overlay else None
        own = above is not None and above.exists()
        self._above = page(above, problems, str(above)) if above and own else None
        for one in self._pages():
            one.whole.only(*keys)

    @property
    def readable(self) -> bool:
        """Tell whether the content has the file at all."""
        return self._below is not None

    @property
    def uppermost(self) -> tuple[Head, ...]:
        """Return what stands outside of the tables, the overlay's first."""
        return tuple(one.whole for one in reversed(self._pages()))

    def tables(
        self,
        key: str,
        *,
        names: tuple[str, ...] = _ID,
        once: tuple[str, ...] = _ID,
        needed: bool = True,
    ) -> tuple[Head, ...]:
        """Return the tables of a key, those of the overlay in the place of the ones they replace.

        `names`: the fields by which a table replaces others; `once`: those that no two tables of
        one file share.
        """
        below = self._of(self._below, key, once, needed=needed)
        above = self._of(self._above, key, once, needed=False)
        waiting: dict[tuple[str, ...], list[Head]] = {}
        for head in above:
            waiting.setdefault(_named(head, names), []).append(head)
        found: list[Head] = []
        replaced = set(waiting)
        for head in below:
            if (name := _named(head, names)) in replaced:
                found += waiting.pop(name, [])
            else:
                found.append(head)
        return (*found, *(head for heads in waiting.values() for head in heads))

    def _pages(self) -> list[Page]:
        return [one for one in (self._below, self._above) if one]

    def _of(
        self, one: Page | None, key: str, once: tuple[str, ...], *, needed: bool
    ) -> tuple[Head, ...]:
        heads = tuple(head for head, __ in one.tables(key, needed=needed)) if one else ()
        seen: set[tuple[str, ...]] = set()
        for head in heads:
            if (name := _named(head, once)) in seen:
                head.complain(once[0], _("“{words}” stands here twice.", words=name[0]))
            seen.add(name)
        return heads


def must_be(head: Head, key: str, known: Collection[str], text: Phrase) -> str:
    """Return an id that is among those known; `text` complains of another one."""
    found = head.words(key, most=LONGEST_ID)
    if found and found not in known:
        head.complain(key, text)
    return found


def _named(head: Head, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(head.get(key) or "") for key in keys)
