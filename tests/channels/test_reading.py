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
from bot.domain.handed import FileRef

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
    "sticker": ("700028", Unread.MEDIA),
}
EDITED = {"edited-message": ("700031", 30)}
ALBUM = "1000001:album:13999000000000001:"
# What shows somebody: the number of the update, the kind, the message that is to go, its album.
SHOWN: dict[str, tuple[str, str, str, str | None]] = {
    "photo": ("1000001:700021", "media", "31", None),
    "photo-with-words": ("1000001:700022", "media", "32", None),
    "album-first": (f"{ALBUM}700023", "media", "33", ALBUM),
    "album-second": (f"{ALBUM}700024", "media", "34", ALBUM),
    "voice": ("1000001:700025", "media", "35", None),
    "contact": ("1000001:700026", "media", "36", None),
    "location": ("1000001:700027", "media", "37", None),
    "document": ("1000001:700029", "document", "39", None),
}
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
    expected = [*SAID, *SHOWN, *EDITED, "edited-photo", *PRESSED, *NOTHING_TO_US, *MALFORMED]
    assert sorted(expected) == sorted(FILES)
    assert len(MALFORMED) >= 10


@pytest.mark.parametrize("name", SAID)
def test_what_was_said_is_read(name: str, bot: Bot) -> None:
    number, said = SAID[name]
    assert read(FILES[name], bot, NOW) == Incoming(MAI, f"1000001:{number}", said, WRITTEN)


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_or_the_like_is_only_known_to_have_come_and_is_to_go(name: str, bot: Bot) -> None:
    number, kind, own, album = SHOWN[name]
    # Of a file, how it could be fetched is taken, too, and never what it is called.
    file = FileRef("file-thu", 1200, "xlsx") if kind == "document" else None
    wanted = Incoming(
        MAI,
        number,
        Unread.MEDIA,
        WRITTEN,
        personal=frozenset({kind}),
        own=own,
        album=album,
        file=file,
    )
    assert read(FILES[name], bot, NOW) == wanted


def test_a_picture_with_other_words_below_it_is_to_go_too(bot: Bot) -> None:
    at = WRITTEN + timedelta(seconds=40)
    media = frozenset({"media"})
    wanted = Incoming(MAI, "1000001:700032", Unread.EDIT, at, personal=media, own="32")
    assert read(FILES["edited-photo"], bot, NOW) == wanted


def _text(words: str, kind: str = "message") -> dict[str, Any]:
    message = {**FILES["private-text"]["message"], "text": words}
    if kind == "edited_message":
        message["edit_date"] = message["date"] + 30
    return {"update_id": 700001, kind: message}


def test_what_is_personal_in_the_words_does_not_come_in(bot: Bot) -> None:
    said = read(_text("3 vneid cho 0900000000 và otp 111111"), bot, NOW)
    assert said
    assert said.said == "3 vneid cho ▒▒▒ và otp ▒▒▒"
    assert said.personal == {"phone", "one_time_code"}
    assert said.own == "21"


def test_a_correction_that_brings_something_personal_is_to_go(bot: Bot) -> None:
    said = read(_text("cccd 000000000000", "edited_message"), bot, NOW)
    assert said
    assert said.said is Unread.EDIT
    assert said.personal == {"identity"}
    assert said.own == "21"


@pytest.mark.parametrize(("hours", "still"), [(47, True), (48, False), (72, False)])
def test_what_telegram_no_longer_lets_us_delete_is_not_promised(
    hours: int, still: bool, bot: Bot
) -> None:
    for raw in (_text("0900000000"), _text("0900000000", "edited_message"), FILES["photo"]):
        said = read(raw, bot, WRITTEN + timedelta(hours=hours))
        assert said
        assert bool(said.own) == still
        assert said.personal


@pytest.mark.parametrize("content", ["dice", "pinned_message"])
def test_what_shows_nobody_stays(content: str, bot: Bot) -> None:
    message = {**FILES["private-text"]["message"]}
    inner = {"emoji": "🎲", "value": 3} if content == "dice" else dict(message)
    del message["text"]
    said = read({"update_id": 700001, "message": {**message, content: inner}}, bot, NOW)
    assert said == Incoming(MAI, "1000001:700001", Unread.MEDIA, WRITTEN)


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


def test_a_shape_keeps_no_number_that_stands_where_a_name_belongs() -> None:
    assert "0900000000" not in shape({"message": {"0900000000": 1}})


def test_a_shape_is_short_whatever_came() -> None:
    assert len(shape({f"{nth}{'k' * 100}": nth for nth in range(1000)})) == 2000
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


def _objects(raw: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any JSON value
    match raw:
        case dict():
            return [raw, *(found for inner in raw.values() for found in _objects(inner))]
        case list():
            return [found for inner in raw for found in _objects(inner)]
        case _:
            return []


def _keys(raw: Any) -> set[str]:  # noqa: ANN401 - any JSON value
    return {key for found in _objects(raw) for key in found}


def _values(raw: Any) -> set[str]:  # noqa: ANN401 - any JSON value
    match raw:
        case dict():
            return {value for inner in raw.values() for value in _values(inner)}
        case list():
            return {value for inner in raw for value in _values(inner)}
        case _:
            return {str(raw)}
