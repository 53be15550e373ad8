"""A small catalogue of figures from outside, for tests that need to know all of it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from bot.domain.figures import Figure
from bot.domain.findings import Kind, Rule
from bot.domain.indicators import Catalogue, Indicator, Ladder, Measure
from bot.domain.quantities import Origin, Quantity
from bot.domain.text import Words
from bot.domain.units import Unit

POLICE = Words({"vi": "Công an xã"})


def outside(
    name: str,
    title: str,
    unit: Unit,
    *,
    flow: bool = False,
    giver: Words | None = None,
    months: int | None = None,
) -> Quantity:
    """Return a quantity that somebody outside counts."""
    words = Words({"vi": title})
    return Quantity(name, words, unit, Origin.FIGURE, flow=flow, giver=giver, months=months)


def rate(name: str, over: str, under: str | None, group: str = "so") -> Indicator:
    """Return an indicator of two quantities, or of one."""
    measure = Measure.SHARE if under else Measure.COUNT
    return Indicator(name, Words({"vi": f"Tỷ lệ {name}"}), group, measure, over, under, None, ())


QUANTITIES = {
    one.id: one
    for one in (
        outside("dan_so", "Dân số", Unit.PERSON, months=12),
        outside("so_ho", "Số hộ", Unit.HOUSEHOLD),
        outside("the_tu_14", "Thẻ căn cước đã cấp, từ 14 tuổi", Unit.CARD, giver=POLICE),
        outside("the_duoi_14", "Thẻ căn cước đã cấp, dưới 14 tuổi", Unit.CARD, giver=POLICE),
        outside("kich_hoat", "Tài khoản đã kích hoạt", Unit.ACCOUNT, giver=POLICE, months=6),
        outside("hs_tiep_nhan", "Hồ sơ tiếp nhận", Unit.DOSSIER, flow=True),
        outside("hs_truc_tuyen", "Hồ sơ nộp trực tuyến", Unit.DOSSIER, flow=True),
        outside("ho_cap_quang", "Hộ có cáp quang", Unit.HOUSEHOLD),
        Quantity(
            "the", Words({"vi": "Thẻ"}), Unit.CARD, Origin.SUM, of=("the_tu_14", "the_duoi_14")
        ),
        Quantity("giup", Words({"vi": "Lượt giúp"}), Unit.TIME, Origin.EVENTS, flow=True),
    )
}


def catalogue(
    indicators: Iterable[Indicator] = (), rules: Iterable[Rule] = (), ladders: Iterable[Ladder] = ()
) -> Catalogue:
    """Return a catalogue over these quantities."""
    return Catalogue(
        version="1",
        decimals=2,
        groups={"so": Words({"vi": "Xã hội số"}), "hs": Words({"vi": "Hồ sơ"})},
        quantities=QUANTITIES,
        indicators={one.id: one for one in indicators},
        ladders=tuple(ladders),
        rules={one.id: one for one in rules},
        targets=(),
    )


def at_most(part: str, whole: str) -> Rule:
    """Return the rule that one quantity is no more than another."""
    return Rule(
        f"{part}_{whole}", Kind.AT_MOST, (part,), (whole,), None, None, Words({"vi": "xem lại"})
    )


def figure(
    name: str,
    value: int,
    as_of: str = "2024-12-31",
    *,
    since: str | None = None,
    giver: str = "Công an xã",
    document: str | None = None,
) -> Figure:
    """Return a figure of these quantities."""
    return Figure(
        name,
        Decimal(value),
        QUANTITIES[name].unit.value,
        date.fromisoformat(as_of),
        giver,
        document,
        date.fromisoformat(since) if since else None,
    )
