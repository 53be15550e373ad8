"""What is said when something of a citizen's was kept out."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.dialogue.turn import Turn
from bot.domain.chat import Incoming
from bot.domain.text import Phrase, _

# What no words are in: pictures, voice, contacts, places, and files.
_NO_WORDS = frozenset({"media", "document"})


def taken(incoming: Incoming, turn: Turn) -> Incoming:
    """Return a message whose file was asked for: it may stay, unless it names people.

    What stands below the file is treated as in every other message.
    """
    personal = incoming.personal - {"document"}
    goes = personal or turn.names_people
    return replace(incoming, personal=personal, own=incoming.own if goes else None)


def remark(personal: AbstractSet[str], *, deleted: bool) -> Phrase:
    """Say kindly what was taken out, once per message, above whatever answers the rest.

    A file that a step asked an official for is let through where it is answered, at the desk,
    which knows the session; every other one is kept out like a picture.
    """
    if personal & _NO_WORDS:
        if deleted:
            return _(
                "I have deleted that and kept nothing of it. Papers, faces and voices are the "
                "neighbours' own; let us not send them here."
            )
        return _(
            "I have kept nothing of that. Papers, faces and voices are the neighbours' own; if "
            "you still see it here, please delete it."
        )
    if deleted:
        return _(
            "I have covered what is personal in your message (a number, a code or a birthday) "
            "and deleted it. That is the neighbours' own; let us not send it here."
        )
    return _(
        "I have covered what is personal in your message (a number, a code or a birthday) and "
        "kept nothing of it. That is the neighbours' own; let us not send it here."
    )
