"""Puts the fields of a period into a Word template; a template can neither call nor run away."""

import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from bot.domain.activities import Activity
from bot.domain.dossiers import Dossier
from bot.domain.errors import Refused
from bot.domain.indicators import Catalogue
from bot.domain.text import Phrase, _
from bot.reports.document.context import context
from bot.reports.document.fields import Shape, sample
from bot.reports.document.grammar import faults
from bot.reports.document.packing import refused, repacked
from bot.reports.document.pen import Say

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

# The report of a large commune's year has less than one million signs.
_MOST_WRITTEN = 10_000_000


class TooLong(Refused):
    """A template writes more than any report has; how much, only a period's rows show."""

    def __init__(self) -> None:
        super().__init__(
            "TS-65", _("The Word template writes too much: take text out of its loops.")
        )


class _Bounded(Template):
    """A text that is given up as soon as it is longer than any report."""

    def render(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - the signature is Jinja's
        """Return the text; raises TooLong."""
        parts, size = [], 0
        for part in self.generate(*args, **kwargs):
            size += len(part)
            if size > _MOST_WRITTEN:
                raise TooLong
            parts.append(part)
        return "".join(parts)


class _Fields(SandboxedEnvironment):
    """Finds in a field what was put there, and not the methods of a dictionary."""

    template_class = _Bounded

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as above
        """Return a field of a field."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(name=attribute)
        return super().getattr(obj, attribute)


def document(
    dossier: Dossier,
    template: bytes,
    activities: Mapping[str, Activity],
    catalogue: Catalogue,
    say: Say,
) -> bytes:
    """Return the report of a period as a Word file; the same closed period gives the same bytes.

    `template`: one in which `problems` finds nothing. `say`: in the language of the template.
    Raises Refused (TooLong).
    """
    seal = dossier.status.seal
    made = seal.closed_at if seal else dossier.made_at
    return _filled(template, context(dossier, activities, catalogue, say), made)


def problems(template: bytes, known: Mapping[str, Shape]) -> tuple[Phrase, ...]:
    """Return everything for which a template could not be filled in; never raises.

    First it is looked at without being run, then tried out: with every list filled and every flag
    up, and down.
    """
    if why := refused(template):
        return (why,)
    try:
        found = [fault for text in _sources(template) for fault in faults(text, known)]
        if found:
            return tuple(fault for nth, fault in enumerate(found) if fault not in found[:nth])
        for flag in (True, False):
            tried = {name: sample(one, flag=flag) for name, one in known.items()}
            _filled(template, tried, datetime(2000, 1, 1, tzinfo=UTC))
    except Exception as wrong:
        return (_("This template cannot be filled in: {why}", why=type(wrong).__name__),)
    return ()


def _opened(template: bytes) -> "DocxTemplate":
    # It takes a fifth of a second, in which every command would begin, and few make documents.
    from docxtpl import DocxTemplate  # noqa: PLC0415

    return DocxTemplate(io.BytesIO(template))


def _sources(template: bytes) -> Iterator[str]:
    """Return every text of a template in which fields are looked for, as they are read."""
    opened = _opened(template)
    opened.init_docx()
    yield opened.patch_xml(opened.get_xml())
    for kind in (opened.HEADER_URI, opened.FOOTER_URI):
        for __, part in opened.get_headers_footers(kind):
            yield opened.patch_xml(opened.get_part_xml(part))
    for part in opened.docx.part.package.parts:
        if part.content_type.endswith("footnotes+xml"):
            yield opened.patch_xml(part.blob.decode("utf-8"))
    said = opened.docx.core_properties
    yield from (said.author, said.comments, said.identifier, said.language, said.subject)
    yield said.title


def _filled(template: bytes, values: Mapping[str, object], made: datetime) -> bytes:
    filler = _opened(template)
    environment = _Fields(autoescape=True, undefined=StrictUndefined)
    filler.render(dict(values), environment, autoescape=True)
    # Word's own copy of the times would tell two prints of one closed period apart.
    properties = filler.docx.core_properties
    properties.created = properties.modified = made.astimezone(UTC).replace(tzinfo=None)
    properties.revision = 1
    written = io.BytesIO()
    filler.save(written)
    return repacked(written.getvalue())
