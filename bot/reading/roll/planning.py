"""Holds a roll against the roster there is: what is new, what differs, what cannot be."""

from datetime import date

from bot.domain.enrolment import Amiss, CommuneLine, Enrolment, Known, Roll
from bot.domain.places import Place
from bot.domain.text import Phrase, _
from bot.reading.roll.heads import Head, Page
from bot.reading.roll.membership import People
from bot.reading.roll.names import alike, same_place
from bot.reading.roll.places import Ground


def commune(roll: Roll, known: Known, *, new: bool) -> tuple[Place | None, tuple[Amiss, ...]]:
    """Return which commune a roll is of, None where it is a new one, and what is wrong with it.

    `new`: it may be founded beside others; else that would hardly be what somebody wants whose
    name of the commune has a slip in it.
    """
    if not roll.communes:
        return None, ()
    line, *more = roll.communes
    wrong = [_wrong(one, _("One file is of one commune: leave one row here.")) for one in more]
    for place in known.communes:
        if same_place(place.name, line.name):
            return place, tuple(wrong)
        if alike(place.name, line.name):
            text = _("There is “{name}” already. Write it the same way.", name=place.name)
            return None, (*wrong, _wrong(line, text))
    if known.demo:
        text = _("This database holds the demo commune. Choose another one for yours: --db FILE")
        wrong.append(_wrong(line, text))
    elif known.communes and not new:
        names = ", ".join(place.name for place in known.communes)
        text = _(
            "There is no such commune. Known are: {names}. A commune gets another name with toso "
            "merge; to put a further one beside them, add --new-commune.",
            names=names,
        )
        wrong.append(_wrong(line, text))
    return None, tuple(wrong)


def plan(roll: Roll, known: Known, today: date) -> Enrolment:
    """Return what a roll comes to beside the roster of its commune (`known.commune`, if any)."""
    ground = Ground.of(roll, known)
    people = People(ground, known)
    for line in roll.people:
        people.take(line)
    people.settle()
    since = _since(roll, known, today)
    staying = ground.staying() | people.staying()
    first = roll.communes[0] if roll.communes else None
    notes = list(people.notes)
    if known.commune and known.first and first and first.since not in {None, known.first}:
        text = _("The commune's first day stays {day}.", day=known.first)
        notes.insert(0, Amiss(Page.COMMUNE, first.row, Head.SINCE, text))
    return Enrolment(
        ground.commune,
        since,
        tuple(ground.villages),
        tuple(ground.founded),
        tuple(people.listed),
        tuple(people.changed),
        tuple(ground.figures),
        {**ground.same, **people.same},
        {page: names for page, names in staying.items() if page in roll.pages and names},
        tuple(notes),
        (*roll.wrong, *ground.wrong, *people.wrong),
    )


def _since(roll: Roll, known: Known, today: date) -> date:
    """Return the day from which new places exist.

    Of a new commune without a day of its own it is new year of last year, with which this year's
    reports are compared, or the day of its oldest figure.
    """
    if known.since:
        return known.since
    stated = next((line.since for line in roll.communes if line.since), None)
    figures = [figure.as_of for line in roll.villages for figure in line.figures]
    return stated or min([date(today.year - 1, 1, 1), *figures])


def _wrong(line: CommuneLine, text: Phrase) -> Amiss:
    return Amiss(Page.COMMUNE, line.row, Head.COMMUNE, text)
