"""Binds every figure of a period to one name: text and annex draw from the same entry."""

from collections.abc import Mapping

from bot.domain.activities import Activity
from bot.domain.dossiers import Dossier
from bot.domain.indicators import Catalogue
from bot.reports.document.deeds import corrections, deeds, done, people, reported
from bot.reports.document.head import head
from bot.reports.document.hitches import answered_points, in_vain, obstacles, open_points
from bot.reports.document.pen import Pen, Say
from bot.reports.document.rates import groups, rates
from bot.reports.document.teams import teams, weeks


def context(
    dossier: Dossier,
    activities: Mapping[str, Activity],
    catalogue: Catalogue,
    say: Say,
) -> dict[str, object]:
    """Return what a template can name, as `fields` declares it; all words in the language of `say`.

    Rows of lists are the entries of `viec` and `chi_tieu` themselves, never written a second time.
    """
    pen = Pen(say)
    work = deeds(dossier, activities, pen)
    numbers = rates(dossier.sheet, catalogue, pen)
    return head(dossier, pen) | {
        "to": teams(dossier, pen),
        "bao_cao_to": weeks(dossier, pen),
        "da_co_bao_cao": reported(dossier.sheet.by_village),
        "viec": work,
        "cac_viec": done(work, dossier),
        "nguoi_duoc_giup": people(dossier, pen),
        "dieu_chinh": corrections(dossier, activities, pen),
        "chi_tieu": numbers,
        "cac_nhom": groups(dossier.sheet, catalogue, numbers, pen),
        "chua_xong": in_vain(dossier, pen),
        "vuong_mac": obstacles(dossier, pen),
        "can_kiem_tra": open_points(dossier, pen),
        "da_giai_trinh": answered_points(dossier, pen),
    }
