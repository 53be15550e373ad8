"""What Telegram hands over, as it was recorded: invented people, real forms."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot

from bot.channels.telegram.reading import read, shape
from bot.domain.chat import Address, Incoming, Press, Said, Unread
from bot.domain.clock import VIET_NAM

PAYLOADS = Path(__file__).resolve().parents[1] / "payloads" / "telegram"
FILES = {path.stem: json.loads(path.read_text("utf-8")) for path in PAYLOADS.glob("*.json")}
WRITTEN = datetime(2026, 11, 21, 9, tzinfo=VIET_NAM)
NOW = WRITTEN + timedelta(minutes=1)
MAI = Address("telegram", "11")

# The number of the update -> what was said, in the private chat of one person.
SAID: dict[str, tuple[str, Said]] = {
    "private-text": ("700001", "Kích hoạt 3 tài khoản\nở thôn Gò Đá 😀"),
    "command": ("700002", "/ghi"),
    "command-by-name": ("700003", "/so@to_so_bot"),
    "deep-link": ("700004", "/start K7QM-2F9T"),
    "reply-quoting-us": ("700005", "3"),
    "forwarded-text": ("700006", "Chuyển tiếp nhé"),
    "photo": ("700021", Unread.MEDIA),
    "photo-with-words": ("700022", Unread.MEDIA),
    # The pictures of one album are one message.
    "album-first": ("album:13999000000000001", Unread.MEDIA),
    "album-second": ("album:13999000000000001", Unread.MEDIA),
    "voice": ("700025", Unread.MEDIA),
    "contact": ("700026", Unread.MEDIA),
    "location": ("700027", Unread.MEDIA),
    "sticker": ("700028", Unread.MEDIA),
    "document": ("700029", Unread.MEDIA),
}
EDITED = {"edited-message": ("700031", 30), "edited-photo": ("700032", 40)}
PRESSED: dict[str, tuple[str, Press, str | None]] = {
    "callback": ("700011", Press(7, 2), "20"),
    "callback-of-an-inaccessible-message": ("700012", Press(7, 0), None),
    # Buttons that are not ours are old ones: there is no screen 0.
    "callback-of-another-program": ("700013", Press(0, 0), "20"),
    "callback-without-data": ("700014", Press(0, 0), "20"),
    "callback-too-large": ("700017", Press(0, 0), "20"),
}
NOTHING_TO_US = {
    "callback-in-a-group",
    "callback-of-an-inline-message",
    "group-message",
    "group-edit",
    "another-bot",
    "channel-post",
    "blocked-by-the-person",
    "something-of-the-future",
}
MALFORMED = {name for name in FILES if name.startswith("malformed-")}


def test_every_payload_on_file_is_expected_to_mean_something() -> None:
    expected = [*SAID, *EDITED, *PRESSED, *NOTHING_TO_US, *MALFORMED]
    assert sorted(expected) == sorted(FILES)
    assert len(MALFORMED) >= 10


@pytest.mark.parametrize("name", SAID)
def test_what_was_said_is_read(name: str, bot: Bot) -> None:
    number, said = SAID[name]
    assert read(FILES[name], bot, NOW) == Incoming(MAI, f"1000001:{number}", said, WRITTEN)


@pytest.mark.parametrize("name", EDITED)
def test_an_edit_is_known_as_one_at_its_own_instant(name: str, bot: Bot) -> None:
    number, seconds = EDITED[name]
    at = WRITTEN + timedelta(seconds=seconds)
    assert read(FILES[name], bot, NOW) == Incoming(MAI, f"1000001:{number}", Unread.EDIT, at)


@pytest.mark.parametrize("name", PRESSED)
def test_a_press_names_its_screen_and_line_and_the_message_if_it_is_still_there(
    name: str, bot: Bot
) -> None:
    number, press, message = PRESSED[name]
    wanted = Incoming(MAI, f"1000001:{number}", press, NOW, message)
    assert read(FILES[name], bot, NOW) == wanted


@pytest.mark.parametrize("name", sorted(NOTHING_TO_US))
def test_what_is_not_said_to_us_by_a_person_is_left_alone(name: str, bot: Bot) -> None:
    assert read(FILES[name], bot, NOW) is None


@pytest.mark.parametrize("name", sorted(MALFORMED))
def test_a_malformed_update_raises(name: str, bot: Bot) -> None:
    with pytest.raises((TypeError, ValueError, KeyError, AttributeError)):
        read(FILES[name], bot, NOW)


def test_reading_leaves_the_update_as_it_was(bot: Bot) -> None:
    for name in (*SAID, *EDITED, *PRESSED):
        before = json.dumps(FILES[name])
        read(FILES[name], bot, NOW)
        assert json.dumps(FILES[name]) == before


def test_half_an_emoji_can_be_stored(bot: Bot) -> None:
    broken = {**FILES["private-text"]["message"], "text": "3 \ud83d"}
    read_now = read({"update_id": 700001, "message": broken}, bot, NOW)
    assert read_now == Incoming(MAI, "1000001:700001", "3 ?", WRITTEN)


@pytest.mark.parametrize("name", FILES)
def test_a_shape_never_contains_a_value(name: str) -> None:
    kept = shape(FILES[name])
    values = {value for value in _values(FILES[name]) if len(value) > 1} - _keys(FILES[name])
    # The names of types are all that stands in a value's place.
    values -= {"int", "str", "bool"}
    assert [value for value in values if f'"{value}"' in kept or f" {value}" in kept] == []
    assert json.dumps(json.loads(kept)) == kept


def test_a_shape_is_the_form_of_what_came() -> None:
    raw = {"update_id": 5, "message": {"text": "bí mật", "photo": [1, 2.5, None, "x"], "ok": True}}
    assert json.loads(shape(raw)) == {
        "update_id": "int",
        "message": {"text": "str", "photo": ["int", "float", "NoneType"], "ok": "bool"},
    }


def test_a_shape_is_short_whatever_came() -> None:
    assert len(shape({f"{nth}" * 100: nth for nth in range(1000)})) == 2000
    assert shape({"k" * 100: 1}) == json.dumps({"k" * 40: "int"})
    assert shape("bí mật") == '"str"'


def test_the_people_of_the_payloads_are_nobody() -> None:
    numbers = {
        person["id"]
        for raw in FILES.values()
        for person in _objects(raw)
        if "first_name" in person and isinstance(person.get("id"), int)
    }
    assert numbers == {11, 18, 1000001}
    objects = [one for raw in FILES.values() for one in _objects(raw)]
    assert {one["phone_number"] for one in objects if "phone_number" in one} == {"000"}


def _objects(raw: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    match raw:
        case dict():
            return [raw, *(found for inner in raw.values() for found in _objects(inner))]
        case list():
            return [found for inner in raw for found in _objects(inner)]
        case _:
            return []


def _keys(raw: Any) -> set[str]:  # noqa: ANN401
    return {key for found in _objects(raw) for key in found}


def _values(raw: Any) -> set[str]:  # noqa: ANN401
    match raw:
        case dict():
            return {value for inner in raw.values() for value in _values(inner)}
        case list():
            return {value for inner in raw for value in _values(inner)}
        case _:
            return {str(raw)}
