"""What a step may see of one message, and its verbs: say, tell, remind, hand; and to write."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.dialogue.closings import Closings
from bot.dialogue.intake import Intake
from bot.dialogue.numbers import Numbers
from bot.dialogue.questions import Questions
from bot.dialogue.rolls import Rolls
from bot.dialogue.surveys import Surveys
from bot.dialogue.views import Listed, Shelves
from bot.dialogue.writing import Writing
from bot.domain.chat import Ability, Address, Answer, Notice
from bot.domain.dossiers import Form, Wish
from bot.domain.enrolment import Enrolment, Taking
from bot.domain.figures import Figure
from bot.domain.handed import Handed
from bot.domain.people import OFFICIALS, Person, Role, role_of
from bot.domain.periods import Period
from bot.domain.places import Place
from bot.domain.text import Text


@dataclass(slots=True, kw_only=True)
class Turn(Writing):
    """One message being answered.

    `menu`: the flows this person may open from the home menu. `parked`: the flow that was left
    unfinished. `spoken`: every language's wording of a text, for recognising typed labels.
    `cards`, `reminders`: these come by themselves to this person. `named`: the questions of which
    the menu says that they wait too long, by number. `file`: the file that the question asked for.
    `names_people`: it is to go from the chat.
    """

    address: Address
    language: str
    ability: Ability
    numbers: Numbers
    closings: Closings
    surveys: Surveys
    questions: Questions
    rolls: Rolls
    intake: Intake
    library: Shelves
    spoken: Callable[[Text], tuple[str, ...]]
    cards: bool = True
    reminders: bool = True
    file: Handed | None = None
    names_people: bool = False
    menu: tuple[Listed, ...] = ()
    parked: Listed | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    said: list[Text] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    reminded: list[int] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    named: tuple[int, ...] = ()
    wishes: list[Wish] = field(default_factory=list)
    takings: list[Taking] = field(default_factory=list)

    @property
    def role(self) -> Role:
        """Return what the person is to the commune."""
        return role_of(self.person)

    @property
    def member(self) -> Person:
        """Return the person, in flows that only people on a roster may open."""
        if self.person is None:
            raise LookupError(self.address)
        return self.person

    def say(self, text: Text) -> None:
        """Put a text above whatever is shown next."""
        self.said.append(text)

    def tell(self, person: int, text: Text) -> None:
        """Have another person told something; it goes out with this turn's facts, or not at all."""
        self.notices.append(Notice(person, text))

    def remind(self, person: int) -> None:
        """Have a member reminded, with what they can do about it, once they may be."""
        self.reminded.append(person)

    def hand(self, form: Form, period: Period) -> None:
        """Have a file of the person's commune follow the answer; raises LookupError for others."""
        if self.role not in OFFICIALS:
            raise LookupError(period.id)
        self.wishes.append(Wish(form, self.member.commune.id, period.id, self.language))

    def hand_form(self, form: Form) -> None:
        """Have a file of no period follow the answer; raises LookupError for others."""
        if self.role not in OFFICIALS:
            raise LookupError(form)
        self.wishes.append(Wish(form, self.member.commune.id, "", self.language))

    def take_in(self, plan: Enrolment, figures: tuple[tuple[Figure, Place], ...]) -> None:
        """Have a roster and figures of the own commune kept; raises LookupError for others."""
        if self.role not in OFFICIALS or plan.commune.id != self.member.commune.id:
            raise LookupError(plan.commune.id)
        self.takings.append(Taking(plan, figures))

    def miss(self, gist: str) -> None:
        """Have a search that found nothing counted by its words, whoever searched."""
        self.missed.append(gist)
