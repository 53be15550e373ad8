"""How each form of a file is made; a new one is a line of `FORMS`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from bot.domain.dossiers import Dossier, Form
from bot.domain.text import lines, paragraphs
from bot.library.shelves import Library
from bot.reports.sheets import headed, listed_all
from bot.reports.states import founded
from bot.reports.text import people_helped, tallied
from bot.voices import Voice


@dataclass(frozen=True, slots=True)
class Materials:
    """What every file is made with, whoever gets it.

    `content`, `overlay`: where templates are; the commune's own folder, where there is one, goes
    before the content.
    """

    library: Library
    content: Path
    overlay: Path | None


@dataclass(frozen=True, slots=True)
class Kit:
    """What one file is made with besides its figures: the `voice` is its reader's language."""

    materials: Materials
    voice: Voice


# Computes a file from figures that are all there; raises Refused where its template is of no use.
Make: TypeAlias = Callable[[Dossier, Kit], bytes]


@dataclass(frozen=True, slots=True)
class Maker:
    """What makes a form: how its files end, what kind of file that is, and the work itself."""

    ending: str
    media: str
    make: Make


def _text(dossier: Dossier, kit: Kit) -> bytes:
    """Write the figures as text, with every indicator in a line that can be pasted anywhere."""
    sheet, library = dossier.sheet, kit.materials.library
    said = paragraphs(
        lines(headed(sheet, dossier.status, library.catalogue.deadlines), founded(dossier.status)),
        tallied(sheet.by_village, dossier.before, library.activities),
        people_helped(dossier.helped),
        listed_all(sheet, library.catalogue),
    )
    return f"{kit.voice.say(said)}\n".encode()


FORMS: Mapping[Form, Maker] = {
    Form.TEXT: Maker("txt", "text/plain; charset=utf-8", _text),
}
