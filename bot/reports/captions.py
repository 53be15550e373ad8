"""What stands below a file that is sent: what it is, of which days, and whose."""

from bot.domain.dossiers import Form, Wish
from bot.domain.periods import period
from bot.domain.text import Lines, Plain, Text, _
from bot.reports.periods import called


def caption(wish: Wish, commune: str) -> Text:
    """Name a file, as in "Bảng số: Tuần 47/2026 (16/11/2026 – 22/11/2026), xã Bình An"."""
    parts = (titled(wish.form), Plain(": "), called(period(wish.period)), Plain(f", {commune}"))
    return Lines(parts, gap="")


def titled(form: Form) -> Text:
    """Name a form."""
    match form:
        case Form.XLSX:
            return _("Spreadsheet")
        case Form.DOCX:
            return _("Report")
        case Form.PNG:
            return _("Chart")
        case Form.TEXT:
            return _("Figures as text")
