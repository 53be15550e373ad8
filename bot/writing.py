"""Writes letters: what is said, in the words of whoever reads it."""

from collections.abc import Callable
from dataclasses import replace

from bot.dialogue.airlock import remark
from bot.dialogue.turn import Turn
from bot.domain.chat import Ability, Address, Incoming, Letter, Press, Reply
from bot.domain.dossiers import Wish
from bot.domain.text import Text, _, paragraphs
from bot.reports.captions import caption
from bot.voices import Voices


class Writer:
    """Says texts in a reader's language and makes letters of them, as a channel can show them."""

    def __init__(self, voices: Voices, abilities: Callable[[str], Ability]) -> None:
        self._voices = voices
        self._abilities = abilities

    def reply(self, turn: Turn, screen: int, incoming: Incoming, reply: Reply) -> Letter:
        """Answer a message; `screen` is the number of the screen that it was said on.

        A press on the present screen is answered in its place; one on an older screen is not,
        or the answer would appear far up in the chat.
        """
        title = turn.person.title if turn.person else None
        voice = self._voices.voice(turn.language).addressing(title)
        said = incoming.said
        in_place = isinstance(said, Press) and said.screen == screen
        return Letter(
            id=0,
            address=incoming.address,
            text=voice.say(paragraphs(self._remark(incoming), reply.text)),
            lines=tuple((line.digit, voice.say(line.label)) for line in reply.lines),
            screen=reply.screen,
            standing=reply.standing,
            typed_numbers=reply.typed_numbers,
            edits=incoming.message if in_place else None,
            deletes=incoming.own,
        )

    def notice(self, address: Address, text: Text, language: str, title: str | None) -> Letter:
        """Tell somebody something unasked; the screen above it stays as it was."""
        return notice(self._voices, address, text, language, title)

    def parcel(self, turn: Turn, wish: Wish) -> Letter:
        """Say below a file what it is; the file itself is made when the letter is sent."""
        said = caption(wish, turn.member.commune.name)
        return replace(
            self.notice(turn.address, said, turn.language, turn.member.title), document=wish
        )

    def unmade(self, letter: Letter, wish: Wish, code: str) -> Letter:
        """Say in the place of a file that there is none, and under which code it is known why."""
        said = _(
            "I could not make this file: {file}. Please tell whoever runs this program: code "
            "{code}.",
            file=letter.text,
            code=code,
        )
        return self._in_place(letter, wish, said)

    def elsewhere(self, letter: Letter, wish: Wish) -> Letter:
        """Say in the place of a file how it can be had, where a channel brings none."""
        if not wish.period:
            asked = _("No file can be sent here: {file}. Ask for it on Telegram.", file=letter.text)
            return self._in_place(letter, wish, asked)
        said = _(
            "No file can be sent here: {file}. Ask for it on Telegram, or have whoever runs this "
            "program make it with: toso report --period {period} --as {form}",
            file=letter.text,
            period=wish.period,
            form=wish.form.value,
        )
        return self._in_place(letter, wish, said)

    def _in_place(self, letter: Letter, wish: Wish, said: Text) -> Letter:
        words = self._voices.voice(wish.language).say(said)
        return replace(letter, text=words, document=None)

    def apology(self, incoming: Incoming, incident: str, language: str) -> Letter:
        """Say that we failed, with the code under which the operator finds where."""
        text = paragraphs(self._remark(incoming), _incident(incident))
        return self.bare(incoming, self._voices.voice(language).say(text))

    def bare(self, incoming: Incoming, words: str) -> Letter:
        """Answer a message in words alone, or not at all; what is personal in it is deleted."""
        return Letter(
            id=0,
            address=incoming.address,
            text=words,
            lines=(),
            screen=0,
            standing=False,
            typed_numbers=False,
            deletes=incoming.own,
        )

    def _remark(self, incoming: Incoming) -> Text | None:
        """Say that something personal was taken out, and whether its message goes too."""
        if not incoming.personal:
            return None
        able = self._abilities(incoming.address.channel).deletes
        return remark(incoming.personal, deleted=able and incoming.own is not None)


def notice(
    voices: Voices, address: Address, text: Text, language: str, title: str | None
) -> Letter:
    """Write to somebody without any button, whatever the channel."""
    words = voices.voice(language).addressing(title).say(text)
    return Letter(0, address, words, (), screen=0, standing=False, typed_numbers=False)


def _incident(code: str) -> Text:
    return _(
        "Something went wrong on my side, and nothing was recorded. What you did before is kept. "
        "Try again, or type 0 for the menu. If it happens again, tell the commune office the "
        "code {code}.",
        code=code,
    )
