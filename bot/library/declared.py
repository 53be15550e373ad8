"""What is counted: the activities and the catalogue of indicators, without any guide."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.domain.activities import OF_ACTIVITIES, Activity
from bot.domain.indicators import Catalogue
from bot.domain.problems import Problem
from bot.domain.units import Unit
from bot.library.guides import LONGEST_LABEL
from bot.library.heads import Head
from bot.library.indicators import catalogue
from bot.library.pages import heads


@dataclass(frozen=True, slots=True)
class Declared:
    """The declarations that numbers are made by, each in the order of the reports.

    A command that only counts needs no more, and does not wait for a hundred guides.
    """

    activities: Mapping[str, Activity]
    catalogue: Catalogue


def declared(folder: Path, overlay: Path | None, problems: list[Problem]) -> Declared:
    """Return what is counted; `overlay` is laid over it. What is wrong is added to `problems`."""
    activities = {one.id: one for one in map(_activity, heads(folder, "activities", problems))}
    return Declared(activities, catalogue(folder, overlay, activities, problems))


def _activity(head: Head) -> Activity:
    head.only("id", "unit", "title")
    return Activity(
        id=head.words("id", most=LONGEST_LABEL),
        unit=head.one_of("unit", OF_ACTIVITIES, Unit.TIME),
        title=head.both("title", most=LONGEST_LABEL),
    )
