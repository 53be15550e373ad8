"""A flow that hands out whatever is asked for, and makers whose work a test can see."""

import threading
from dataclasses import dataclass, field

from bot.dialogue.flow import Ask, Flow, Screen, go
from bot.dialogue.flows import Flows
from bot.dialogue.turn import Turn
from bot.domain.dossiers import Dossier, Form
from bot.domain.periods import period
from bot.domain.text import Plain, _
from bot.forms import Kit, Maker

home = Flow("home", _("Menu"))


@home.step
async def menu(_turn: Turn) -> Screen:
    """Take forms and a period: "text png 2026-W46"; other words are said again."""
    return Ask(text=Plain("Tệp nào?"), reads=str, then=handed)


@home.step
async def handed(turn: Turn) -> Screen:
    """Hand out one file for each form."""
    *forms, last = str(turn.answers["menu"]).split()
    for form in forms:
        turn.hand(Form(form), period(last))
    turn.say(Plain(f"{len(forms)} tệp {last}"))
    return go(menu, menu=None)


FLOWS = Flows([home])


@dataclass
class Press:
    """Makes files that only name what they are of; how often is counted, and it can be held up."""

    made: list[str] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    fails: bool = False
    at_work: int = 0
    most: int = 0

    def __post_init__(self) -> None:
        self.gate.set()

    def maker(self, ending: str, media: str, head: bytes = b"") -> Maker:
        """Return a maker of one form."""

        def make(dossier: Dossier, _kit: Kit) -> bytes:
            self.at_work += 1
            self.most = max(self.most, self.at_work)
            self.begun.set()
            # No test hangs for ever on it.
            self.gate.wait(timeout=20)
            self.at_work -= 1
            self.made.append(ending)
            if self.fails:
                raise ZeroDivisionError
            return head + f"{dossier.sheet.period.id}.{ending}".encode()

        return Maker(ending, media, make)

    @property
    def forms(self) -> dict[Form, Maker]:
        """Return a sheet, a picture and words."""
        return {
            Form.XLSX: self.maker("xlsx", "application/zip"),
            Form.PNG: self.maker("png", "image/png", b"\x89PNG\r\n\x1a\n"),
            Form.TEXT: self.maker("txt", "text/plain"),
        }
