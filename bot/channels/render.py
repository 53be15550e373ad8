"""Draws a letter for a channel: buttons or numbered lines, cut where a reader would pause."""

from collections.abc import Sequence

from bot.domain.chat import Ability, Letter, Part

# Where a long text is cut, best place first: between paragraphs, lines, sentences, words.
_PAUSES = ("\n\n", "\n", ". ", " ")


def draw(letter: Letter, ability: Ability) -> tuple[Part, ...]:
    """Cut a letter into parts of the channel's length; choices stand on the last one."""
    text = letter.text
    if not ability.buttons and letter.lines:
        text = f"{text}\n{numbered(letter.lines, typed_numbers=letter.typed_numbers)}"
    pieces = cut(text, ability.longest)
    edits = letter.edits if ability.edits else None
    last = len(pieces) - 1
    return tuple(
        Part(
            text=piece,
            lines=letter.lines if ability.buttons and nth == last else (),
            screen=letter.screen,
            standing=letter.standing and nth == last,
            edits=edits if nth == 0 else None,
        )
        for nth, piece in enumerate(pieces)
    )


def numbered(lines: Sequence[tuple[int, str]], *, typed_numbers: bool) -> str:
    """Write choices as lines behind their digits.

    Where a typed number answers the question, the numbers offered need no lines of their own, and
    of the moves only 0 keeps its digit: 8 is eight of something.
    """
    if not typed_numbers:
        return "\n".join(f"{digit}. {label}" for digit, label in lines)
    return "\n".join(
        f"{digit}. {label}" if digit == 0 else f"– {label}"
        for digit, label in lines
        if label != str(digit)
    )


def cut(text: str, longest: int) -> list[str]:
    """Cut a text into pieces of at most so many characters, at the best pause in each."""
    pieces = []
    rest = text.strip()
    while len(rest) > longest:
        place = _pause(rest, longest)
        pieces.append(rest[:place].rstrip())
        rest = rest[place:].lstrip()
    return [*pieces, rest]


def _pause(text: str, longest: int) -> int:
    """Return where to cut: the last best pause in the second half of what fits."""
    for pause in _PAUSES:
        # One beyond what fits: a pause ends in a blank, which is not kept.
        place = text.rfind(pause, longest // 2, longest + 1)
        if place > 0:
            return place + len(pause)
    return longest
