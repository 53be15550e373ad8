"""What stands below a file that is sent: what it is, of which days, and whose."""

from bot.domain.dossiers import Form, Wish
from bot.domain.periods import period
from bot.domain.text import Lines, Plain, Text, _, lines
from bot.reports.periods import called


def caption(wish: Wish, commune: str) -> Text:
    """Name a file, as in "Bảng số: Tuần 47/2026 (16/11/2026 – 22/11/2026), xã Bình An"."""
    if not wish.period:
        keep = _("Print them, then delete this file: whoever has a code can join with it.")
        called_so = Lines((titled(wish.form), Plain(f": {commune}")), gap="")
        return lines(called_so, keep if wish.form is Form.CODES else None)
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
        case Form.SHEET:
            return _("Sheet to fill in")
        case Form.CODES:
            return _("Cards with join codes")
