"""What a search was about, in words that are nobody's: kept where no guide answers it.

Numbers are left out, and words that no guide has, which are mostly names; so are words with a
capital letter inside a sentence. What is left says what the library lacks, and not about whom.
"""

import re
from collections.abc import Collection, Iterable

from bot.reading.finding.saying import Token

# A name, in a sentence that has small letters too: a capital, then small letters, not at its head.
_CAPITAL = re.compile(r"(?<=[^\W\d_][ ,])(?=[^\W\d_])(\w)(\w+)")
_MOST_WORDS = 8


def nameless(said: str) -> str:
    """Return what was typed without the words that look like names."""
    return _CAPITAL.sub(lambda found: "" if _is_name(found[1], found[2]) else found[0], said)


def _is_name(first: str, rest: str) -> bool:
    return first.isupper() and rest.islower()


def gist(tokens: Iterable[Token], known: Collection[str]) -> str:
    """Return the words that guides have, without accents and each once, in the order typed."""
    words = (one.bare for one in tokens if one.bare.isalpha() and one.bare in known)
    return " ".join(list(dict.fromkeys(words))[:_MOST_WORDS])
