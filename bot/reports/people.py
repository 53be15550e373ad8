"""Says who somebody is: their role, where they belong, whether they have joined."""

from bot.domain.people import Person, Role
from bot.domain.text import Phrase, Plain, Text, _


def called(title: str, name: str) -> Phrase:
    """Return somebody's name as it is said within a sentence."""
    return _("{name}", title=title, name=name)


def role(one: Role) -> Phrase:
    """Return the name of a role."""
    return {
        Role.MEMBER: _("member"),
        Role.LEADER: _("team leader"),
        Role.DEPUTY: _("deputy leader"),
        Role.OFFICIAL: _("commune official"),
        Role.VIEWER: _("viewer"),
        Role.STRANGER: _("guest"),
    }[one]


def place(person: Person) -> Text:
    """Return where somebody belongs: team and commune, or the commune alone."""
    places = (person.team, person.commune) if person.team else (person.commune,)
    return Plain(", ".join(place.name for place in places))


def home(person: Person) -> str:
    """Return the name of somebody's team; of who has none, the commune's."""
    return (person.team or person.commune).name


def listed(person: Person) -> Phrase:
    """Return somebody as a line of a list; a plain member who has joined needs no more words."""
    title, name, does = person.title, person.name, role(person.role)
    if not person.joined:
        return _("{name} – {role}, not joined", title=title, name=name, role=does)
    if person.role is Role.MEMBER:
        return _("{name} – joined", title=title, name=name)
    return _("{name} – {role}", title=title, name=name, role=does)


def not_tied() -> Phrase:
    """Tell whoever holds a phone that was cut off; it names nobody."""
    return _(
        "This chat is not tied to anybody any more. If this is your phone and you did not ask "
        "for that, speak to your team leader or the commune office."
    )
