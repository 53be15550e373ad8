"""A draft report, pasted piece by piece and looked through; nothing of it is kept afterwards."""

from datetime import timedelta

from bot.dialogue.flow import FILE, Ask, Flow, Screen, go
from bot.dialogue.turn import Turn
from bot.domain.chat import Answer, Choice
from bot.domain.drafts import Correction
from bot.domain.people import OFFICIALS
from bot.domain.periods import Period
from bot.domain.sheets import State
from bot.domain.text import _, fold, paragraphs
from bot.reading.draft import check, draft
from bot.reading.draft.handed import ENDINGS, handed
from bot.reading.draft.own import book, differing
from bot.reading.draft.period import reported
from bot.reports.drafts import (
    heading,
    invitation,
    nothing_found,
    pointed_out,
    received,
    surest_first,
)

flow = Flow(
    "draft_check",
    _("Check a draft report"),
    command="kiemtrabaocao",
    menu=65,
    roles=OFFICIALS,
    called=frozenset({"kiem tra bao cao", "soat bao cao", "kiem tra du thao", "check report"}),
)

# Characters of a draft that a conversation holds: some forty pages.
_LONGEST = 80_000
# Corrections a message; seven are as many as anybody takes in at once.
_PAGE = 7
# No line of a report is such a word.
_READY, _NEXT, _ANOTHER = "#ready", "#next", "#another"
_READY_WORDS = frozenset({"xong", "het", "het roi", "xong roi", "done", "kiem tra"})


@flow.step
async def paste(turn: Turn) -> Screen:
    """Take the draft, in as many messages as it needs, until it is said to be all."""
    so_far = str(turn.answers.get("draft") or "")
    return Ask(
        text=received(so_far) if so_far else invitation(),
        choices=(Choice(_READY, _("Done, check it")),) if so_far else (),
        reads=_piece,
        then=pasted,
        digits=True,
        resting=True,
        forgets=True,
        verbatim=True,
        files=ENDINGS,
        opens=handed,
    )


@flow.step
async def pasted(turn: Turn) -> Screen:
    """Put a piece behind the others, or look through them all; a file is looked through at once."""
    piece = str(turn.answers["paste"])
    so_far = str(turn.answers.get("draft") or "")
    if turn.file and turn.file.refused:
        turn.say(turn.file.refused)
        return go(paste, paste=None)
    if turn.file and len(text := str(turn.file.content)) <= _LONGEST and text.strip():
        return go(view, draft=text, page=0)
    if turn.file:
        turn.say(_("That is empty, or more than I can hold here: at most forty pages."))
        return go(paste, paste=None)
    if piece == _READY:
        if so_far:
            return go(view, draft=so_far, page=0)
        turn.say(_("Nothing was pasted yet."))
        return go(paste, paste=None)
    whole = f"{so_far}\n{piece}" if so_far else piece
    if len(whole) > _LONGEST:
        turn.say(_("That is more than I can hold here; I have left the last piece out."))
        whole = so_far
    return go(paste, draft=whole or None, paste=None)


@flow.step
async def view(turn: Turn) -> Screen:
    """Show what should be mended, the surest first; the draft is dropped with the last page."""
    page = int(turn.answers.get("page") or 0)
    text = turn.answers.get("draft")
    if text is None:
        return go(paste)
    found = await _looked_through(turn, str(text))
    shown = found[page * _PAGE : (page + 1) * _PAGE]
    told = paragraphs(heading(len(found), page), *map(pointed_out, shown))
    if (page + 1) * _PAGE >= len(found):
        turn.say(told if found else nothing_found())
        return go(after, draft=None, page=None)
    return Ask(
        text=told,
        choices=(Choice(_NEXT, _("See the next")), Choice(_ANOTHER, _("Check another draft"))),
        then=turned,
        resting=True,
        forgets=True,
    )


@flow.step
async def turned(turn: Turn) -> Screen:
    """Show the next page, or begin anew."""
    if turn.answers["view"] == _ANOTHER:
        return go(paste, draft=None, page=None, view=None)
    page = int(turn.answers.get("page") or 0)
    return go(view, page=page + 1)


@flow.step
async def after(turn: Turn) -> Screen:
    """Say that nothing was kept, and offer to look through another one."""
    return Ask(
        text=_("The draft is not kept. Mend it, then paste it once more if you like."),
        choices=(Choice(_ANOTHER, _("Check another draft")),),
        files=ENDINGS,
        opens=handed,
        then=anew,
        resting=True,
        forgets=True,
    )


@flow.step
async def anew(turn: Turn) -> Screen:
    """Begin again."""
    return go(pasted, paste=FILE, draft=None) if turn.file else go(paste)


def _piece(said: str) -> Answer:
    return _READY if fold(said).strip(" .!") in _READY_WORDS else said


async def _looked_through(turn: Turn, text: str) -> tuple[Correction, ...]:
    """Return what should be mended, beside the closed book where the draft's days are in it."""
    found = list(check(text))
    for closed in await _closed(turn, text):
        sheet = await turn.numbers.sheet(closed)
        found += differing(text, book(sheet, turn.library.activities))
    return surest_first(tuple(found))


async def _closed(turn: Turn, text: str) -> tuple[Period, ...]:
    """Return the closed period that has the draft's very days, if there is one."""
    for first, last in sorted(reported(draft(text))):
        asked = Period(f"{first}..{last}", first, last + timedelta(days=1))
        if (await turn.numbers.status(asked)).state is State.CLOSED:
            return (asked,)
        for other in await turn.closings.beside(asked):
            if (other.start, other.end) == (asked.start, asked.end):
                return (other,)
    return ()
