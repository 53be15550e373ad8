"""Time: instants are UTC, days are those of Viet Nam."""

from datetime import UTC, date, datetime, timedelta

from bot.domain.clock import VIET_NAM, Clock, FixedClock, local_day

NINE = datetime(2026, 11, 21, 9, tzinfo=VIET_NAM)


def test_a_day_begins_at_midnight_in_viet_nam() -> None:
    midnight = datetime(2026, 11, 20, 17, tzinfo=UTC)
    assert local_day(midnight - timedelta(microseconds=1)) == date(2026, 11, 20)
    assert local_day(midnight) == date(2026, 11, 21)


def test_a_year_begins_at_midnight_in_viet_nam() -> None:
    assert local_day(datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)) == date(2026, 12, 31)
    assert local_day(datetime(2026, 12, 31, 17, tzinfo=UTC)) == date(2027, 1, 1)


def test_viet_nam_is_seven_hours_ahead_in_every_season() -> None:
    offsets = {datetime(2026, month, 1, tzinfo=VIET_NAM).utcoffset() for month in range(1, 13)}
    assert offsets == {timedelta(hours=7)}


def test_a_fixed_clock_stands_still_until_it_is_moved() -> None:
    clock = FixedClock(NINE)
    assert (clock.now(), clock.seconds()) == (NINE, 0.0)
    assert clock.now().tzinfo is UTC
    clock.move(NINE + timedelta(minutes=2))
    assert (clock.now(), clock.seconds()) == (NINE + timedelta(minutes=2), 120.0)


async def test_sleeping_moves_a_fixed_clock_at_once() -> None:
    clock = FixedClock(NINE)
    await clock.sleep(3600)
    assert (clock.now(), clock.seconds()) == (NINE + timedelta(hours=1), 3600.0)


async def test_the_machines_clock_says_utc_and_only_goes_forward() -> None:
    clock = Clock()
    before = datetime.now(UTC)
    now = clock.now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC
    first = clock.seconds()
    await clock.sleep(0)
    assert clock.seconds() >= first
