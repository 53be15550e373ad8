"""What the program refuses: one clear sentence on standard error, with the remedy; exit 1."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.botapi import BotApi
from tests.house import CONTENT
from tests.process.phones import Phone
from tests.process.runner import Ended, Program, settings, toso
from tests.process.town import Town

pytestmark = [pytest.mark.process, pytest.mark.xdist_group("refusals")]

_NOWHERE = "http://127.0.0.1:9"


def says(ended: Ended, begins: str, remedy: str) -> None:
    """One sentence, in Vietnamese, with the way out; nothing else, and nothing on the output."""
    assert (ended.code, ended.out) == (1, ""), ended
    told = [
        line for line in ended.err.splitlines() if line != "toso đang chạy. Bấm Ctrl-C để dừng."
    ]
    assert len(told) == 1, ended.err
    assert told[0].startswith(begins)
    assert remedy in told[0]


async def test_a_token_that_telegram_does_not_know(
    api: BotApi, url: str, town: Town, tmp_path: Path
) -> None:
    env = settings(town.path, telegram_token="1000001:not-this-one", telegram_api=url)
    begins, remedy = "toso: [TS-21] Telegram không nhận", "@BotFather"
    says(await toso("run", env=env, cwd=tmp_path), begins, remedy)
    # Asked once more before it is believed: a server that restarts answers 404 too.
    assert [call.method for call in api.calls] == ["getMe", "getMe"]


async def test_a_token_that_is_taken_back_keeps_the_letters(
    api: BotApi, url: str, town: Town, phone: Phone
) -> None:
    async with Program(api, url, town.path) as program:
        await phone.say("/start")
        api.token, known = "1000001:another-one", api.token
        phone.person.say("ghi")
        assert await program.end() == 1
        assert program.err.count("[TS-21]") == 1
        # The letter waits, and a start with the wrong token does not give it up either.
        await program.start()
        assert await program.end() == 1
        assert program.err.count("[TS-21]") == 2
        assert town.states("letters") == {"sent": 1, "waiting": 1}
        api.token = known
        await program.start()
        assert "Bà vừa giúp việc gì?" in await phone.answer(2)
        assert await program.terminate() == 0
    assert town.states("letters") == {"sent": 2}


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("TELEGRAM_TOKEN", "not-a-token", "@BotFather"),
        ("TELEGRAM_TOKEN", "123456", "@BotFather"),
        ("TELEGRM_TOKEN", "1:abc", "TOSO_TELEGRAM_TOKEN"),
        ("TELEGRAM_API", "api.telegram.org", "https://"),
        ("TELEGRAM_API", "ftp://api.telegram.org", "https://"),
        ("TELEGRAM_API", "http://[::1", "https://"),
        ("TELEGRAM_API", "http://localhost:99999", "https://"),
        ("TELEGRAM_API", "http://localhost:port", "https://"),
        ("TELEGRAM_API", "https:///bot", "https://"),
        ("LANGUAGE", "fr", "vi"),
        ("DATABASE", "mysql://localhost/toso", "sqlite:///"),
        ("CONTENT", "/nowhere/at/all", "/nowhere/at/all"),
    ],
)
async def test_a_wrong_setting(tmp_path: Path, name: str, value: str, remedy: str) -> None:
    given = {"telegram_token": "1:abc", "telegram_api": _NOWHERE, name.lower(): value}
    given.setdefault("database", str(tmp_path / "toso.db"))
    env = settings(given.pop("database"), **given)
    says(await toso("run", env=env, cwd=tmp_path), f"TOSO_{name}: ", remedy)
    assert not (tmp_path / "toso.db").exists()


async def test_every_wrong_setting_is_named_at_once(tmp_path: Path) -> None:
    env = settings(tmp_path / "toso.db", telegram_token="x", languag="vi", language="fr")
    ended = await toso("run", env=env, cwd=tmp_path)
    assert (ended.code, ended.out) == (1, "")
    assert sorted(line.partition(":")[0] for line in ended.err.splitlines()) == [
        "TOSO_LANGUAG",
        "TOSO_LANGUAGE",
        "TOSO_TELEGRAM_TOKEN",
    ]


@pytest.mark.parametrize("written", [b"\xff\xfeT\x00O\x00", b"TOSO_LANGUAGE=vi\n\xc3("])
async def test_a_settings_file_that_is_no_text(tmp_path: Path, written: bytes) -> None:
    (tmp_path / ".env").write_bytes(written)
    env = settings(tmp_path / "toso.db")
    says(await toso("guides", env=env, cwd=tmp_path), ".env: ", "UTF-8")


def _guide_without_head(content: Path) -> str:
    guide = min((content / "guides").glob("*.vi.md"))
    guide.write_text("# Không có phần đầu\n", encoding="utf-8")
    return f"guides/{guide.name}:"


def _guide_that_is_no_text(content: Path) -> str:
    guide = min((content / "guides").glob("*.vi.md"))
    guide.write_bytes(b"\xff\xfe\x00\x01")
    return f"guides/{guide.name}:"


def _activities_are_no_toml(content: Path) -> str:
    (content / "activities.toml").write_text("[[activities]\n", encoding="utf-8")
    return "activities.toml:"


def _no_activities(content: Path) -> str:
    (content / "activities.toml").unlink()
    return "activities.toml"


def _no_guides(content: Path) -> str:
    shutil.rmtree(content / "guides")
    return "guides:"


@pytest.mark.parametrize(
    "spoil",
    [
        _guide_without_head,
        _guide_that_is_no_text,
        _activities_are_no_toml,
        _no_activities,
        _no_guides,
    ],
)
async def test_broken_content(tmp_path: Path, spoil: Callable[[Path], str]) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    named = spoil(content)
    env = settings(
        tmp_path / "toso.db", content=str(content), telegram_token="1:abc", telegram_api=_NOWHERE
    )
    for command in ("run", "check"):
        ended = await toso(command, env=env, cwd=tmp_path)
        assert (ended.code, ended.out) == (1, ""), ended
        assert "Traceback" not in ended.err
        assert "[TS-99]" not in ended.err
        assert any(line.startswith(named) for line in ended.err.splitlines()), ended.err
    begins = (await toso("run", env=env, cwd=tmp_path)).err.splitlines()[0]
    assert begins.startswith("toso: [TS-30] Nội dung")


@pytest.mark.parametrize("damage", ["gone", "emptied", "no text"])
async def test_missing_words(tmp_path: Path, damage: str) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    words = content / "words" / "vi" / "LC_MESSAGES" / "toso.po"
    if damage == "gone":
        shutil.rmtree(content / "words")
    else:
        words.write_bytes(b"" if damage == "emptied" else b"\xff\xfe\x00")
    env = settings(tmp_path / "toso.db", content=str(content))
    says(await toso("guides", env=env, cwd=tmp_path), "toso: [TS-31] ", "chép lại")
