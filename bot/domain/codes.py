"""Short codes that people read out, write down and type again."""

import hashlib
import re
import secrets
from datetime import timedelta

# No 0/O, 1/I/L: they are mixed up on paper; no vowels: no code spells a word.
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"
_BASE = len(ALPHABET)
# Coprime to 28, so that multiplying scatters neighbours without ever giving two the same code.
_SCATTER = 11_400_714_819
_SHORTEST = 5
_JOIN_SIGNS = 8
FACTS_A_MESSAGE = 16
# How long a join code can be used.
CODE_GOOD_FOR = timedelta(days=7)


def entry_code(message: int, nth: int) -> str:
    """Return the code of the `nth` fact of an inbox message: unique, and the same on a retry.

    1. Number all possible facts: `message * 16 + nth`.
    2. Choose the shortest length, five signs or more, that has room for that number.
    3. Scatter it within that length, so that two codes in a row do not look alike.
    """
    if not 0 <= nth < FACTS_A_MESSAGE:
        raise ValueError(nth)
    number, length, room, below = message * FACTS_A_MESSAGE + nth, _SHORTEST, _BASE**_SHORTEST, 0
    while number - below >= room:
        below += room
        length += 1
        room = _BASE**length
    scattered = (number - below) * _SCATTER % room
    signs = ""
    for _place in range(length):
        scattered, sign = divmod(scattered, _BASE)
        signs += ALPHABET[sign]
    return signs


def grouped(fingerprint: str) -> str:
    """Return how a fingerprint is printed and compared by eye, as in "A1B2-C3D4-E5F6".

    Its first twelve hexadecimal digits: nobody finds other figures that begin alike by chance.
    """
    signs = fingerprint[:12].upper()
    return "-".join(signs[at : at + 4] for at in range(0, len(signs), 4))


def new_join_code() -> str:
    """Return a fresh one-time code, as in "K7QM-2F9T".

    It always holds a digit, by which it is told from a word in the middle of a sentence, and a
    letter, by which it is told from a number of somebody's.
    """
    signs = ""
    while not re.search(r"\d", signs) or signs.isdecimal():
        signs = "".join(secrets.choice(ALPHABET) for _place in range(_JOIN_SIGNS))
    return f"{signs[:4]}-{signs[4:]}"


def find_join_code(said: str) -> str | None:
    """Return what has the form of a join code in some words, right or wrong, or None."""
    if join_digest(said):
        return said.strip()
    found = re.search(r"(?<![A-Za-z0-9])[A-Za-z0-9]{4}[ -]?[A-Za-z0-9]{4}(?![A-Za-z0-9])", said)
    return found[0] if found and re.search(r"\d", found[0]) else None


def join_digest(typed: str) -> str | None:
    """Return what is kept of a join code, or None where the words cannot be one.

    Spaces, hyphens and case do not matter.
    """
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    if len(signs) != _JOIN_SIGNS or any(sign not in ALPHABET for sign in signs):
        return None
    return hashlib.sha256(f"toso join {signs}".encode()).hexdigest()
