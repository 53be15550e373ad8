"""A file that was promised is owed: killed between the commit and the send, it comes after."""

import asyncio
import os
import shutil
import sys
from asyncio.subprocess import Process
from pathlib import Path

import pytest

from tests.botapi import BotApi
from tests.house import NUMBERS
from tests.process.runner import PATIENCE
from tests.process.town import Town
from tests.words import ROOT

pytestmark = pytest.mark.process

_FLOW = '''
"""A file for whoever asks."""

from bot.dialogue.flow import Done, Flow, Screen
from bot.dialogue.turn import Turn
from bot.domain.dossiers import Form
from bot.domain.people import OFFICIALS
from bot.domain.periods import week
from bot.domain.text import _

flow = Flow("paper", _("Files"), command="giay", roles=OFFICIALS)


@flow.step
async def handed(turn: Turn) -> Screen:
    """Hand out this week as a sheet."""
    turn.hand(Form.XLSX, week(turn.today))
    return Done()
'''


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The program as it is, with a flow that hands out a file."""
    folder = tmp_path / "tree"
    for part in ("bot", "handlers", "content", "migrations"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "handlers" / "paper.py").write_text(_FLOW.lstrip(), encoding="utf-8")
    return folder


async def _start(tree: Path, town: Town, api: BotApi, url: str) -> Process:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TOSO_")}
    settings = {
        "PYTHONPATH": str(tree),
        "TOSO_TELEGRAM_TOKEN": api.token,
        "TOSO_TELEGRAM_API": url,
        "TOSO_DATABASE": str(town.path),
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=tree,
        env=kept | settings,
        stderr=asyncio.subprocess.DEVNULL,
    )
    before = len(api.calls_to("getUpdates"))
    await api.until(lambda: len(api.calls_to("getUpdates")) > before, PATIENCE)
    return process


async def test_a_kill_between_commit_and_send_sends_the_file_after_the_restart(
    api: BotApi, url: str, town: Town, tree: Path
) -> None:
    official = api.person(NUMBERS["official"], "Official")
    # The file goes out only when it is answered that one is coming, which takes its time here.
    api.fault("sendChatAction", hang=PATIENCE)
    process = await _start(tree, town, api, url)
    try:
        official.say("/giay")
        await api.until(lambda: api.calls_to("sendChatAction"), PATIENCE)
        process.kill()
        await process.wait()
        assert api.calls_to("sendDocument") == []
        waiting = town.ask("SELECT inbox_id, attempts FROM letters WHERE state = 'waiting'")
        assert waiting == [(None, 0)]
        process = await _start(tree, town, api, url)
        await api.until(lambda: official.screen[-1].text.startswith("Bảng số"), PATIENCE)
        process.terminate()
        assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    (call,) = api.calls_to("sendDocument")
    assert call.params["document"].name.startswith("binh-an_")
    assert call.params["document"].content.startswith(b"PK")
    assert town.states("letters") == {"sent": 2}
