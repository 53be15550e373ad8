"""The file itself: its formats, each made once, its properties, and its pages."""

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from bot.domain.activities import Activity
from bot.domain.clock import VIET_NAM
from bot.domain.dossiers import Dossier
from bot.domain.periods import Period
from bot.domain.sheets import State
from bot.domain.text import Text, _
from bot.reports.periods import called
from bot.reports.workbook.cells import clean
from bot.reports.workbook.styles import TYPEFACE, Style

_LONGEST_AUTHOR = 200


class Book:
    """A spreadsheet in the making: what its pages share."""

    def __init__(
        self, dossier: Dossier, activities: Mapping[str, Activity], say: Callable[[Text], str]
    ) -> None:
        self.dossier = dossier
        self.activities = activities
        self._say = say
        self._formats: dict[Style, Format] = {}
        self._bytes = io.BytesIO()
        self.file = Workbook(
            self._bytes,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": {"font_name": TYPEFACE, "font_size": 11},
            },
        )
        self.file.set_properties(
            {
                "title": self.said(_("Figures: {period}", period=called(self.period))),
                "author": clean(dossier.sheet.commune)[:_LONGEST_AUTHOR],
                # Without a day of its own the same figures would make other bytes every time.
                "created": frozen_at(dossier).astimezone(UTC).replace(tzinfo=None),
            }
        )

    @property
    def period(self) -> Period:
        """Return the period that it is about."""
        return self.dossier.sheet.period

    def said(self, text: Text | str) -> str:
        """Return the words of a text as a cell can hold them."""
        return clean(text if isinstance(text, str) else self._say(text))

    def format(self, style: Style, *, quoted: bool = False) -> Format:
        """Return the file's format for a look."""
        wanted = replace(style, quoted=True) if quoted else style
        if wanted not in self._formats:
            self._formats[wanted] = self.file.add_format(wanted.properties())
        return self._formats[wanted]

    def done(self) -> bytes:
        """Finish the file and return its bytes."""
        self.file.close()
        return self._bytes.getvalue()


def frozen_at(dossier: Dossier) -> datetime:
    """Return until when it was counted: of a closed period until it was closed."""
    status = dossier.status
    if status.seal:
        return status.seal.closed_at
    if status.state is State.CLOSED:
        # Closed by an earlier version, which kept the day alone.
        return datetime.combine(dossier.sheet.day, time(), VIET_NAM)
    return dossier.made_at
