"""Flows as a set: found in a folder, and refused at start-up where they do not fit together."""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from bot.dialogue.flow import Door, Flow
from bot.dialogue.flows import Flows, discover
from bot.domain.people import MEMBERS, Role
from bot.domain.text import Text, _
from tests.dialogue.jokes import FLOWS, bridge, castle, cheese, home, knights, name, quest


def _flow(called: str) -> Flow:
    flow = Flow(called, _(called))
    flow.step(name.run)
    return flow


def test_a_name_twice_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^spam$"):
        Flows([_flow("home"), _flow("spam"), _flow("spam")])


def test_a_flow_without_steps_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^egg$"):
        Flows([_flow("home"), Flow("egg", _("Egg"))])


def test_doors_to_nowhere_are_refused_all_at_once() -> None:
    spam, egg = _flow("spam"), _flow("egg")
    spam.door("larch")
    egg.door("spam")
    egg.door("ham")
    with pytest.raises(ValueError, match=re.escape("['egg -> ham', 'spam -> larch']")):
        Flows([_flow("home"), spam, egg])


def test_a_set_without_a_home_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^home$"):
        Flows([_flow("spam")])


@pytest.mark.parametrize("command", ["Spam", "trà", "spam-egg", "/spam", "s" * 33])
def test_a_command_that_telegram_would_refuse_is_refused(command: str) -> None:
    spam = Flow("spam", _("Spam"), command=command)
    spam.step(name.run)
    with pytest.raises(ValueError, match=f"^{command}$"):
        Flows([_flow("home"), spam])


def test_two_steps_of_one_name_are_refused() -> None:
    flow = _flow("spam")
    with pytest.raises(ValueError, match=r"^spam\.name$"):
        flow.step(name.run)


def test_flows_are_found_by_name_command_and_place() -> None:
    assert [flow.name for flow in FLOWS] == [
        *("home", "bridge", "cheese", "knights", "parrot", "castle", "ni")
    ]
    assert FLOWS.home is home.first
    assert FLOWS.named("cheese") is cheese
    assert FLOWS.named("spam") is None
    assert FLOWS.commanded("cau") is bridge
    assert FLOWS.commanded("bridge") is bridge, "its English name does, too"
    assert FLOWS.commanded("parrot") is None, "only a door leads there"
    assert FLOWS.commanded("spam") is None
    assert FLOWS.started() is castle
    assert Flows([_flow("home")]).started() is None
    assert FLOWS.at("bridge.quest") is quest
    assert FLOWS.at("bridge.spam") is None
    assert FLOWS.at("spam.quest") is None
    assert FLOWS.behind(Door("bridge")) is name
    assert FLOWS.behind(quest) is quest


def test_the_menu_is_in_order_and_for_the_role() -> None:
    assert FLOWS.menu(Role.MEMBER) == (bridge, cheese, knights)
    assert FLOWS.menu(Role.OFFICIAL) == (bridge, cheese)


def test_the_menu_goes_by_place_and_not_by_name() -> None:
    egg, spam = Flow("egg", _("Egg"), menu=2), Flow("spam", _("Spam"), menu=1)
    for flow in (egg, spam):
        flow.step(name.run)
    assert Flows([_flow("home"), egg, spam]).menu(Role.STRANGER) == (spam, egg)


def test_a_flow_may_be_listed_for_fewer_than_may_open_it() -> None:
    spam = Flow("spam", _("Spam"), menu=1, listed_for=MEMBERS)
    spam.step(name.run)
    flows = Flows([_flow("home"), spam])
    assert (flows.menu(Role.MEMBER), flows.menu(Role.STRANGER)) == ((spam,), ())


@pytest.fixture
def circus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A package of two modules with a flow each."""
    folder = tmp_path / "circus"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    for called in ("home", "clown"):
        (folder / f"{called}.py").write_text(
            "from bot.dialogue.flow import Flow, Done\n"
            "from bot.domain.text import _\n"
            f"flow = Flow('{called}', _('{called}'))\n"
            "@flow.step\n"
            "async def first(turn):\n"
            "    return Done()\n"
        )
    monkeypatch.syspath_prepend(tmp_path)
    yield import_module("circus")
    for loaded in ("circus", "circus.home", "circus.clown"):
        sys.modules.pop(loaded, None)


def test_every_module_of_a_package_is_a_flow(circus: ModuleType) -> None:
    assert [flow.name for flow in discover(circus)] == ["clown", "home"]


@pytest.mark.parametrize("said", ["Cross the bridge!", "bridge", "qua cau", "cau"])
def test_a_flow_is_called_by_what_people_say(said: str) -> None:
    def spoken(_text: Text) -> tuple[str, ...]:
        return ("Cross the bridge",)

    bridge = Flow("bridge", _("The bridge"), command="cau", called=frozenset({"bridge", "qua cau"}))
    home = Flow("home", _("Menu"))
    for flow in (home, bridge):
        flow.step(name.run)
    flows = Flows([home, bridge])
    assert flows.called(said, Role.MEMBER, spoken) is bridge
    assert flows.called("cau ca", Role.MEMBER, spoken) is None
