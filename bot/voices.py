"""The interpreters: say a text in a language, with its numbers and dates (Babel, gettext)."""

import gettext
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from bot.domain.indicators import half_up
from bot.domain.text import Day, Lines, Number, Percent, Phrase, Plain, Text, Value, Words

LANGUAGES = ("vi", "en")
_DOMAIN = "toso"


class Voice:
    """One language."""

    def __init__(self, language: str, catalogue: gettext.NullTranslations, you: str) -> None:
        self.language = language
        self._locale = Locale.parse(language)
        self._catalogue = catalogue
        self._you = you

    def addressing(self, title: str | None) -> "Voice":
        """Return this voice, addressing its reader by a title (bà, anh, …)."""
        return Voice(self.language, self._catalogue, title) if title else self

    def say(self, text: Text) -> str:
        """Return the words of a text."""
        match text:
            case Phrase():
                return self._phrase(text)
            case Words():
                return text.of(self.language)
            case Plain(words):
                return words
            case Day(day):
                return self._near(day)
            case Percent(share, decimals):
                return f"{self._number(share, decimals)}%"
            case Number(number, decimals):
                return self._number(number, decimals)
            case Lines(parts, gap):
                return gap.join(said for part in parts if (said := self.say(part)))

    def _number(self, number: Decimal, decimals: int) -> str:
        """Return a number with exactly so many decimals; what rounds to zero has no sign."""
        rounded = half_up(number, decimals) + 0
        pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
        return format_decimal(rounded, format=pattern, locale=self._locale)

    def _near(self, day: date) -> str:
        """Return a day with its weekday, as in "thứ Bảy 21/11"."""
        weekday = format_date(day, "EEEE", locale=self._locale)
        if self.language == "vi":
            return f"{weekday.lower()} {day.day}/{day.month}"
        return f"{weekday} {format_date(day, 'd MMMM', locale=self._locale)}"

    def _phrase(self, phrase: Phrase) -> str:
        if phrase.plural is None or phrase.count is None:
            sentence = self._catalogue.gettext(phrase.message)
        else:
            sentence = self._catalogue.ngettext(phrase.message, phrase.plural, phrase.count)
        values = {name: self._value(value) for name, value in phrase.values.items()}
        you = self._you if self.language == "vi" else "you"
        return sentence.format_map({"you": you, "You": you[:1].upper() + you[1:], **values})

    def _value(self, value: Value) -> str:
        match value:
            case str():
                return value
            case bool() | int():
                return format_decimal(value, locale=self._locale)
            case date():
                return f"{value:%d/%m/%Y}"
            case _:
                return self.say(value)


class Voices:
    """Every language of the catalogues in a folder (`<lang>/LC_MESSAGES/toso.po`)."""

    def __init__(self, folder: Path) -> None:
        self._voices = {
            language: Voice(language, _catalogue(folder, language), "anh/chị")
            for language in LANGUAGES
        }

    def voice(self, language: str | None) -> Voice:
        """Return the voice of a language, Vietnamese where it is not known."""
        return self._voices.get(language or "vi") or self._voices["vi"]

    def spoken(self, text: Text) -> tuple[str, ...]:
        """Return a text in every language."""
        return tuple(voice.say(text) for voice in self._voices.values())


def _catalogue(folder: Path, language: str) -> gettext.NullTranslations:
    """Read a catalogue as translators write it; nothing has to be compiled beforehand."""
    with (folder / language / "LC_MESSAGES" / f"{_DOMAIN}.po").open("rb") as written:
        catalogue = read_po(written, locale=language, domain=_DOMAIN)
    if not len(catalogue):
        raise ValueError(language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
