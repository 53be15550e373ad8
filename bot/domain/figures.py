"""Figures (số liệu ngoài): stocks that somebody else counted, never added to our own counts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as the ledger has it: value, unit, day (or window) of counting, giver, document."""

    name: str
    value: Decimal
    unit: str
    as_of: date
    giver: str
    document: str | None
    since: date | None = None
