"""A public service in words: its number, whose it is, and where it is done."""

from bot.domain.guides import Confidence
from bot.domain.services import Online, Service, Services
from bot.domain.text import Lines, Phrase, Plain, Text, _, lines

_WAYS = {
    Online.PORTAL: _("the National Public Service Portal (dichvucong.gov.vn)"),
    Online.VNEID: _("the VNeID app"),
    Online.OWNER: _("the agency's own site or app"),
}


def told(service: Service, services: Services) -> Text:
    """Say everything that helps to have a service done, and whether it is certain."""
    codes = Plain(", ".join(service.codes))
    return lines(
        service.name,
        _place(service, services),
        _("In charge: {owner}.", owner=service.owner),
        _("On the net: {places}.", places=_online(service)),
        _("In person: {office}.", office=service.office),
        _("Code on the portal: {codes}.", codes=codes) if service.codes else None,
        _("Not everything here is certain: ask the commune office.")
        if service.confidence is Confidence.LOW
        else None,
    )


def _place(service: Service, services: Services) -> Phrase | None:
    """Say which number a service has, and whether that is certain; or only which decision."""
    decision = services.decision(service.decision)
    if not decision:
        return None
    count, title = decision.count, decision.title
    if not service.number:
        return _("One of the {n} essential services of {decision}.", n=count, decision=title)
    if decision.numbering is Confidence.HIGH:
        return _(
            "Number {number} of the {n} essential services of {decision}.",
            number=service.number,
            n=count,
            decision=title,
        )
    return _(
        "Number {number}, as the press counts, of the {n} essential services of {decision}.",
        number=service.number,
        n=count,
        decision=title,
    )


def _online(service: Service) -> Text:
    return Lines(tuple(_WAYS[way] for way in service.online), gap=", ")
