"""Types of columns that read and sort alike on both engines: instants, days, exact numbers."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[datetime]):
    """An instant as fixed-width UTC text, which sorts by time on both engines."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write an instant."""
        return value.astimezone(UTC).isoformat(timespec="microseconds") if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Read an instant."""
        return datetime.fromisoformat(value) if value else None


class Day(TypeDecorator[date]):
    """A local day as text, YYYY-MM-DD."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Write a day."""
        return value.isoformat() if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        """Read a day."""
        return date.fromisoformat(value) if value else None


class Amount(TypeDecorator[Decimal]):
    """An exact number as text: SQLite has no decimals, and no rounding may change a figure."""

    impl = String(30)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write a number."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        """Read a number."""
        return None if value is None else Decimal(value)
