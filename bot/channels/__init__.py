"""The counter windows: each channel takes what is said in its manner, and hands back paper."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeAlias

from bot.domain.chat import Incoming

# Takes messages, and the shapes of updates that cannot be read by the number of each.
Receive: TypeAlias = Callable[[Sequence[Incoming], Mapping[str, tuple[str, str]]], Awaitable[None]]
