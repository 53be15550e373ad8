"""How each form of a file is made; a new one is a line of `FORMS`."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from bot.domain.dossiers import Dossier, Form
from bot.library import templates
from bot.library.declared import Declared
from bot.reports.chart import chart
from bot.reports.document.filling import document
from bot.reports.paste import paste
from bot.reports.workbook import workbook
from bot.voices import Voice

log = logging.getLogger("toso.printing")

_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Materials:
    """What every file is made with, whoever gets it.

    `content`, `overlay`: where templates are; the commune's own folder, where there is one, goes
    before the content.
    """

    declared: Declared
    content: Path
    overlay: Path | None


@dataclass(frozen=True, slots=True)
class Kit:
    """What one file is made with besides its figures: the `voice` is its reader's language."""

    materials: Materials
    voice: Voice
    vietnamese: Voice


# Computes a file from figures that are all there; raises Refused where its template is of no use.
Make: TypeAlias = Callable[[Dossier, Kit], bytes]


@dataclass(frozen=True, slots=True)
class Maker:
    """What makes a form: how its files end, what kind of file that is, and the work itself."""

    ending: str
    media: str
    make: Make


def _text(dossier: Dossier, kit: Kit) -> bytes:
    said = paste(dossier, kit.materials.declared.activities)
    return f"{kit.voice.say(said)}\n".encode()


def _sheet(dossier: Dossier, kit: Kit) -> bytes:
    return workbook(dossier, kit.materials.declared.activities, kit.voice.say)


def _picture(dossier: Dossier, kit: Kit) -> bytes:
    return chart(dossier, kit.materials.declared.activities, kit.voice.say)


def _document(dossier: Dossier, kit: Kit) -> bytes:
    """Fill in the report, which goes to an office of the state and is in Vietnamese for everybody.

    It comes out also where a commune's own template is not in order; then in the project's.
    """
    materials, declared = kit.materials, kit.materials.declared
    template = templates.report(
        materials.content, materials.overlay, declared.activities, declared.catalogue
    )
    for problem in template.problems:
        log.warning("TS-30 %s is not used: %s", problem.file, problem.text.message)
    return document(
        dossier, template.data, declared.activities, declared.catalogue, kit.vietnamese.say
    )


FORMS: Mapping[Form, Maker] = {
    Form.XLSX: Maker("xlsx", f"{_OFFICE}.spreadsheetml.sheet", _sheet),
    Form.DOCX: Maker("docx", f"{_OFFICE}.wordprocessingml.document", _document),
    Form.PNG: Maker("png", "image/png", _picture),
    Form.TEXT: Maker("txt", "text/plain; charset=utf-8", _text),
}
