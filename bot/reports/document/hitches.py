"""What stood in the way, and what in the numbers is still to be looked at."""

from bot.domain.dossiers import Dossier
from bot.domain.findings import Kind
from bot.domain.obstacles import named
from bot.domain.text import Lines, Plain, n_
from bot.reports.document.pen import Pen
from bot.reports.findings import headline


def obstacles(dossier: Dossier, pen: Pen) -> list[dict[str, object]]:
    """Return what stood in the way, the most frequent first; tries, which are in no total."""
    tried = dossier.sheet.by_village.tried
    ordered = sorted(tried.items(), key=lambda one: -one[1])
    return [
        {
            "ten": pen.cell(named(obstacle)),
            "so": pen.cell(count),
            "chu": pen.line(n_("{n} try", "{n} tries", count)),
        }
        for obstacle, count in ordered
        if count
    ]


def in_vain(dossier: Dossier, pen: Pen) -> str:
    """Say how often help could not be finished: the sum of all that stood in the way."""
    count = sum(dossier.sheet.by_village.tried.values())
    return pen.line(n_("{n} try", "{n} tries", count)) if count else ""


def open_points(dossier: Dossier, pen: Pen) -> list[dict[str, object]]:
    """Return what is to be checked and has no answer; teams that are silent are told elsewhere."""
    return [
        {"noi_dung": pen.line(headline(one))}
        for one in dossier.findings
        if one.answer is None and one.kind is not Kind.SILENT
    ]


def answered_points(dossier: Dossier, pen: Pen) -> list[dict[str, object]]:
    """Return what was looked at and is right, with the reason that was given."""
    return [
        {"noi_dung": pen.line(Lines((headline(one), Plain(one.answer.why)), gap=": "))}
        for one in dossier.findings
        if one.answer is not None
    ]
