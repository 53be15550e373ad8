"""Counts sentences, as a reader on a small screen would."""

import re

# A full stop (or its like), what closes a quotation, and a space or the end.
_END = re.compile(r"(\S*?[.!?…]+)[”’\"')\]]*(?:\s+|$)")
_ABBREVIATED = frozenset({"tp.", "q.", "p.", "v.v.", "vd.", "e.g.", "i.e.", "no."})


def sentences(text: str) -> int:
    """Return how many sentences a text has.

    1. A stop inside a word (an address, a number, a code) ends nothing.
    2. Nor does one after an abbreviation, or before a small letter ("v.v. và").
    3. Words after the last stop are one more sentence.
    """
    count, begun = 0, 0
    for found in _END.finditer(text):
        onward = text[found.end() :].lstrip("“‘\"'([")[:2]
        opens = not onward or any(sign.isupper() or sign.isdigit() for sign in onward)
        if opens and found[1].lower() not in _ABBREVIATED:
            count, begun = count + 1, found.end()
    return count + bool(text[begun:].strip())
