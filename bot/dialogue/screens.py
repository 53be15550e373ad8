"""Makes a screen of a question: which choices stand on it, behind which digits."""

from dataclasses import replace

from bot.dialogue.answers import nav
from bot.dialogue.flow import BACK, HOME, MORE, Ask
from bot.domain.chat import Line, Reply
from bot.domain.session import Session
from bot.domain.text import Phrase, _

# Seven choices a screen (UX rule: no more than seven), so that 8, 9 and 0 always mean the same.
CHOICES_A_SCREEN = 7


def screen_of(ask: Ask, session: Session) -> tuple[Reply, Session]:
    """Return what is shown for a question, and the session that knows what was shown."""
    pages = max(1, -(-len(ask.choices) // CHOICES_A_SCREEN))
    page = session.page % pages
    begin = page * CHOICES_A_SCREEN
    chosen = ask.choices[begin : begin + CHOICES_A_SCREEN]
    lines = tuple(
        Line(digit, choice.value, choice.label) for digit, choice in enumerate(chosen, start=1)
    )
    at_home = len(session.frames) <= 1
    moves = nav(back=len(session.frames) > 2, more=pages > 1, home=not at_home)
    lines += tuple(Line(digit, value, label_of(value)) for digit, value in moves)
    shown = {line.digit: line.value for line in lines}
    session = replace(
        session, screen=session.screen + 1, page=page, shown=shown, resting=ask.resting
    )
    reply = Reply(
        ask.text,
        lines,
        screen=session.screen,
        standing=ask.standing,
        typed_numbers=ask.numbers,
    )
    return reply, session


def label_of(move: str) -> Phrase:
    """Name the moves that stand on every screen."""
    return {BACK: _("Back"), MORE: _("See more"), HOME: _("Menu")}[move]


def old_button() -> Phrase:
    """Explain a button of an earlier screen."""
    return _(
        "That button belongs to an earlier message, so nothing was changed. This is where we are:"
    )
