"""What nobody can try out: who belongs to the commune changes for good, whatever the banner says.

A question that was begun before practice is answered in it: here the answer is still kept out.
"""

from bot.domain.facts import (
    CodeIssued,
    Fact,
    MemberAdded,
    MemberCutOff,
    MemberLeft,
    MemberMoved,
    RoleGiven,
)

_FOR_GOOD = CodeIssued, MemberAdded, MemberCutOff, MemberLeft, MemberMoved, RoleGiven


class CannotBeTried(Exception):
    """Somebody who practises would change who belongs; nothing of the step may stand."""


def check(fact: Fact, *, practising: bool) -> None:
    """Raise CannotBeTried where a fact would change the roster while its giver practises."""
    if practising and isinstance(fact, _FOR_GOOD):
        raise CannotBeTried(type(fact).__name__)
