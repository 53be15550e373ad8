"""What the household survey asks at each door: the questions as data, in the order of asking."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.domain.chat import Answer, Choice
from bot.domain.survey import Outcome
from bot.domain.text import Phrase, Plain, Text, _
from bot.domain.units import Unit

# What stands for an answer that the household does not know either.
UNKNOWN = "unknown"
# A household with more people than this is a slip of the finger.
MOST_PEOPLE = 30
# How many numbers stand on buttons; others are typed.
_AT_HAND = 4


@dataclass(frozen=True, slots=True)
class Question:
    """One question at the door.

    `unit`: what its answer counts. `floor`: the age in years from which people count, None where
    households do. `among`: the questions whose answers add up to what this one is counted out of.
    `indicators`: the rates of the reports that it serves. `short` names it beside other answers;
    `ask` says the question, given out of how many people.
    """

    id: str
    unit: Unit
    floor: int | None
    among: tuple[str, ...]
    indicators: tuple[str, ...]
    title: Phrase
    short: Text
    ask: Callable[[int], Phrase]

    @property
    def is_base(self) -> bool:
        """Tell whether it counts the people that others are counted out of."""
        return self.unit is Unit.PERSON and not self.among

    def out_of(self, answers: Mapping[str, Answer]) -> int | None:
        """Return out of how many it is counted in one household; None where that is not known."""
        if self.unit is Unit.HOUSEHOLD:
            return 1
        if self.is_base:
            return MOST_PEOPLE
        counts = [answers.get(base) for base in self.among]
        known = [count for count in counts if isinstance(count, int)]
        return sum(known) if len(known) == len(counts) else None

    def offered(self, out_of: int) -> tuple[Choice, ...]:
        """Return the usual answers; numbers come first, each behind its own digit."""
        if self.is_base and self.floor == 14:
            return (Choice(0, _("Nobody is 14")),)
        if self.is_base:
            return tuple(Choice(n, Plain(str(n))) for n in range(1, _AT_HAND + 1))
        unknown = Choice(UNKNOWN, _("Do not know"))
        if out_of == 1:
            return (Choice(1, _("Yes")), Choice(0, _("No")), unknown)
        return (
            *(Choice(n, Plain(str(n))) for n in range(1, min(out_of, _AT_HAND))),
            Choice(out_of, _("Everybody ({n})", n=out_of)),
            Choice(0, _("Nobody")),
            unknown,
        )


def _of_adults(
    id_: str, indicator: str, title: Phrase, short: Text, ask: Callable[[int], Phrase]
) -> Question:
    return Question(id_, Unit.PERSON, 15, ("people_15",), (indicator,), title, short, ask)


# Age floors: 15 for smartphones and payment accounts (QĐ 411/QĐ-TTg as provincial sets define it)
# and for “dân số trưởng thành” as the same sets read it; 14 for VNeID (Luật Căn cước 2023).
QUESTIONS = (
    Question(
        "people_15", Unit.PERSON, 15, (), (), _("Aged 15 or older"), _("from 15 years"),
        lambda _most: _("How many people aged 15 or older live here?"),
    ),
    Question(
        "people_14", Unit.PERSON, 14, (), (), _("Aged 14"), _("14 years"),
        lambda _most: _("And how many are 14 now, not yet 15?"),
    ),
    _of_adults(
        "smartphone", "dt_thong_minh_ty_le", _("Smartphone"), _("smartphone"),
        lambda people: _(
            "Of {people} people aged 15 or older, how many have a smartphone?", people=people
        ),
    ),
    _of_adults(
        "account", "tktt_ty_le", _("Bank account or e-wallet"), _("account"),
        lambda people: _(
            "Of {people} people aged 15 or older, how many have a bank account or an e-wallet?",
            people=people,
        ),
    ),
    _of_adults(
        "signature", "chu_ky_so_ty_le", _("Digital signature"), _("signature"),
        lambda people: _(
            "Of {people} people aged 15 or older, how many have a digital signature of their own?",
            people=people,
        ),
    ),
    Question(
        "vneid", Unit.PERSON, 14, ("people_15", "people_14"), ("vneid_ty_le_kich_hoat",),
        _("VNeID level 2"), Plain("VNeID"),
        lambda people: _(
            "Of {people} people aged 14 or older, how many have activated VNeID level 2?",
            people=people,
        ),
    ),
    _of_adults(
        "service", "dvctt_dan_so_ty_le", _("Used an online public service"), _("online service"),
        lambda people: _(
            "Of {people} people aged 15 or older, how many used a public service online in the "
            "last 12 months?",
            people=people,
        ),
    ),
    _of_adults(
        "skills", "ky_nang_so_truong_thanh_ty_le", _("Basic digital skills"), _("skills"),
        lambda people: _(
            "Of {people} people aged 15 or older, how many can look things up, send messages and "
            "install an app by themselves?",
            people=people,
        ),
    ),
    Question(
        "fibre", Unit.HOUSEHOLD, None, (), ("caquang_ho_ty_le",),
        _("Fibre Internet at home"), _("fibre"),
        lambda _one: _("Does this house have fibre Internet?"),
    ),
)  # fmt: skip
BY_ID = {question.id: question for question in QUESTIONS}
# What a household may have in common: everything about people but how many they are.
THINGS = tuple(question for question in QUESTIONS if question.among)


def next_question(answers: Mapping[str, Answer]) -> Question | None:
    """Return what is to be asked next; None where everything is known.

    1. What is counted out of nobody, or of an unknown number, is not asked.
    2. An answer that is more than it is counted out of (a base was corrected) is asked again.
    """
    for question in QUESTIONS:
        out_of, answer = question.out_of(answers), answers.get(question.id)
        if not out_of:
            continue
        if answer is None or (isinstance(answer, int) and not 0 <= answer <= out_of):
            return question
    return None


def known(answers: Mapping[str, Answer]) -> dict[str, int]:
    """Return the answers that are numbers, by question; none is more than it is counted out of.

    Bases come first, so that each answer is weighed against the bases that are kept.
    """
    kept: dict[str, int] = {}
    for question in QUESTIONS:
        answer, out_of = answers.get(question.id), question.out_of(kept)
        if isinstance(answer, int) and out_of and 0 <= answer <= out_of:
            kept[question.id] = answer
    return kept


def ended(answers: Mapping[str, Answer]) -> Outcome:
    """Return how a call ended: with answers, unless a question was answered by ending it."""
    others = {one.value: one for one in Outcome if one is not Outcome.ASKED}
    said = (others[str(answer)] for answer in answers.values() if answer in others)
    return next(said, Outcome.ASKED)
