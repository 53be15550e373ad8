"""All flows of the house: found by scanning one folder, checked against each other."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from types import ModuleType

from bot.dialogue.answers import Spoken
from bot.dialogue.flow import Door, Flow, Step
from bot.domain.people import Role
from bot.domain.text import fold

# What Telegram takes as a command.
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


class Flows:
    """The flows by name, in menu order; raises ValueError on a name twice or a door to nowhere."""

    def __init__(self, flows: Iterable[Flow], *, home: str = "home") -> None:
        self._flows: dict[str, Flow] = {}
        for flow in flows:
            if flow.name in self._flows or not flow.steps:
                raise ValueError(flow.name)
            if flow.command and not _COMMAND.fullmatch(flow.command):
                raise ValueError(flow.command)
            self._flows[flow.name] = flow
        nowhere = {
            f"{flow.name} -> {door.flow}"
            for flow in self._flows.values()
            for door in flow.doors
            if door.flow not in self._flows
        }
        if nowhere or home not in self._flows:
            raise ValueError(sorted(nowhere) or home)
        self.home = self._flows[home].first

    def __iter__(self) -> Iterator[Flow]:
        return iter(self._flows.values())

    def behind(self, target: Step | Door) -> Step:
        """Return the step that a screen points to."""
        return target if isinstance(target, Step) else self._flows[target.flow].first

    def at(self, path: str) -> Step | None:
        """Return the step a session remembers, or None if this version has no such step."""
        name, __, step = path.partition(".")
        flow = self._flows.get(name)
        return flow.steps.get(step) if flow else None

    def named(self, name: str) -> Flow | None:
        """Return a flow by its name."""
        return self._flows.get(name)

    def menu(self, role: Role) -> tuple[Flow, ...]:
        """Return what the home menu offers a role, in order."""
        offered = [flow for flow in self._flows.values() if flow.menu and role in flow.listed_for]
        return tuple(sorted(offered, key=lambda flow: flow.menu or 0))

    def commanded(self, word: str) -> Flow | None:
        """Return the flow that a command opens: by its command, or by its English name."""
        opened = (flow for flow in self._flows.values() if flow.command)
        return next((flow for flow in opened if word in {flow.command, flow.name}), None)

    def called(self, said: str, role: Role, spoken: Spoken) -> Flow | None:
        """Return the flow that was asked for by its title (the lasting keys send words), its
        command without the slash, or one of the words that people use for it.
        """
        words = fold(said).strip(" .!?")
        for flow in self:
            if role not in flow.roles or not flow.command:
                continue
            titles = {fold(title) for title in spoken(flow.title)}
            if words in titles | flow.called or words.replace(" ", "") == flow.command:
                return flow
        return None

    def started(self) -> Flow | None:
        """Return the flow that a start link's code belongs to."""
        return next((flow for flow in self._flows.values() if flow.start_answer), None)


def discover(package: ModuleType) -> Flows:
    """Import every module of a package and collect the flow that each one holds, in name order."""
    names = sorted(found.name for found in pkgutil.iter_modules(package.__path__))
    modules = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    return Flows(module.flow for module in modules)
