"""Files that people sent and the bot may fetch: first where they are, then the bytes."""

from typing import TYPE_CHECKING

from .faults import Dropped
from .refusal import Json, Refused

if TYPE_CHECKING:
    from .server import BotApi

# What a bot may download, by the Bot API's documentation, in bytes.
_LARGEST = 20 * 1024 * 1024


async def get_file(api: "BotApi", params: Json) -> Json:
    """Say where a file is; whose path is left out there is none."""
    reference = params["file_id"]
    content = api.uploaded.get(reference)
    if content is None:
        raise Refused("Bad Request: wrong file_id or the file is temporarily unavailable")
    if len(content) > _LARGEST:
        raise Refused("Bad Request: file is too big")
    return {
        "file_id": reference,
        "file_unique_id": f"unique-{reference}"[:16],
        "file_size": len(content),
        "file_path": f"documents/{reference}",
    }


def download(api: "BotApi", token: str, path: str) -> tuple[int, bytes]:
    """Return the status and body of a download, or raise `Dropped`; a call named `download`."""
    call = api.record("download", {"path": path})
    fault = api.faults.take("download")
    api.bell.ring()
    if fault.drop or api.paused:
        raise Dropped
    content = api.uploaded.get(path.removeprefix("documents/"))
    call.status = fault.status or (404 if content is None or token != api.token else 200)
    return call.status, content if call.status == 200 and content else b""


DOWNLOADS = {"getFile": get_file}
