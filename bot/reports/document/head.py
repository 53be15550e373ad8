"""Who reports, of which days, and how far the period is."""

import re
from dataclasses import dataclass

from bot.domain.clock import local_day
from bot.domain.codes import grouped
from bot.domain.dossiers import Dossier
from bot.domain.periods import PeriodKind, Scheme
from bot.domain.sheets import State
from bot.domain.text import _
from bot.reports.document.pen import Pen, clean
from bot.reports.periods import named

# Since 1 July 2025 there are three kinds of communes; figures of earlier years may name a town.
_KINDS = "xã|phường|đặc khu|thị trấn"
_BEFORE = re.compile(rf"({_KINDS})\s+(.+)", re.IGNORECASE)
# As an invented commune is called: "Bình An (xã mẫu)".
_INVENTED = re.compile(rf"(.+?)\s*\(({_KINDS}) mẫu\)", re.IGNORECASE)
_ALIKE = frozenset({PeriodKind.WEEK, PeriodKind.RANGE})


@dataclass(frozen=True, slots=True)
class Issuer:
    """A commune as an official letter names it; no `kind` where its name does not say it."""

    kind: str
    name: str

    @property
    def whole(self) -> str:
        """Return the name with its kind, small: "xã Bình An"."""
        return f"{self.kind} {self.name}".strip()

    @property
    def place(self) -> str:
        """Return the place before the date; NĐ 30/2020, annex I: in full where it is a number."""
        return self.whole.capitalize() if self.name.isdecimal() else self.name


def issuer(name: str, *, demo: bool = False) -> Issuer:
    """Return the commune of a name: only its own words say whether it is a xã or a phường."""
    words = clean(name)
    if demo and (found := _INVENTED.fullmatch(words)):
        return Issuer(found[2].lower(), found[1])
    if found := _BEFORE.fullmatch(words):
        return Issuer(found[1].lower(), found[2])
    return Issuer("", words)


def head(dossier: Dossier, pen: Pen) -> dict[str, object]:
    """Return the fields of the first page, and those that say how far the period is."""
    sheet, status = dossier.sheet, dossier.status
    of = issuer(sheet.commune, demo=dossier.demo)
    name = pen.cell(named(sheet.period))
    closed = status.state is State.CLOSED
    seal = status.seal
    return {
        "loai_xa": of.kind,
        "loai_xa_hoa": of.kind.upper(),
        "ten_xa": of.name,
        "ten_xa_hoa": of.name.upper(),
        "ten_day_du": of.whole,
        "dia_danh": of.place,
        "ky": name[:1].lower() + name[1:],
        "tu_ngay": f"{sheet.period.start:%d/%m/%Y}",
        "den_ngay": f"{sheet.period.last:%d/%m/%Y}",
        "dia_ban_ngay": f"{sheet.map_day:%d/%m/%Y}",
        "theo_nd09": sheet.period.scheme is Scheme.ND09 and sheet.period.kind not in _ALIKE,
        "ky_chua_het": sheet.day in sheet.period and not closed,
        "tinh_den_ngay": f"{min(sheet.day, sheet.period.last):%d/%m/%Y}",
        "la_ban_nhap": not closed,
        "la_xa_mau": dossier.demo,
        "ngay_chot": f"{local_day(seal.closed_at):%d/%m/%Y}" if seal else "",
        "ma_so_lieu": grouped(seal.fingerprint) if seal else pen.cell(_("no code")),
        "ban_chi_tieu": clean(sheet.catalogue),
    }
