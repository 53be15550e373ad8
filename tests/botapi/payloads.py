"""Things people send that are not words, as small as Telegram's types allow; all invented."""

from uuid import uuid4

from .refusal import Json


def photo(caption: str) -> Json:
    size = {**_file(), "width": 90, "height": 60}
    return {"photo": [size], **_caption(caption)}


def document(name: str, caption: str) -> Json:
    return {"document": {**_file(), "file_name": name}, **_caption(caption)}


def voice() -> Json:
    return {"voice": {**_file(), "duration": 3, "mime_type": "audio/ogg"}}


def sticker() -> Json:
    kind = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": {**_file(), **kind}}


def contact() -> Json:
    return {"contact": {"phone_number": "000", "first_name": "Nobody"}}


def location() -> Json:
    return {"location": {"latitude": 0.0, "longitude": 0.0}}


def _caption(caption: str) -> Json:
    return {"caption": caption} if caption else {}


def _file() -> Json:
    name = uuid4().hex
    return {"file_id": f"file-{name}", "file_unique_id": f"unique-{name[:8]}", "file_size": 1200}
