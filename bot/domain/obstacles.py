"""Why help could not be finished: kept so that a commune can see what stands in the way."""

from enum import StrEnum

from bot.domain.text import Phrase, _


class Obstacle(StrEnum):
    """What stood in the way."""

    NO_PHONE = "no_phone"
    SIM = "sim"
    CARD = "card"
    SYSTEM = "system"
    PAPERS = "papers"
    OTHER = "other"


def named(obstacle: Obstacle) -> Phrase:
    """Name an obstacle as a choice and in a list."""
    return {
        Obstacle.NO_PHONE: _("No suitable phone"),
        Obstacle.SIM: _("SIM not in their own name"),
        Obstacle.CARD: _("Card expired or without chip"),
        Obstacle.SYSTEM: _("The app or portal was down"),
        Obstacle.PAPERS: _("Papers missing"),
        Obstacle.OTHER: _("Something else"),
    }[obstacle]
