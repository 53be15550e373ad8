"""Files that travel beside the parameters of a call."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from .refusal import BadCall, Json

# What a bot may upload, by the Bot API's documentation, in bytes.
_LARGEST = {"photo": 10 * 1024 * 1024}
_LARGEST_DOCUMENT = 50 * 1024 * 1024
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True)
class Upload:
    """One file part of a multipart body."""

    name: str
    content: bytes


def without_uploads(params: Mapping[str, Any], model: type[BaseModel]) -> Json:
    """Replace each file by a reference to it, so that only text and numbers are left.

    A part is named either like the parameter it is for, or by an `attach://` elsewhere in the call.
    """
    plain = {name: value for name, value in params.items() if not isinstance(value, Upload)}
    for name in params.keys() - plain.keys():
        if name in model.model_fields:
            plain[name] = f"attach://{name}"
        elif not any(f"attach://{name}" in str(value) for value in plain.values()):
            raise BadCall("Bad Request: unknown parameter", repr(name))
    return plain


def uploaded(params: Mapping[str, Any], name: str) -> Upload | None:
    """The file meant by a parameter, whichever way it was attached."""
    value = params.get(name)
    if isinstance(value, str):
        value = params.get(value.removeprefix("attach://"))
    return value if isinstance(value, Upload) else None


def check_uploads(params: Mapping[str, Any]) -> None:
    """Raise `BadCall` for files that Telegram takes from nobody, or that nobody can open by name.

    The real server takes a part without a name, and every phone then shows "document".
    """
    for name, upload in params.items():
        if not isinstance(upload, Upload):
            continue
        if not upload.content:
            raise BadCall("Bad Request: file must be non-empty")
        if len(upload.content) > _LARGEST.get(name, _LARGEST_DOCUMENT):
            raise BadCall("Request Entity Too Large", status=413)
        if "." not in upload.name or "/" in upload.name:
            raise BadCall("Bad Request: file without a name:", repr(upload.name))
        if name == "photo" and not upload.content.startswith(_PICTURES):
            raise BadCall("Bad Request: IMAGE_PROCESS_FAILED")
