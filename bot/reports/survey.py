"""The household survey in words: a round, and rates that say out of whom, how many and when."""

from collections.abc import Mapping

from bot.domain.chat import Answer
from bot.domain.survey import Outcome, Survey
from bot.domain.survey_questions import QUESTIONS, THINGS, Question
from bot.domain.text import Lines, Percent, Phrase, Plain, Text, _, lines, listed, paragraphs
from bot.domain.units import Unit, counted


def answered(question: Question, answers: Mapping[str, Answer]) -> Text:
    """Say one answer with its unit and what it is out of, as in "Điện thoại thông minh: 3/4"."""
    return Lines((question.title, Plain(": "), _value(question, answers)), gap="")


def so_far(answers: Mapping[str, Answer]) -> Text | None:
    """Say in one short line what was answered already; None where nothing was."""
    told = tuple(
        Lines((one.short, Plain(" "), _short(one, answers)), gap="")
        for one in QUESTIONS
        if one.id in answers
    )
    return Lines((Plain("✓"), Lines(told, gap=", ")), gap=" ") if told else None


def coverage(survey: Survey) -> Phrase:
    """Say how many households were asked, of how many, if somebody counted them."""
    total = survey.total
    if total is None:
        return _("Asked {n} households (how many there are in all is not known).", n=survey.asked)
    return _(
        "Asked {n}/{all} households (as counted on {day}).",
        n=survey.asked,
        all=total.households,
        day=total.as_of,
    )


def asked_of(survey: Survey, households: int | None = None) -> Phrase:
    """Say in short how many households answered, all or one question, of how many there are."""
    n = survey.asked if households is None else households
    if survey.total is None:
        return _("{n}/? households", n=n)
    return _("{n}/{all} households", n=n, all=survey.total.households)


def told(survey: Survey) -> Text:
    """Say what the survey of one place comes to: people and households apart."""
    of_people = [one for one in THINGS if one.unit is Unit.PERSON]
    of_homes = [one for one in QUESTIONS if one.unit is Unit.HOUSEHOLD]
    total = survey.total
    return paragraphs(
        lines(
            coverage(survey),
            _("From {first} to {last}.", first=survey.first, last=survey.last)
            if survey.first and survey.last
            else None,
            _("That is more than there are: please check the number of all households.")
            if total and survey.asked > total.households
            else None,
        ),
        _not_asked(survey),
        lines(_("Counted in people:"), listed(_rate(one, survey) for one in of_people)),
        lines(_("Counted in households:"), listed(_rate(one, survey) for one in of_homes)),
    )


def outcome(given: Outcome) -> Phrase:
    """Say how a call on a household ended."""
    return {
        Outcome.ASKED: _("answered"),
        Outcome.ABSENT: _("nobody at home"),
        Outcome.REFUSED: _("does not wish to answer"),
        Outcome.LATER: _("come back later"),
    }[given]


def _value(question: Question, answers: Mapping[str, Answer]) -> Text:
    answer = answers.get(question.id)
    if not isinstance(answer, int):
        return _("not known")
    if question.unit is Unit.HOUSEHOLD:
        return _("yes") if answer else _("no")
    if question.is_base:
        return counted(answer, question.unit)
    return Plain(f"{answer}/{question.out_of(answers)}")


def _short(question: Question, answers: Mapping[str, Answer]) -> Text:
    answer = answers[question.id]
    if question.unit is Unit.HOUSEHOLD or not isinstance(answer, int):
        return _value(question, answers)
    return Plain(str(answer))


def _not_asked(survey: Survey) -> Text | None:
    """List the households that gave no answers, each kind apart."""
    others = (Outcome.ABSENT, Outcome.LATER, Outcome.REFUSED)
    rows = [
        Lines((outcome(one), Plain(": "), counted(number, Unit.HOUSEHOLD)), gap="")
        for one in others
        if (number := survey.households.get(one, 0))
    ]
    return lines(_("Not counted in the rates below:"), listed(rows)) if rows else None


def _rate(question: Question, survey: Survey) -> Text:
    """Say a rate in one of its three states: a number, nobody, or not asked; with its coverage."""
    rate = survey.rates.get(question.id)
    if rate is None or rate.percent is None:
        return _("{what}: not asked yet", what=question.title)
    return _(
        "{what}: {share} ({n}/{all} {whom}; asked {asked})",
        what=question.title,
        share=Percent(rate.percent) if rate.count else _none_yet(question),
        n=rate.count,
        all=rate.among,
        whom=_whom(question),
        asked=asked_of(survey, rate.households),
    )


def _none_yet(question: Question) -> Phrase:
    return _("nobody has it") if question.unit is Unit.PERSON else _("no household has it")


def _whom(question: Question) -> Phrase:
    if question.unit is Unit.HOUSEHOLD or question.floor is None:
        return _("households")
    return _("people aged {floor} or older", floor=question.floor)
