"""Methods about the bot itself: who it is, what it is told, which commands it shows."""

import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from .refusal import Json, Refused

if TYPE_CHECKING:
    from .server import BotApi

_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


async def get_me(api: "BotApi", _params: Json) -> Json:
    abilities = dict.fromkeys(
        [
            *("can_join_groups", "can_read_all_group_messages", "supports_inline_queries"),
            *("can_connect_to_business", "has_main_web_app"),
        ],
        False,
    )
    return {**api.me, **abilities}


async def get_updates(api: "BotApi", params: Json) -> list[Json]:
    if api.webhook:
        raise Refused(_WEBHOOK_ACTIVE, status=409)
    api.updates.ask_for(params.get("allowed_updates"))
    return await api.updates.poll(
        params.get("offset") or 0, params.get("limit") or 100, params.get("timeout") or 0
    )


async def set_webhook(api: "BotApi", params: Json) -> bool:
    url = params.get("url") or ""
    if url and not url.startswith("https://"):
        raise Refused("Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    if url:
        api.updates.end_polling(Refused("Conflict: terminated by setWebhook request", status=409))
    if params.get("drop_pending_updates"):
        api.updates.forget()
    api.updates.ask_for(params.get("allowed_updates"))
    api.webhook = url
    return True


async def delete_webhook(api: "BotApi", params: Json) -> bool:
    return await set_webhook(api, {**params, "url": ""})


async def get_webhook_info(api: "BotApi", _params: Json) -> Json:
    answer: Json = {
        "url": api.webhook,
        "has_custom_certificate": False,
        "pending_update_count": len(api.updates.pending),
    }
    if api.updates.allowed:
        answer["allowed_updates"] = api.updates.allowed
    return answer


async def set_my_commands(api: "BotApi", params: Json) -> bool:
    scope = params.get("scope") or {}
    if "chat_id" in scope:
        api.chat(scope["chat_id"])
    api.commands[_audience(params)] = params["commands"]
    return True


async def get_my_commands(api: "BotApi", params: Json) -> list[Json]:
    return api.commands.get(_audience(params), [])


def _audience(params: Json) -> tuple[str, str]:
    scope = params.get("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), params.get("language_code") or ""


ACCOUNT: dict[str, Callable[["BotApi", Json], Awaitable[Any]]] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
}
