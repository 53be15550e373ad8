"""Settings: from the environment and `.env`; everything wrong with them at once."""

from pathlib import Path

import pytest

from bot.config import Config, read
from tests.commands.conftest import Toso
from tests.house import CONTENT

_NOWHERE = Path("/nowhere/.env")
_TOKEN = "1000001:invented-for_tests"
WRONG = {
    "TOSO_TELEGRAM_TOKEN": "This is not a token.",
    "TOSO_TELEGRAM_API": "This is not an address.",
    "TOSO_TELEGRAM_NAME": "This is not the name of a bot.",
    "TOSO_LANGUAGE": "Only vi and en are known.",
    "TOSO_DATABASE": "Only a path, sqlite:/// or postgresql:// is known.",
    "TOSO_CONTENT": "There is no folder /nowhere.",
    "TOSO_OVERLAY": "There is no folder /nowhere/xa.",
    "TOSO_WEEKLY": "Write a day and a time between 07:00 and 20:59,",
    "TOSO_MONTHLY": "Write a time between 07:00 and 20:59,",
    "TOSO_REMINDER": "A reminder is about the running week:",
    "TOSO_MISSED": "This is about the week before:",
    "TOSO_DATABAES": "There is no such setting. Is TOSO_DATABASE meant?",
    "TOSO_LANGAUGE": "There is no such setting. Is TOSO_LANGUAGE meant?",
}
_VALUES = {
    "TOSO_TELEGRAM_TOKEN": "abc",
    "TOSO_TELEGRAM_API": "api.telegram.org",
    "TOSO_TELEGRAM_NAME": "@toso",
    "TOSO_LANGUAGE": "fr",
    "TOSO_DATABASE": "mysql://somewhere/toso",
    "TOSO_CONTENT": "/nowhere",
    "TOSO_OVERLAY": "/nowhere/xa",
    "TOSO_WEEKLY": "friday",
    "TOSO_MONTHLY": "06:59",
    "TOSO_REMINDER": "mon 11:30",
    "TOSO_MISSED": "wed 08:00",
    "TOSO_DATABAES": "toso.db",
    "TOSO_LANGAUGE": "vi",
}


def _problems(environment: dict[str, str]) -> list[str]:
    return [problem.file for problem in read(environment, _NOWHERE)[1]]


def test_without_settings_everything_has_its_default() -> None:
    config, problems = read({}, _NOWHERE)
    assert problems == ()
    assert config == Config(
        database="toso.db",
        telegram_token="",
        telegram_api="https://api.telegram.org",
        commune="",
        language="vi",
        content=str(CONTENT),
        overlay="",
        weekly="fri 16:00",
        monthly="08:00",
        reminder="fri 11:30",
        missed="mon 08:00",
    )


def test_every_field_is_a_setting(tmp_path: Path) -> None:
    values = {
        "TOSO_DATABASE": "sqlite:///x.db",
        "TOSO_TELEGRAM_TOKEN": _TOKEN,
        "TOSO_TELEGRAM_API": "http://127.0.0.1:8081",
        "TOSO_TELEGRAM_NAME": "toso_thu_bot",
        "TOSO_COMMUNE": "Bình An",
        "TOSO_LANGUAGE": "en",
        "TOSO_CONTENT": str(tmp_path),
        "TOSO_OVERLAY": str(tmp_path),
        "TOSO_WEEKLY": "thu 07:30",
        "TOSO_MONTHLY": "off",
        "TOSO_REMINDER": "off",
        "TOSO_MISSED": "tue 07:00",
    }
    assert {f"TOSO_{name.upper()}" for name in Config.__dataclass_fields__} == set(values)
    assert read(values, _NOWHERE) == (
        Config(
            "sqlite:///x.db",
            _TOKEN,
            "http://127.0.0.1:8081",
            "toso_thu_bot",
            "Bình An",
            "en",
            str(tmp_path),
            str(tmp_path),
            "thu 07:30",
            "off",
            "off",
            "tue 07:00",
        ),
        (),
    )


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("TOSO_COMMUNE=Gò Đá\nTOSO_DATABASE='a b.db'\n# nothing\nOTHER=1\n", "utf-8")
    config, problems = read({"TOSO_COMMUNE": "  Bình An ", "HOME": "/root"}, file)
    assert problems == ()
    assert (config.commune, config.database) == ("Bình An", "a b.db")


def test_an_empty_setting_is_none(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("TOSO_LANGUAGE=\nTOSO_TELEGRAM_API\n", "utf-8")
    assert read({"TOSO_CONTENT": "", "TOSO_DATABASE": "  "}, file) == (Config(), ())


@pytest.mark.parametrize("name", WRONG)
def test_each_wrong_setting_is_named(name: str) -> None:
    assert _problems({name: _VALUES[name]}) == [name]


def test_all_wrong_settings_are_named_at_once() -> None:
    assert sorted(_problems(_VALUES)) == sorted(WRONG)


@pytest.mark.parametrize("command", [["search", "thẻ"], ["demo"], ["run"], ["guides", "--json"]])
def test_nothing_begins_before_the_settings_are_right(
    toso: Toso, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / ".env").write_text(
        "".join(f"{name}={value}\n" for name, value in _VALUES.items() if name != "TOSO_LANGUAGE"),
        "utf-8",
    )
    ran = toso(*command, language="en")
    assert (ran.code, ran.out) == (1, "")
    said = dict(line.split(": ", 1) for line in ran.err.splitlines())
    wanted = {name: said for name, said in WRONG.items() if name != "TOSO_LANGUAGE"}
    assert {name: sentence[: len(wanted[name])] for name, sentence in said.items()} == wanted
    assert [path.name for path in tmp_path.iterdir()] == [".env"]


def test_an_unknown_language_is_complained_of_in_vietnamese(toso: Toso) -> None:
    ran = toso("guides", language="fr")
    assert (ran.code, ran.err) == (1, "TOSO_LANGUAGE: Chỉ có vi và en.\n")


@pytest.mark.parametrize("database", ["toso.db", "/srv/a b/c.db", "sqlite:///x.db",
                                      "postgres://h/n", "postgresql://u:p@h/n",
                                      "postgresql+asyncpg://h/n"])  # fmt: skip
def test_paths_and_both_engines_are_known(database: str) -> None:
    assert _problems({"TOSO_DATABASE": database}) == []


@pytest.mark.parametrize("token", ["abc", "123", "123:", ":abc", "12a:bc", "1:a b", "１:ab", "1:é"])
def test_what_is_no_token_is_not_sent_anywhere(token: str) -> None:
    assert _problems({"TOSO_TELEGRAM_TOKEN": token}) == ["TOSO_TELEGRAM_TOKEN"]
