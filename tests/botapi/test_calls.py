"""Calls as they come over the wire: text that may hold JSON."""

import pytest

from .calls import check
from .refusal import BadCall


def test_text_that_looks_like_a_number_stays_text() -> None:
    assert check("sendMessage", {"chat_id": "11", "text": "3"}) == {"chat_id": 11, "text": "3"}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "a"}, "chat_id is empty"),
        ({"chat_id": 11}, "message text is empty"),
        ({"chat_id": 11, "text": 3}, "parameter 'text': Input should be a valid string"),
        ({"chat_id": 11, "text": "a", "reply_markup": "{"}, "can't parse parameter 'reply_markup'"),
        ({"chat_id": 11, "text": "a", "reply_markup": "[]"}, "object expected as reply markup"),
        (
            {"chat_id": 11, "text": "a", "reply_markup": '{"keyboard": []}'},
            "keyboard must have at least one row",
        ),
        ({"chat_id": 11, "text": "a", "reply_markup": "{}"}, "reply markup without a keyboard"),
    ],
)
def test_a_raw_call_is_held_to_the_same(params: dict[str, object], words: str) -> None:
    with pytest.raises(BadCall) as refused:
        check("sendMessage", params)
    assert refused.value.description == f"Bad Request: {words}"


def test_an_empty_keyboard_takes_the_buttons_away() -> None:
    """The client leaves empty lists out, so that an empty keyboard arrives as no keyboard."""
    edit = {"chat_id": 11, "message_id": 2, "text": "a", "reply_markup": "{}"}
    assert "reply_markup" not in check("editMessageText", edit)
