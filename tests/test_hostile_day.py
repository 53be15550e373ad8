"""A day on which everybody sends what they must not; nothing of it is found anywhere after."""

import asyncio
import itertools
import json
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.__main__ import _prepare_output, main
from tests.botapi import Person, payloads
from tests.house import House
from tests.plants import Plant, hunt, plants

# How one gets to each place where something is typed.
PLACES: dict[str, tuple[str, ...]] = {
    "home": ("menu",),
    "what was done": ("/ghi",),
    "how many": ("/ghi", "Kích hoạt VNeID mức 2"),
    "what is wrong": ("/ghi", "Kích hoạt VNeID mức 2", "2", "Sửa lại"),
    "the right number": ("/ghi", "Kích hoạt VNeID mức 2", "2", "Sửa lại", "Sai số"),
    "the right day": ("/ghi", "Kích hoạt VNeID mức 2", "2", "Sửa lại", "Sai ngày"),
    "how many for the first time": (
        "/ghi",
        "Kích hoạt VNeID mức 2",
        "2",
        "Mấy người lần đầu?",
    ),
    "the receipt": ("/ghi", "Kích hoạt VNeID mức 2", "1"),
    "search": ("Xem hướng dẫn",),
    "a guide": ("quên mật khẩu vneid",),
    "my book": ("Sổ của tôi",),
    "join code": ("/vaoto",),
    "invitation": ("/moi",),
    "tally": ("/tonghop",),
    "the team's book": ("/soto",),
    "taking back": ("/hoantac",),
    "practice": ("/tapthu", "/ghi"),
    "unfinished": ("/chuaxong",),
}
SENTENCES = ("{}", "kích hoạt 3 vneid cho {} hôm qua", "{}, 2 dvc", "/start {}", "tìm giúp {}")
ROLES = ("member", "leader", "official", "stranger")
MESSAGES = 1000


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """The program, whose client may complain: what cannot be read is sent to it on purpose."""
    house = House(str(tmp_path / "toso.db"))
    await house.open()
    yield house
    await house.close()


@pytest.fixture(autouse=True)
def _everything_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Log as much as there is, and what the program itself silences as it does."""
    silenced = [logging.getLogger(name) for name in ("httpx", "httpcore", "aiosqlite", "telegram")]
    levels = [logger.level for logger in silenced]
    _prepare_output()
    caplog.set_level(logging.DEBUG)
    yield
    for logger, level in zip(silenced, levels, strict=True):
        logger.setLevel(level)


async def test_after_a_thousand_messages_nothing_personal_is_anywhere(
    house: House,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    sent = await _day(house)
    needles = {needle for plant in sent for needle in plant.needles}
    assert len(sent) >= MESSAGES

    assert hunt(needles, await _tables(house), *_files(tmp_path)) == []
    await house.restart()
    said = [str(call.params) for call in house.api.calls]
    said += [text for role in ROLES for text in house.shown[role]]
    assert len(said) > MESSAGES
    assert hunt(needles, *said) == []
    assert hunt(needles, *_files(tmp_path)) == []

    capfd.readouterr()
    await _commands(tmp_path)
    printed = capfd.readouterr()
    assert json.loads(printed.out.splitlines()[-1])
    assert hunt(needles, printed.out, printed.err, caplog.text, *_files(tmp_path)) == []


async def test_the_hunt_finds_what_is_there(house: House, tmp_path: Path) -> None:
    some = list(itertools.islice(plants(1), 60))
    for plant in some:
        assert hunt(plant.needles, *plant.needles)
    async with house.database.write() as tx:
        await tx.exec_driver_sql("UPDATE people SET name = ? WHERE id = 1", (some[0].typed,))
    assert hunt(some[0].needles, await _tables(house)) == sorted(some[0].needles)
    assert hunt(some[0].needles, *_files(tmp_path)) == sorted(some[0].needles)


async def _day(house: House) -> list[Plant]:
    """Let everybody go everywhere and send everything; return what was sent."""
    source = plants(20261121)
    sent: list[Plant] = []
    turns = itertools.cycle(itertools.product(ROLES, PLACES.values(), SENTENCES))
    while len(sent) < MESSAGES:
        role, way, sentence = next(turns)
        batch = list(itertools.islice(source, 5))
        for words in way:
            house.people[role].say(words)
        for plant in batch:
            house.people[role].say(sentence.format(plant.typed))
        sent += batch
        batch = list(itertools.islice(source, 3))
        _without_words(house, house.people[role], batch)
        sent += batch
        await house.telegram_settles()
        for words in way:
            await house.type(role, words)
        for plant in itertools.islice(source, 5):
            await house.type(role, sentence.format(plant.typed))
            sent.append(plant)
    return sent


def _without_words(house: House, person: Person, batch: list[Plant]) -> None:
    """Send what is no message of words, and what cannot be read at all."""
    first, second, third = (plant.typed for plant in batch)
    person.send(payloads.photo(first))
    person.send(payloads.document(f"{second}.pdf", third))
    person.send({"contact": {"phone_number": first, "first_name": second, "last_name": third}})
    person.send({"venue": {"location": {"latitude": 0.0, "longitude": 0.0}, "title": first,
                           "address": second}})  # fmt: skip
    said = person.say("menu")
    person.edit(said.message_id, third)
    whole = {"message_id": 9, "date": "x", "chat": {"id": person.id, "type": "private"}}
    house.api.push({"message": {**whole, "text": first}})
    house.api.push({"message": {**whole, second: third, "contact": first}})
    house.api.push({"callback_query": {"id": "1", "data": second, "message": third}})


async def _tables(house: House) -> str:
    """Return every column of every row of every table."""
    tables = await house.ask("SELECT name FROM sqlite_master WHERE type = 'table'")
    rows = [await house.ask(f'SELECT * FROM "{name}"') for (name,) in tables]  # noqa: S608 - tables the database itself names
    return repr(rows)


def _files(folder: Path) -> list[bytes]:
    """Return the bytes of the database, its log, its copies: also those of freed pages."""
    return [file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()]


async def _commands(folder: Path) -> None:
    """Run what prints or copies anything of the database."""
    database = ("--db", str(folder / "toso.db"))
    for words in (
        ("backup", str(folder / "copy.db"), *database),
        ("tally", "--period", "2026-W47", "--by", "member", "--json", *database),
        ("tally", "--period", "2026-11", "--by", "village", "--json", *database),
        ("guides", "--json"),
        ("check", *database),
        ("verify", "--json", *database),
    ):
        assert await asyncio.to_thread(main, list(words)) == 0, words
