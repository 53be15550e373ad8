"""What both fronts share: one exchange with the server, faults included."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from .faults import Dropped, Fault
from .refusal import Refused, too_many_requests
from .server import BotApi

_GATEWAY_PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>\r\n"


async def exchange(
    api: BotApi, token: str, method: str, params: Mapping[str, Any]
) -> tuple[int, bytes]:
    """Return the status and body a client would get, or raise `Dropped`."""
    if api.paused:
        raise _lost(api, method, params)
    fault = api.faults.take(method)
    if fault.drop == "before":
        await asyncio.sleep(fault.hang)
        raise _lost(api, method, params)
    if fault.status is not None:
        api.record(method, params).status = fault.status
        api.bell.ring()
        status, body = fault.status, _body(fault, fault.status)
    else:
        status, answer = await api.answer(method, params, token)
        body = json.dumps(answer).encode()
    await asyncio.sleep(fault.hang)
    if fault.drop == "after" or api.paused:
        raise Dropped
    return status, body


def _lost(api: BotApi, method: str, params: Mapping[str, Any]) -> Dropped:
    api.record(method, params)
    api.bell.ring()
    return Dropped()


def _body(fault: Fault, status: int) -> bytes:
    """Errors of the Bot API are JSON; those of the machines before it are pages."""
    if status == 429:
        return json.dumps(too_many_requests(fault.retry_after or 1).body()).encode()
    if status >= 500 and fault.description is None:
        return _GATEWAY_PAGE.format(status).encode()
    return json.dumps(Refused(fault.description or "Error", status=status).body()).encode()
