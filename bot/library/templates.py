"""The Word templates: the project's, or a commune's own that is laid over it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.domain.activities import Activity
from bot.domain.indicators import Catalogue
from bot.domain.problems import Problem
from bot.domain.text import _
from bot.reports.document.fields import fields
from bot.reports.document.filling import problems
from bot.reports.document.packing import MOST_BYTES

FOLDER = "templates"
_REPORT = f"{FOLDER}/report.docx"


@dataclass(frozen=True, slots=True)
class Sound:
    """A template that can be filled in, and why the commune's own one is not taken, if it is so."""

    data: bytes
    problems: tuple[Problem, ...] = ()


def report(
    content: Path,
    overlay: Path | None,
    activities: Mapping[str, Activity],
    catalogue: Catalogue,
) -> Sound:
    """Return the template of the report: the commune's own where it is sound, else the project's.

    A report must come out on the day it is due: what is wrong with a commune's own template is
    told beside it. Raises OSError where the project has no template.
    """
    found = check(None, overlay, activities, catalogue)
    own = _own(overlay)
    if own and not found:
        return Sound(own.read_bytes())
    return Sound((content / _REPORT).read_bytes(), found)


def check(
    content: Path | None,
    overlay: Path | None,
    activities: Mapping[str, Activity],
    catalogue: Catalogue,
) -> tuple[Problem, ...]:
    """Return everything that is wrong with the templates of the folders, by file."""
    own = _own(overlay)
    paths = [(content / _REPORT, _REPORT)] if content else []
    paths += [(own, str(own))] if own else []
    known = fields(activities, catalogue.indicators)
    found: list[Problem] = []
    for path, label in paths:
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError:
            text = _("This file is missing or cannot be read: put it back.")
            found.append(Problem(label, 0, text))
            continue
        found += [Problem(label, 0, fault) for fault in problems(data, known)]
    return (*found, *_unread(overlay))


def _own(overlay: Path | None) -> Path | None:
    path = overlay / _REPORT if overlay else None
    return path if path and path.exists() else None


def _unread(overlay: Path | None) -> list[Problem]:
    """Complain of files that no report is made of; Word keeps a "~$…" while it has one open."""
    folder = overlay / FOLDER if overlay else None
    return [
        Problem(str(path), 0, _("Nothing of this name can be laid over the content."))
        for path in sorted(folder.glob("[!.~]*") if folder else ())
        if path.name != Path(_REPORT).name
    ]
