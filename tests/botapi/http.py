"""The real HTTP front: any client, any process, on the loopback address."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from .downloads import download
from .faults import Dropped
from .front import exchange
from .refusal import Json
from .server import BotApi
from .uploads import Upload

# What a bot may upload, by the Bot API's documentation.
_LARGEST_BODY = 50 * 1024 * 1024


@asynccontextmanager
async def serve(api: BotApi, port: int = 0) -> AsyncIterator[str]:
    """Serve the API and yield its address, to which `/bot<token>/<method>` is added."""

    async def handle(request: web.Request) -> web.StreamResponse:
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            status, body = await exchange(api, token, method, await _params(request))
        except Dropped:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        kind = "text/html" if body.startswith(b"<") else "application/json"
        return web.Response(status=status, body=body, content_type=kind)

    async def fetch(request: web.Request) -> web.Response:
        found = request.match_info
        try:
            status, content = download(api, found["token"], found["path"])
        except Dropped:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        return web.Response(status=status, body=content)

    app = web.Application(client_max_size=_LARGEST_BODY)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", fetch)
    app.router.add_route("*", "/bot{token:[^/]+}/{method}", handle)
    # A poller that goes away must not go on waiting here: cancel what nobody will read.
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        host, chosen = runner.addresses[0][:2]
        yield f"http://{host}:{chosen}"
    finally:
        api.updates.end_polling(Dropped())
        await runner.cleanup()


async def _params(request: web.Request) -> Json:
    """Parameters from wherever the Bot API takes them: query, form, multipart or JSON."""
    params: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        body: Json = await request.json()
        return params | body
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            params[name] = Upload(value.filename, value.file.read())
        else:
            params[name] = value
    return params
