"""A disk that is really full: the program says so and ends, and nothing is lost or doubled."""

import asyncio
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.botapi import BotApi
from tests.process import audit
from tests.process import town as towns
from tests.process.crowd import Member
from tests.process.runner import PATIENCE, Program, settings, toso

pytestmark = [pytest.mark.process, pytest.mark.xdist_group("disk")]

_CHATS = range(201, 205)
_SAID = "toso: [TS-11] Ổ đĩa đã đầy."


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    mounted = subprocess.run(mounting, check=False, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path, *, left: int) -> None:
    """Fill a disk until only so many bytes are left."""
    with (disk / "filler").open("wb", buffering=0) as filler:
        try:
            while filler.write(b"\0" * 4096):
                pass
        except OSError:
            filler.truncate(max(0, filler.tell() - left))


def free(disk: Path) -> None:
    """Make room again."""
    (disk / "filler").unlink()


# Different amounts end different writes first: the log's, the shared memory's, the file's own.
@pytest.mark.parametrize("left", [0, 4096, 16_384, 65_536, 262_144])
async def test_a_full_disk_ends_the_program_and_loses_nothing(
    api: BotApi, url: str, disk: Path, tmp_path: Path, left: int
) -> None:
    town = await towns.make(disk / "toso.db")
    bound = await towns.bind(town, list(_CHATS))
    members = [Member(api, api.person(number), random.Random(number)) for number in _CHATS]
    enough = asyncio.Event()
    async with Program(api, url, town.path, folder=tmp_path) as program:
        talking = [asyncio.create_task(member.go_on(enough)) for member in members]
        await api.until(lambda: len(api.calls_to("sendMessage")) >= 2 * len(members), PATIENCE)
        fill(disk, left=left)
        assert await program.end() == 1
        assert program.err.count(_SAID) == 1, program.err

        fill(disk, left=0)
        await program.start()
        assert await program.end() == 1
        assert program.err.count(_SAID) == 2, program.err
        assert "Traceback" not in program.err

        free(disk)
        await program.start()
        enough.set()
        await asyncio.gather(*talking)
        await api.until(lambda: not api.updates.pending, PATIENCE)
        assert await program.terminate() == 0
    audit.effects(town, members, bound)
    audit.screens(town, members)
    recount = await toso("verify", env=program.env, cwd=tmp_path)
    assert recount.code == 0, recount


@pytest.mark.parametrize("command", ["run", "demo", "migrate"])
async def test_a_disk_that_is_full_from_the_start_is_named(
    disk: Path, tmp_path: Path, command: str
) -> None:
    fill(disk, left=0)
    env = settings(disk / "toso.db", telegram_token="1:abc", telegram_api="http://127.0.0.1:9")
    ended = await toso(command, env=env, cwd=tmp_path)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(_SAID)
    assert ended.err.count("\n") == 1
