"""A sheet as text: what is read is what was written, and the same figures are the same bytes."""

import hashlib
import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.codes import grouped
from bot.domain.obstacles import Obstacle
from bot.domain.periods import period
from bot.domain.sheets import PlaceValues, Sheet
from bot.domain.tally import Adjustment, By, Row, Tally
from bot.store.sheet_text import fingerprint, read, written

# No number of ours is infinite; every other one, however it is written, must come back.
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
_MANY = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
WEEK = period("2026-W47")
TALLY = Tally(
    WEEK,
    By.VILLAGE,
    {"b": 1, "a": 2},
    (Row("Thôn Đông", "a", 2), Row(None, "b", 1)),
    tried={Obstacle.SIM: 2, Obstacle.CARD: 1},
    adjustments=(Adjustment("a", -3, date(2026, 11, 15)),),
)
EMPTY = PlaceValues("Xã Hoà Bình", (), ())
SHEET = Sheet("Xã Hoà Bình", WEEK, WEEK.last, WEEK.end, "1", EMPTY, (), TALLY, TALLY)


@_MANY
@given(sheet=st.from_type(Sheet))
def test_what_is_read_is_what_was_written(sheet: Sheet) -> None:
    text = written(sheet)
    assert read(text) == sheet
    assert written(read(text)) == text


def test_the_order_in_which_numbers_came_changes_no_byte() -> None:
    totals = dict(reversed(TALLY.totals.items()))
    tried = dict(reversed(list(TALLY.tried.items())))
    turned = Tally(WEEK, By.VILLAGE, totals, TALLY.rows, tried=tried, adjustments=TALLY.adjustments)
    other = Sheet("Xã Hoà Bình", WEEK, WEEK.last, WEEK.end, "1", EMPTY, (), turned, turned)
    assert list(totals) != list(TALLY.totals)
    assert written(other) == written(SHEET)


def test_its_form_is_canonical_and_open_to_anybody() -> None:
    text = written(SHEET)
    again = json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert again == text
    assert '"for_day":"2026-11-15"' in text
    assert '"commune":"Xã Hoà Bình"' in text
    assert fingerprint(text) == hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_one_digit_changes_the_fingerprint() -> None:
    text = written(SHEET)
    assert fingerprint(text.replace('"count":2', '"count":3', 1)) != fingerprint(text)


@pytest.mark.parametrize("text", ["", "{}", "[]", written(SHEET)[:-1], "null"])
def test_what_is_no_sheet_is_not_read(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read(text)


def test_the_printed_form_is_short_and_of_the_fingerprint() -> None:
    assert grouped("a1b2c3d4e5f6" + "0" * 52) == "A1B2-C3D4-E5F6"
