"""The HTTP front where it does more than the other."""

import httpx

from .http import serve
from .people import Person
from .server import TOKEN, BotApi


async def test_parameters_come_in_every_form_the_api_takes(api: BotApi, mai: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "Có", "callback_data": "1"}]]}
    async with serve(api) as url, httpx.AsyncClient(base_url=f"{url}/bot{TOKEN}") as client:
        text = '{"inline_keyboard": [[{"text": "Có", "callback_data": "1"}]]}'
        form = {"chat_id": "11", "text": "a", "reply_markup": text}
        for answer in (
            await client.get("/sendMessage", params=form),
            await client.post("/sendMessage", data=form),
            await client.post("/sendMessage", json={**form, "chat_id": 11, "reply_markup": markup}),
            await client.post("/sendMessage", files={name: (None, form[name]) for name in form}),
        ):
            assert answer.json()["result"]["reply_markup"] == markup
    assert len(mai.screen) == 5
