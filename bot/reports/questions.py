"""Questions and their answers in words: for who asks, for who answers, and for who asks later."""

from collections.abc import Sequence

from bot.domain.people import Person
from bot.domain.questions import Answered, Means, Question
from bot.domain.text import Lines, Plain, Text, Words, _, lines, listed, n_, paragraphs

# In characters: what fits on a button, and what reminds somebody of their own question.
_ON_A_BUTTON, _SHORT = 38, 90


def shortly(words: str, longest: int = _SHORT) -> str:
    """Return the beginning of some words, cut between two of them where there is room."""
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    whole = cut.rpartition(" ")[0]
    return f"{whole if len(whole) > longest // 2 else cut}…"


def label(question: Question) -> Text:
    """Say a question on a button."""
    return Plain(shortly(question.words, _ON_A_BUTTON))


def quoted(question: Question) -> Text:
    """Remind somebody of their question."""
    return _("{day}, you asked: “{words}”", day=question.first, words=shortly(question.words))


def answered(answer: Answered, title: Words | None) -> Text:
    """Say an answer; `title` is that of the guide which is the answer, if it is still there."""
    match answer.means:
        case Means.WORDS:
            return Plain(answer.words or "")
        case Means.GUIDE if title:
            return _("This guide answers it: {title}", title=title)
        case Means.GUIDE:
            return _("A guide answers it, but it is no longer there.")
        case Means.CANNOT:
            return _(
                "The commune office has no answer to this yet, and is sorry. Please ask at the "
                "commune's public service centre; they will look it up with you."
            )


def told(question: Question, answer: Answered, title: Words | None) -> Text:
    """Tell somebody the answer to their question; whether it helped is asked where one can be."""
    return paragraphs(
        _("The commune office answers."),
        quoted(question),
        answered(answer, title),
        None
        if answer.means is Means.CANNOT
        else _("Did it help? Type /traloi and press yes or no."),
    )


def to_answer(question: Question, about: Words | None, before: Words | None) -> Text:
    """Show an official a question: its words, how often and from which team, never from whom.

    `about`: the title of the guide that was open; `before`: of the guide that was the answer
    before, which did not help.
    """
    tried = question.answer
    return paragraphs(
        Plain(f"“{question.words}”"),
        lines(
            _("First asked: {day}", day=question.first),
            n_("Asked {n} time", "Asked {n} times", question.times) if question.times > 1 else None,
            _("From: {teams}", teams=", ".join(question.teams)) if question.teams else None,
            _("While reading: {title}", title=about) if about else None,
        ),
        lines(
            _("This answer did not help enough:"),
            answered(tried, before),
        )
        if tried
        else None,
    )


def asked_by(people: Sequence[Person]) -> Text:
    """Name who asked, for an official who wants to call."""
    if not people:
        return _("Whoever asked has left the team.")
    names = (
        _(
            "{title} {name}, {team}",
            title=one.title,
            name=one.name,
            team=(one.team or one.commune).name,
        )
        for one in people
    )
    return lines(_("Asked by:"), listed(names))


def waiting(number: int, late: tuple[Question, ...]) -> Text | None:
    """Say to an official how many questions wait, and name the one that waits too long."""
    if not number:
        return None
    named = late[0] if late else None
    return lines(
        n_("{n} question waits for an answer: /hoidap", "{n} questions wait: /hoidap", number),
        _(
            "Waiting since {day}: “{words}”",
            day=named.since,
            words=shortly(named.words),
        )
        if named
        else None,
        n_("and {n} more that waits long", "and {n} more that wait long", len(late) - 1)
        if len(late) > 1
        else None,
    )


def known(question: Question, title: Words | None) -> Text:
    """Say what the office answered to the same question; it is not a guide, and says so."""
    answer = question.answer
    return paragraphs(
        _(
            "The commune office answered a question like this on {day}:",
            day=question.answered_on or question.first,
        ),
        Lines((Plain("“"), Plain(shortly(question.words)), Plain("”")), gap=""),
        answered(answer, title) if answer else None,
        _("(This is the office's own answer, not a guide.)"),
    )
