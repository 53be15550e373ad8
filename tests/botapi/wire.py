"""The in-process front: a transport for python-telegram-bot's real `Bot`."""

import asyncio
import re
from typing import Any

from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from .downloads import download
from .faults import Dropped
from .front import exchange
from .refusal import Json
from .server import BotApi
from .uploads import Upload

_URL = re.compile(r"/bot(?P<token>[^/]+)/(?P<method>\w+)$")
_FILE = re.compile(r"/file/bot(?P<token>[^/]+)/(?P<path>.+)$")


class Wire(BaseRequest):
    """Carries calls to a `BotApi` as text, the way an HTTP server would see them."""

    def __init__(self, api: BotApi, *, read_timeout: float | None = 5.0) -> None:
        self._api = api
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def download(self, url: str, most: int) -> tuple[int, bytes]:
        """Fetch a file, no further than behind `most` bytes."""
        target = _FILE.search(url)
        if target is None:
            return 404, b""
        try:
            status, content = download(self._api, target["token"], target["path"])
        except Dropped as dropped:
            raise NetworkError("httpx.RemoteProtocolError: Server disconnected") from dropped
        return status, content[: most + 1]

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - the base class's signature
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the base class's signature
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the base class's signature
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the base class's signature
    ) -> tuple[int, bytes]:
        """Exchange one call, failing as `HTTPXRequest` does."""
        target = _URL.search(url)
        if target is None:
            return 404, b'{"ok":false,"error_code":404,"description":"Not Found"}'
        if isinstance(read_timeout, DefaultValue):
            read_timeout = self._read_timeout
        try:
            async with asyncio.timeout(read_timeout):
                return await exchange(
                    self._api, target["token"], target["method"], _params(request_data)
                )
        except TimeoutError as late:
            raise TimedOut from late
        except Dropped as dropped:
            raise NetworkError("httpx.RemoteProtocolError: Server disconnected") from dropped


def _params(data: RequestData | None) -> Json:
    if data is None:
        return {}
    params: dict[str, Any] = dict(data.json_parameters)
    for part, (name, content, *_) in data.multipart_data.items():
        body = content if isinstance(content, bytes) else content.read()
        params[part] = Upload(name, body)
    return params
