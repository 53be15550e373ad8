"""The documents name everything there is, and lead nowhere that is not."""

import re
from argparse import ArgumentParser
from pathlib import Path

import pytest

import handlers
from bot.commands.parser import parser
from bot.config import Config
from bot.dialogue.flows import discover
from bot.voices import Voices
from tests.house import CONTENT
from tests.words import ROOT

README = ROOT / "README.md"
DOCUMENTS = sorted((ROOT / "docs").rglob("*.md"))
PAGES = [*sorted(ROOT.glob("*.md")), *DOCUMENTS]
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)[^)]*\)")
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"TS-(\d\d)")
_CODES = re.compile(r"TS-(\d\d)(?: to TS-(\d\d))?")


def _commands() -> list[str]:
    whole: ArgumentParser = parser(Voices(CONTENT / "words").voice("en"))
    return re.findall(r"^    ([a-z-]+)(?: |$)", whole.format_help(), re.MULTILINE)


def _said(*pages: Path) -> str:
    return "\n".join(page.read_text("utf-8") for page in pages)


def _links() -> list[tuple[str, str]]:
    return [
        (str(page.relative_to(ROOT)), link)
        for page in PAGES
        for link in _LINK.findall(_FENCED.sub("", page.read_text("utf-8")))
        if "://" not in link and not link.startswith(("#", "mailto:"))
    ]


def test_there_is_something_to_read() -> None:
    names = {page.name for page in PAGES}
    assert {"README.md", "CHANGELOG.md", "members.md", "officials.md", "operating.md"} <= names
    assert len(_commands()) >= 10
    assert len(_links()) >= 5


@pytest.mark.parametrize("command", _commands())
def test_every_command_has_an_entry(command: str) -> None:
    assert re.search(rf"^\|[^|]*`toso {command}\b", _said(README, *DOCUMENTS), re.MULTILINE)


@pytest.mark.parametrize(
    "setting", [f"TOSO_{name.upper()}" for name in Config.__dataclass_fields__]
)
def test_every_setting_has_an_entry(setting: str) -> None:
    assert re.search(rf"^\|[^|]*`{setting}\b", _said(README, *DOCUMENTS), re.MULTILINE)


def test_no_setting_is_described_that_does_not_exist() -> None:
    described = set(re.findall(r"\bTOSO_[A-Z_]+", _said(README, *DOCUMENTS)))
    assert described <= {f"TOSO_{name.upper()}" for name in Config.__dataclass_fields__}


@pytest.mark.parametrize("command", [flow.command for flow in discover(handlers) if flow.command])
def test_every_flows_command_is_told_to_those_who_use_it(command: str) -> None:
    pages = (ROOT / "docs" / "members.md", ROOT / "docs" / "officials.md")
    assert re.search(rf"`/{command}`", _said(*pages))


def test_every_code_that_an_operator_may_see_is_explained() -> None:
    shown = {
        int(number)
        for file in (ROOT / "bot").rglob("*.py")
        for number in _CODE.findall(file.read_text("utf-8"))
    }
    explained = {
        number
        for first, last in _CODES.findall(_said(ROOT / "docs" / "operating.md"))
        for number in range(int(first), int(last or first) + 1)
    }
    assert shown - explained == set()


@pytest.mark.parametrize(("page", "link"), _links())
def test_a_link_leads_to_a_file(page: str, link: str) -> None:
    target = (ROOT / page).parent / link.partition("#")[0]
    assert target.exists()
