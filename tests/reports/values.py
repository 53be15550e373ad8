"""Values by hand, and how they are said in either language."""

from datetime import date
from decimal import Decimal

from bot.domain.indicators import (
    Catalogue,
    Climb,
    Indicator,
    Measure,
    Rung,
    Source,
    Target,
    Value,
)
from bot.domain.quantities import Amount, Coverage, Lack, Origin, Quantity
from bot.domain.text import Text, Words
from bot.domain.units import Unit
from bot.voices import Voices
from tests.house import CONTENT

VOICES = Voices(CONTENT / "words")
OF_2024 = date(2024, 12, 31)
CARDS = Words({"vi": "Thẻ căn cước đã cấp", "en": "Identity cards issued"})
ACTIVE = Words({"vi": "Định danh mức 2 đã kích hoạt", "en": "Level-2 accounts activated"})
RATE = Words({"vi": "VNeID đã kích hoạt", "en": "VNeID activated"})


def said(text: Text, language: str = "vi") -> str:
    return VOICES.voice(language).say(text)


def amount(
    value: int,
    unit: Unit = Unit.CARD,
    origin: Origin = Origin.FIGURE,
    *,
    as_of: date = OF_2024,
    since: date | None = None,
    givers: tuple[str, ...] = ("Công an xã",),
    documents: tuple[str, ...] = (),
    coverage: Coverage | None = None,
    added: int | None = None,
    most: int | None = None,
    expired: bool = False,
) -> Amount:
    return Amount(
        value,
        unit,
        origin,
        as_of,
        since,
        givers if origin is Origin.FIGURE else (),
        documents,
        coverage,
        added,
        most,
        expired,
    )


def share(
    top: Amount | None,
    base: Amount | None,
    why: Lack | None = None,
    *,
    decimals: int = 2,
    target: Target | None = None,
    measure: Measure = Measure.SHARE,
    id_: str = "rate",
    group: str = "group",
) -> Value:
    return Value(id_, RATE, group, measure, decimals, ACTIVE, CARDS, top, base, why, target)


def count(top: Amount | None, why: Lack | None = None) -> Value:
    return Value("count", RATE, "group", Measure.COUNT, 2, ACTIVE, None, top, None, why)


def goal(value: str, *, above: bool = False, signed: date | None = date(2022, 3, 31)) -> Target:
    return Target("rate", Decimal(value), date(2025, 12, 31), above, "411/QĐ-TTg", signed)


def catalogue(
    top: Origin = Origin.FIGURE,
    base: Origin = Origin.FIGURE,
    *,
    giver: str | None = None,
    national: tuple[Target, ...] = (),
    sources: tuple[Source, ...] = (),
    floor: int | None = None,
) -> Catalogue:
    whose = Words({"vi": giver}) if giver else None
    return Catalogue(
        version="by hand",
        decimals=2,
        groups={"group": Words({"vi": "Xã hội số"})},
        quantities={
            "top": Quantity("top", ACTIVE, Unit.ACCOUNT, top, giver=whose),
            "base": Quantity("base", CARDS, Unit.CARD, base, giver=whose),
        },
        indicators={
            "rate": Indicator(
                "rate", RATE, "group", Measure.SHARE, "top", "base", floor, sources, national
            )
        },
        ladders=(),
        rules={},
        targets=(),
    )


def climb(base: Amount | None, *rungs: Amount | None) -> Climb:
    return Climb(
        Words({"vi": "Các bước VNeID"}),
        CARDS if base else None,
        base,
        tuple(Rung(Words({"vi": f"Bước {nth}"}), one) for nth, one in enumerate(rungs, start=1)),
    )


ACTIVATED = amount(2495, Unit.ACCOUNT)
ISSUED = amount(3009)
