"""Holds every outgoing call against a second, independent description of the Bot API.

The description is aiogram's method models.  They validate types but keep what they do not know
(`extra="allow"`), so whatever they kept is looked for and refused: the real server would ignore a
misspelt parameter without a word, which is how such a mistake lives for years.
"""

import json
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from .limits import check_limits
from .refusal import BadCall, Json
from .uploads import Upload, check_uploads, without_uploads

# Telegram's own words where a required parameter is missing; the rest get a sentence of ours.
_MISSING = {
    "chat_id": "Bad Request: chat_id is empty",
    "text": "Bad Request: message text is empty",
    "message_id": "Bad Request: message identifier is not specified",
}

# A markup is known by the one key it must have.  Left to itself the union of the four models
# falls back on ReplyKeyboardRemove, whose only key has a default, and the complaint is useless.
_MARKUPS = {
    "inline_keyboard": "InlineKeyboardMarkup",
    "keyboard": "ReplyKeyboardMarkup",
    "remove_keyboard": "ReplyKeyboardRemove",
    "force_reply": "ForceReply",
}


def check(method: str, params: Mapping[str, Any]) -> Json:
    """Return the call's parameters as Python values, or raise `BadCall`.

    1. Find the method's model.
    2. Decode what came as text: an HTTP form knows only text, and nested values are JSON in it.
    3. Validate strictly, then look for anything the model did not know, at any depth.
    4. Apply the rules that no model has: lengths, bytes, empty buttons.
    """
    model = method_model(method)
    decoded = {
        name: _decode(model, name, value) for name, value in without_uploads(params, model).items()
    }
    _check_markup(model, decoded)
    _validate(model, decoded, "")
    if method == "getUpdates":
        _check_update_types(decoded.get("allowed_updates"))
    check_limits(method, decoded)
    check_uploads(params)
    uploads = {name: value for name, value in params.items() if isinstance(value, Upload)}
    return decoded | uploads


@cache
def _aiogram() -> tuple[Any, Any]:
    """Import aiogram when it is first needed: it takes seconds and most of the memory."""
    import aiogram.methods  # noqa: PLC0415 - see above
    import aiogram.types  # noqa: PLC0415 - see above

    return aiogram.methods, aiogram.types


@cache
def method_model(method: str) -> type[BaseModel]:
    """The model of a method by its name on the wire, as in `sendMessage`."""
    found = getattr(_aiogram()[0], method[:1].upper() + method[1:], None)
    if getattr(found, "__api_method__", None) != method:
        raise BadCall("Not Found: method not found", status=404)
    return typing.cast("type[BaseModel]", found)


def warm_up() -> None:
    """Import aiogram now rather than in the middle of somebody's first call."""
    method_model("sendMessage")


def _decode(model: type[BaseModel], name: str, value: object) -> object:
    """Read one parameter as the server would: text stays text where text is meant."""
    field = model.model_fields.get(name)
    if field is None:
        raise BadCall("Bad Request: unknown parameter", repr(name))
    kinds = set(_kinds(field.annotation))
    if not isinstance(value, str) or (str in kinds and int not in kinds):
        return value
    try:
        return json.loads(value)
    except ValueError:
        if str in kinds:
            return value
        raise BadCall("Bad Request: can't parse parameter", repr(name)) from None


def _kinds(annotation: object) -> Iterator[object]:
    """The alternatives of an annotation, flattened."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        for part in typing.get_args(annotation):
            yield from _kinds(part)
    else:
        yield annotation


def _check_markup(model: type[BaseModel], params: Json) -> None:
    markup = params.get("reply_markup")
    if markup is None:
        return
    if not isinstance(markup, dict):
        raise BadCall("Bad Request: object expected as reply markup")
    fitting = set(_kinds(model.model_fields["reply_markup"].annotation))
    kinds = [getattr(_aiogram()[1], name) for key, name in _MARKUPS.items() if key in markup]
    if not markup and _aiogram()[1].ReplyKeyboardMarkup not in fitting:
        # python-telegram-bot leaves out empty lists: this is how it takes the buttons away.
        del params["reply_markup"]
    elif not kinds:
        raise BadCall("Bad Request: reply markup without a keyboard")
    elif kinds[0] not in fitting:
        raise BadCall("Bad Request: inline keyboard expected")
    else:
        _validate(kinds[0], markup, "reply_markup.")


def _validate(model: type[BaseModel], value: Json, prefix: str) -> None:
    try:
        # Strict and from JSON: a number is then no text and "true" no boolean, while the types
        # that JSON lacks (enumerations) may still be written as text.
        parsed = model.model_validate_json(json.dumps(value), strict=True)
    except ValidationError as problems:
        first = problems.errors(include_url=False)[0]
        where = prefix + ".".join(str(part) for part in first["loc"])
        if where in _MISSING and first["type"] == "missing":
            raise BadCall(_MISSING[where]) from None
        raise BadCall("Bad Request: parameter", repr(where) + ":", first["msg"]) from None
    for unknown in _unknown(parsed, prefix):
        raise BadCall("Bad Request: unknown parameter", repr(unknown))


def _unknown(value: object, path: str) -> Iterator[str]:
    """Every key, at any depth, that a model kept without knowing it."""
    if isinstance(value, BaseModel):
        for name in value.model_extra or {}:
            yield f"{path}{name}"
        for name in value.model_fields_set & set(type(value).model_fields):
            yield from _unknown(getattr(value, name), f"{path}{name}.")
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from _unknown(part, f"{path}{place}.")


def _check_update_types(asked: object) -> None:
    """A misspelt update type is ignored by the real server, and those updates never come."""
    known = set(_aiogram()[1].Update.model_fields) - {"update_id"}
    for name in asked if isinstance(asked, list) else []:
        if name not in known:
            raise BadCall("Bad Request: unknown update type", repr(name))
