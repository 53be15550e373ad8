"""What each refusal of the Bot API means for a letter: try again, when, and may it have arrived."""

import inspect
from datetime import timedelta

import httpx
import pytest
from telegram import error as errors
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    PassportDecryptionError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.sending import seconds, undelivered

AGAIN: tuple[bool, bool, float | None] = (False, False, None)
FOREVER = (True, False, None)
MAYBE = (False, True, None)
_REQUEST = httpx.Request("POST", "https://telegram.test")
# The connection was not even made.
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# It was, and then something broke: the request may have been carried out.
_LOST = (
    httpx.ReadTimeout, httpx.WriteTimeout, httpx.ReadError, httpx.WriteError, httpx.CloseError,
    httpx.RemoteProtocolError, httpx.LocalProtocolError, httpx.DecodingError, httpx.ProxyError,
    httpx.UnsupportedProtocol,
)  # fmt: skip

TABLE: list[tuple[TelegramError, str, tuple[bool, bool, float | None]]] = [
    (RetryAfter(7), "RetryAfter", (False, False, 7.0)),
    (RetryAfter(timedelta(seconds=2.5)), "RetryAfter", (False, False, 2.5)),
    (Forbidden("Forbidden: bot was blocked"), "Forbidden: Forbidden: bot was blocked", FOREVER),
    (Forbidden("user is deactivated"), "Forbidden: user is deactivated", FOREVER),
    (BadRequest("Bad Request: chat not found"), "BadRequest: Chat not found", FOREVER),
    (BadRequest("Bad Request: message is too long"), "BadRequest: Message is too long", FOREVER),
    (ChatMigrated(-100), "ChatMigrated: Group migrated to supergroup. New chat id: -100", FOREVER),
    (InvalidToken(), "InvalidToken", AGAIN),
    (Conflict("terminated by other getUpdates request"), "Conflict", AGAIN),
    (TimedOut(), "TimedOut", MAYBE),
    (NetworkError("Bad Gateway"), "NetworkError", MAYBE),
    (TelegramError("Invalid server response"), "TelegramError", MAYBE),
    (EndPointNotFound("Endpoint not found"), "EndPointNotFound", MAYBE),
    (PassportDecryptionError("no"), "PassportDecryptionError", MAYBE),
]


@pytest.mark.parametrize(("error", "why", "meaning"), TABLE, ids=lambda one: str(one)[:40])
def test_an_error_has_one_meaning(
    error: TelegramError, why: str, meaning: tuple[bool, bool, float | None]
) -> None:
    told = undelivered(error)
    assert told.why == why
    assert (told.forever, told.unknown, told.after) == meaning


def test_every_error_of_the_client_is_in_the_table() -> None:
    known = {
        kind
        for __, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, TelegramError)
    }
    assert {type(row[0]) for row in TABLE} == known


@pytest.mark.parametrize("cause", _NEVER_SENT)
@pytest.mark.parametrize("kind", [TimedOut, NetworkError])
def test_what_never_left_cannot_have_arrived(
    kind: type[NetworkError], cause: type[httpx.TransportError]
) -> None:
    told = undelivered(_caused(kind("lost"), cause))
    assert told.why == kind.__name__
    assert (told.forever, told.unknown, told.after) == AGAIN


@pytest.mark.parametrize("cause", _LOST)
@pytest.mark.parametrize("kind", [TimedOut, NetworkError])
def test_what_was_lost_on_the_way_may_have_arrived(
    kind: type[NetworkError], cause: type[httpx.TransportError]
) -> None:
    told = undelivered(_caused(kind("lost"), cause))
    assert told.why == kind.__name__
    assert (told.forever, told.unknown, told.after) == MAYBE


def test_every_way_in_which_a_connection_fails_is_in_one_of_the_lists() -> None:
    kinds = {
        kind
        for __, kind in inspect.getmembers(httpx, inspect.isclass)
        if issubclass(kind, httpx.RequestError) and not kind.__subclasses__()
    }
    # A redirect is no answer of the Bot API, and the client follows none.
    assert kinds - {httpx.TooManyRedirects} == {*_NEVER_SENT, *_LOST}


@pytest.mark.parametrize("wait", [7, timedelta(seconds=7)])
def test_the_wait_is_told_in_seconds(wait: int | timedelta) -> None:
    assert seconds(RetryAfter(wait)) == 7.0


def _caused(error: NetworkError, cause: type[httpx.TransportError]) -> NetworkError:
    """Return the error as the client raises it from one of the connection's."""
    try:
        raise error from cause("broken", request=_REQUEST)
    except NetworkError as raised:
        return raised
