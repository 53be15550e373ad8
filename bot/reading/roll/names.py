"""Tells which names mean the same place or person, however they were written."""

import unicodedata
from collections.abc import Iterable
from typing import TypeVar

from bot.domain.places import Place
from bot.domain.text import fold

Named = TypeVar("Named")
_KINDS = (
    "tổ công nghệ số cộng đồng ", "tổ cnscđ ", "tổ dân phố ", "tổ ", "khu phố ", "thôn ", "bản ",
    "ấp ", "buôn ", "làng ", "xóm ", "xã ", "phường ", "đặc khu ",
)  # fmt: skip


def same(one: str, other: str) -> bool:
    """Tell whether two names are one, whatever their case, spaces and kind of accents."""
    return _plain(one) == _plain(other)


def same_place(one: str, other: str) -> bool:
    """Tell whether two names are one place; one of them may stand without its "thôn"."""
    one, other = _plain(one), _plain(other)
    return one == other or _bare(one) == other or one == _bare(other)


def alike(one: str, other: str) -> bool:
    """Tell whether two names of places are one but for their accents."""
    mine, others = fold(one), fold(other)
    return mine in {others, fold(_bare(_plain(other)))} or fold(_bare(_plain(one))) == others


def unaccented(one: str, other: str) -> bool:
    """Tell whether a person's name is another one that was typed without any accents."""
    bare = {_plain(one), _plain(other)}
    return len(bare) == 2 and fold(one) in bare and fold(one) == fold(other)


def find(name: str, places: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places that a name may mean: the very one, else those that are alike."""
    known = tuple(places)
    for holds in (same, same_place, alike):
        if found := tuple(place for place in known if holds(place.name, name)):
            return found
    return ()


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _bare(plain: str) -> str:
    """Return a name without the kind of place in front of it, where something is left."""
    for kind in _KINDS:
        if plain.startswith(kind):
            return plain.removeprefix(kind)
    return plain
