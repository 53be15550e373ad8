"""The indicators: each with what it is made of, whose numbers, of which days, and its target."""

from collections.abc import Mapping

from bot.domain.indicators import Catalogue, Value
from bot.domain.quantities import Amount
from bot.domain.sheets import Sheet
from bot.domain.text import Lines, Words, _
from bot.domain.units import Unit
from bot.reports.amounts import asked, much, source
from bot.reports.comparing import targeted
from bot.reports.document.pen import Pen, clean
from bot.reports.indicators import brief, line
from bot.reports.sheets import grouped

_NONE = _("no figure yet")


def rates(sheet: Sheet, catalogue: Catalogue, pen: Pen) -> dict[str, dict[str, object]]:
    """Return every indicator by its id; one that the sheet does not have is without a figure."""
    found = {one.id: _rate(one, catalogue, pen) for one in sheet.whole.values}
    lacking = {
        id_: _unknown(one.title, pen)
        for id_, one in catalogue.indicators.items()
        if id_ not in found
    }
    return found | lacking


def groups(
    sheet: Sheet,
    catalogue: Catalogue,
    rows: Mapping[str, Mapping[str, object]],
    pen: Pen,
) -> list[dict[str, object]]:
    """Return the headings with the very rows that stand under them elsewhere."""
    titles: Mapping[str, Words] = sheet.headings(catalogue.groups)
    return [
        {
            "ma": clean(group),
            "ten": pen.cell(titles[group]),
            "chi_tieu": [rows[one.id] for one in values],
            "co_so": [rows[one.id] for one in values if _known(one)],
            "thieu": pen.line(sum(not _known(one) for one in values)),
            "ten_thieu": "; ".join(pen.cell(one.title) for one in values if not _known(one)),
        }
        for group, values in grouped(sheet, catalogue.groups).items()
    ]


def _known(value: Value) -> bool:
    """Tell whether there is anything to say: a rate, a count, or a number that lacks its base."""
    return value.numerator is not None


def _rate(value: Value, catalogue: Catalogue, pen: Pen) -> dict[str, object]:
    top, base = value.numerator, value.denominator
    aim = targeted(value)
    return {
        "ten": pen.cell(value.title),
        "ket_qua": pen.cell(brief(value, catalogue)),
        "tu_so": _number(top, pen) if value.denominator_title else "",
        "mau_so": _number(base, pen) if value.denominator_title else "",
        "don_vi": _units(value),
        "nguon": _sources(value, pen),
        "da_hoi": pen.cell(asked(value.coverage)) if value.coverage else "",
        "cau": pen.line(line(value, catalogue)),
        "co_muc_tieu": aim is not None,
        "muc_tieu": pen.sentences(aim) if aim else "",
        "co_so": _known(value),
    }


def _unknown(title: Words, pen: Pen) -> dict[str, object]:
    empty = dict.fromkeys(("tu_so", "mau_so", "don_vi", "nguon", "da_hoi", "muc_tieu"), "")
    said = Lines((title, _NONE), gap=": ")
    return {
        **empty,
        "ten": pen.cell(title),
        "ket_qua": pen.cell(_NONE),
        "cau": pen.line(said),
        "co_muc_tieu": False,
        "co_so": False,
    }


def _number(amount: Amount | None, pen: Pen) -> str:
    """Write a number without its unit, which stands in a column of its own."""
    if amount is None:
        return "–"
    return pen.cell(amount.value if amount.most is None else much(amount))


def _units(value: Value) -> str:
    known: list[Unit] = [
        unit
        for unit in (
            value.numerator.unit if value.numerator else value.numerator_unit,
            value.denominator.unit if value.denominator else value.denominator_unit,
        )
        if unit
    ]
    # With room for a line to break: the column is narrow.
    return " / ".join(dict.fromkeys(unit.value for unit in known))


def _sources(value: Value, pen: Pen) -> str:
    """Say whose numbers they are: once where both have one source and day."""
    said = [pen.cell(source(one)) for one in (value.numerator, value.denominator) if one]
    return "; ".join(dict.fromkeys(said))
