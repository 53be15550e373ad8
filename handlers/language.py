"""The language in which a chat is answered."""

from bot.dialogue.flow import Ask, Done, Flow, Screen
from bot.dialogue.turn import Turn
from bot.domain.chat import Choice
from bot.domain.facts import LanguageChosen
from bot.domain.text import Plain, _

flow = Flow(
    "language",
    _("Language"),
    command="ngonngu",
    called=frozenset({"english", "tieng anh", "tieng viet", "vietnamese", "doi tieng"}),
)


@flow.step
async def language(turn: Turn) -> Screen:
    """Offer every language under its own name."""
    return Ask(
        text=Plain("Chọn ngôn ngữ. / Choose a language."),
        choices=(Choice("vi", Plain("Tiếng Việt")), Choice("en", Plain("English"))),
        then=chosen,
    )


@flow.step
async def chosen(turn: Turn) -> Screen:
    """Answer in the new language from this very message on."""
    wanted = str(turn.answers["language"])
    turn.record(LanguageChosen(wanted))
    turn.language = wanted
    turn.say(_("From now on I speak English."))
    return Done()
