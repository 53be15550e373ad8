"""What a quick entry was understood as, in words: shown before anything doubtful is recorded."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.activities import Activity, entitled
from bot.domain.entries import Doubt, Guess
from bot.domain.guides import Guide
from bot.domain.text import Lines, Phrase, Plain, Text, _, listed, near


def understood(
    guesses: Sequence[Guess],
    activities: Mapping[str, Activity],
    guides: Mapping[str, Guide],
    today: date,
) -> Text:
    """Say every entry of a reading on a line of its own: what, how many, which day, where."""
    return listed(_one(guess, activities, guides, today) for guess in guesses)


def _one(
    guess: Guess, activities: Mapping[str, Activity], guides: Mapping[str, Guide], today: date
) -> Text:
    activity = activities.get(guess.activity or "")
    what: Text = _("help of a kind that is not clear")
    if activity:
        what = entitled(activity, guess.count) if guess.count else activity.title
    elif guess.count:
        what = _("the number {n}", n=guess.count)
    service = guides.get(guess.service or "")
    parts = [
        what,
        service.title if service else None,
        near(guess.day, today) if guess.day else None,
        Plain(guess.village) if guess.village else None,
        _("{n} came", n=guess.attendees) if guess.attendees else None,
    ]
    return Lines(tuple(part for part in parts if part), gap=", ")


def doubted(doubt: object) -> Phrase | None:
    """Say why it is asked about, where the question alone does not.

    `doubt` is a Doubt, its name, or what else a session may hold in its place.
    """
    told: dict[object, Phrase] = {
        Doubt.LEVEL_OR_COUNT: _("Is the number how many, or the level of VNeID?"),
        Doubt.NO_KIND_OF_ACCOUNT: _("I could not see which kind of account."),
        Doubt.UNKNOWN_PROCEDURE: _("I do not know this procedure."),
        Doubt.FUTURE: _("That day has not come yet; only what is done is recorded."),
        Doubt.IMPOSSIBLE_DAY: _("There is no such day."),
        Doubt.TWO_DAYS: _("One number over several days cannot be divided."),
        Doubt.TWO_VILLAGES: _("One number over two villages cannot be divided."),
        Doubt.PARTS_DIFFER: _("The parts do not add up to the total."),
        Doubt.PARTLY_FAILED: _("Part of it did not work out, it seems."),
    }
    return told.get(doubt)


def reason(doubt: Doubt) -> Phrase:
    """Say why a message is asked about, where no question follows that says it."""
    return (
        doubted(doubt)
        or {
            Doubt.NO_COUNT: _("I could not see how many."),
            Doubt.VAGUE_COUNT: _("How many was said only roughly."),
            Doubt.TOO_MANY: _("There is too much in one message."),
            Doubt.NO_ACTIVITY: _("I could not see which kind of help."),
            Doubt.VAGUE_DAY: _("Which day was said only roughly."),
            Doubt.UNSURE_VILLAGE: _("I could not see which village."),
            Doubt.QUESTION_OR_ENTRY: _("It may be a question."),
        }.get(doubt)
        or _("It can be understood in more than one way.")
    )
