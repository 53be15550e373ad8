"""Makes sense of what was said on a screen: a press, a digit, a label, a word for going away."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rapidfuzz import fuzz, process, utils

from bot.dialogue.flow import BACK, HOME, MORE, RESUME, Ask
from bot.domain.chat import Answer, Choice
from bot.domain.errors import Unclear
from bot.domain.text import Phrase, Text, fold

# Below this likeness (0..100) a label is not even suggested.
_LIKE = 72
_SUGGESTED = 3
# Longer words than a label has.
_LABEL_WORDS = 4

_DIGIT = re.compile(r"(?:so |cau |muc )?\(?(\d{1,3})[.)]?")
_COMMAND = re.compile(r"/([a-z0-9_]+)(?:@\w+)?(?:\s+(\S+))?", re.IGNORECASE)
# Said anywhere, in either language, with or without accents.
_MENU_WORDS = frozenset({"0", "menu", "ve menu", "main menu"})
_HOME_WORDS = frozenset({"trang chu", "home", "bat dau"}) | {
    "chao",
    "xin chao",
    "chao ban",
    "chao em",
    "alo",
    "hello",
    "hi",
}
_CANCEL_WORDS = frozenset({"huy", "huy bo", "bo qua", "thoat", "thoi", "cancel", "stop", "quit"})
_BACK_WORDS = frozenset({"quay lai", "lui", "lui lai", "tro lai", "back"})
_RESUME_WORDS = frozenset({"lam tiep", "tiep tuc", "lam tiep viec do", "continue", "resume"})
_MORE_WORDS = frozenset({"xem them", "them", "tiep theo", "more"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """A value was picked or read."""

    value: Answer


@dataclass(frozen=True, slots=True)
class Leave:
    """Away from here: to the menu (keeping what was begun), or giving it up."""

    give_up: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command, with the word behind it."""

    word: str
    argument: str | None


@dataclass(frozen=True, slots=True)
class Maybe:
    """Not sure: these labels are alike."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """Not understood; `why` says what is expected, where the question knows."""

    why: Phrase | None = None


Heard: TypeAlias = Chosen | Leave | Maybe | Missed
Spoken: TypeAlias = Callable[[Text], tuple[str, ...]]


def anyhow(said: str) -> Command | Leave | None:
    """Return what is understood whatever the question is: a command, or 0 or "menu"."""
    if found := _COMMAND.fullmatch(said.strip()):
        return Command(found[1].lower(), found[2])
    return Leave() if fold(said) in _MENU_WORDS else None


def hear(said: str, ask: Ask, shown: Mapping[int, Answer], spoken: Spoken) -> Heard:
    """Make sense of typed words.

    1. The words of a label, in any language, accents or not.
    2. One of the words that work everywhere (menu, huỷ, quay lại, xem thêm).
    3. A digit means the line that was on the screen, unless the question wants a number; one
       that was not there is missed, unless the question reads digits.
    4. What the question itself reads.
    5. Labels that are alike are suggested, never taken.
    """
    words = fold(said)
    if choice := labelled(said, ask, spoken):
        return Chosen(choice.value)
    if everywhere := _anywhere(words, shown):
        return everywhere
    if (digit := _DIGIT.fullmatch(words)) and not ask.numbers:
        line = int(digit[1])
        if line in shown:
            return Chosen(shown[line])
        if not ask.digits:
            return Missed()
    try:
        if ask.reads and words:
            return Chosen(ask.reads(said))
    except Unclear as unclear:
        return _alike(words, ask, spoken) or Missed(unclear.text)
    return _alike(words, ask, spoken) or Missed()


def labelled(said: str, ask: Ask, spoken: Spoken) -> Choice | None:
    """Return the choice whose label was typed."""
    words = fold(said)
    for choice in ask.choices:
        if words in {fold(label) for label in spoken(choice.label)}:
            return choice
    return None


def _anywhere(words: str, shown: Mapping[int, Answer]) -> Heard | None:
    if words in _HOME_WORDS:
        return Leave()
    if words in _CANCEL_WORDS:
        return Leave(give_up=True)
    if words in _BACK_WORDS:
        return Chosen(BACK) if BACK in shown.values() else Leave()
    if words in _RESUME_WORDS and RESUME in shown.values():
        return Chosen(RESUME)
    if words in _MORE_WORDS and MORE in shown.values():
        return Chosen(MORE)
    return None


def _alike(words: str, ask: Ask, spoken: Spoken) -> Maybe | None:
    """Return up to three choices whose labels look like the words."""
    if not words or not ask.choices or ask.numbers:
        return None
    if ask.resting and (len(words.split()) > _LABEL_WORDS or re.search(r"\d", words)):
        # Where nothing is unfinished, a sentence or a number is something new, not a label.
        return None
    labels = [
        (nth, fold(label))
        for nth, choice in enumerate(ask.choices)
        for label in spoken(choice.label)
    ]
    likeness = process.extract(
        words,
        [label for __, label in labels],
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
        limit=None,
        score_cutoff=_LIKE,
    )
    # A choice that is alike in two languages is suggested once.
    best = list(dict.fromkeys(labels[found[2]][0] for found in likeness))[:_SUGGESTED]
    return Maybe(tuple(ask.choices[nth] for nth in best)) if best else None


def nav(*, back: bool, more: bool, home: bool) -> tuple[tuple[int, str], ...]:
    """Return the digits that mean the same on every screen: 8 back, 9 more, 0 menu."""
    wanted = ((8, BACK, back), (9, MORE, more), (0, HOME, home))
    return tuple((digit, value) for digit, value, there in wanted if there)
