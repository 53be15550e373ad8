"""A new flow is one new file: menu, commands and both channels follow by themselves."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.botapi import BotApi, serve
from tests.botapi.server import TOKEN

ROOT = Path(__file__).resolve().parents[2]
_STOPS_WITHIN = 20
_STARTS_WITHIN = 40

_NEW = '''
"""Tea for the meeting: how many cups of which tea."""

from bot.dialogue.flow import Ask, Done, Flow, Screen
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.text import Words, _
from bot.reading.count import count as read_count

flow = Flow("tea", _("Tea for the meeting"), command="tra", menu=1)


@flow.step
async def tea(turn: Turn) -> Screen:
    """Ask which tea."""
    return Ask(
        text=_("Which tea?"),
        choices=(
            Choice("green", Words({"vi": "Chè xanh", "en": "Green tea"})),
            Choice("lotus", Words({"vi": "Chè sen", "en": "Lotus tea"})),
        ),
        then=cups,
    )


@flow.step
async def cups(turn: Turn) -> Screen:
    """Ask how many cups."""
    return Ask(text=_("How many cups?"), reads=read_count, numbers=True, then=poured)


@flow.step
async def poured(turn: Turn) -> Screen:
    """Say what is brought."""
    wanted, cups = turn.answers["tea"], int(turn.answers["cups"])
    turn.say(_("{cups} cups of {wanted} tea are on the way.", cups=cups, wanted=wanted))
    return Done()
'''


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The program as it is, with one file more."""
    for part in ("bot", "handlers", "content", "migrations"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "handlers" / "tea.py").write_text(_NEW.lstrip(), encoding="utf-8")
    return tmp_path


def _surroundings(tree: Path) -> dict[str, str]:
    """Return an environment in which only the copy is found, and no setting of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TOSO_")}
    return {**kept, "PYTHONPATH": str(tree)}


@pytest.mark.process
def test_a_new_file_is_in_the_menu_and_talks_in_the_terminal(tree: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--db", "tea.db", "--now", "2026-11-21T09:00"],
        cwd=tree,
        env=_surroundings(tree),
        input="1\n2\n8\n/tra\ngreen tea\nnine\n/language\n2\ntea for the meeting\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    answers = ran.stdout.rstrip("\n").split("\n\n")
    assert answers[0].split("\n")[1] == "1. Tea for the meeting"
    assert answers[1] == "Which tea?\n1. Chè xanh\n2. Chè sen\n0. Menu"
    assert answers[2] == "How many cups?\n– Quay lại\n0. Menu"
    assert answers[3] == "8 cups of lotus tea are on the way."
    assert answers[5:9] == [
        "Which tea?\n1. Chè xanh\n2. Chè sen\n0. Menu",
        "How many cups?\n– Quay lại\n0. Menu",
        "9 cups of green tea are on the way.",
        answers[4],
    ]
    assert answers[-1] == "Which tea?\n1. Green tea\n2. Lotus tea\n0. Menu"


@asynccontextmanager
async def _running(tree: Path, api: BotApi) -> AsyncIterator[None]:
    """Run the program of a tree against the Bot API, and stop it as an operator does."""
    async with serve(api) as url:
        settings = {"TOSO_TELEGRAM_TOKEN": TOKEN, "TOSO_TELEGRAM_API": url, "TOSO_DATABASE": "t.db"}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            cwd=tree,
            env=_surroundings(tree) | settings,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await api.until(lambda: api.updates.polling, _STARTS_WITHIN)
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            status = await asyncio.wait_for(process.wait(), _STOPS_WITHIN)
        assert status == 0


@pytest.mark.process
async def test_a_new_file_is_a_command_and_talks_on_telegram(tree: Path) -> None:
    api = BotApi()
    mai = api.person(11, "Mai")
    async with _running(tree, api):
        listed = {
            str(call.params.get("language_code")): [
                one for one in call.params["commands"] if one["command"] == "tra"
            ]
            for call in api.calls_to("setMyCommands")
        }
        tea = [{"command": "tra", "description": "Tea for the meeting"}]
        assert listed == {"vi": tea, "en": tea, "None": tea}
        await _answered(api, mai.say("/start"))
        assert mai.keyboard[0][0] == "Tea for the meeting"
        await _answered(api, mai.tap("Tea for the meeting"))
        assert (mai.screen[-1].text, mai.screen[-1].buttons) == (
            "Which tea?",
            (("Chè xanh",), ("Chè sen",), ("Menu",)),
        )
        await _answered(api, mai.press("Chè sen"))
        assert mai.screen[-1].text == "How many cups?"
        await _answered(api, mai.say("8"))
        assert mai.screen[-1].text.startswith("8 cups of lotus tea are on the way.\n\n")
    assert api.complaints == []


async def _answered(api: BotApi, _act: object) -> None:
    """Wait until the program has answered an act: with a message, or in the place of one."""
    before = _answers(api)
    await api.until(lambda: not api.updates.pending and _answers(api) > before, _STARTS_WITHIN)


def _answers(api: BotApi) -> int:
    calls = api.calls_to("sendMessage") + api.calls_to("editMessageText")
    return sum(call.status == 200 for call in calls)
