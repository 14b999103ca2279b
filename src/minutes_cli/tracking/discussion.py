"""The exchanges and commitments of several meetings as lists, each entry with its meeting, item and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutes_cli.model.discussion import MadeCommitment, SaidExchange
from minutes_cli.model.minutes import Attendee, Item, Minutes, Party
from minutes_cli.model.places import places_of
from minutes_cli.model.tracking import TrackedAction
from minutes_cli.text.days import day_of
from minutes_cli.tracking.entries import sitting_of

_PRONOUNS = frozenset(("he", "she"))


def said(meetings: Iterable[Minutes]) -> Iterator[SaidExchange]:
    """Every exchange, meeting by meeting in the order given."""
    for minutes in meetings:
        places = places_of(minutes)
        sitting, known = sitting_of(minutes), {a.name: a for a in minutes.attendees}
        answers: dict[str, list[str]] = {}
        for item in minutes.items:
            for exchange in item.exchanges:
                if exchange.answers:
                    answers.setdefault(exchange.answers, []).append(exchange.id)
        for position, item in enumerate(minutes.items):
            for number, exchange in enumerate(item.exchanges):
                page, line = places.get(f"/items/{position}/exchanges/{number}/text", (None, None))
                yield SaidExchange(
                    **dict(exchange),
                    answered_by=tuple(answers.get(exchange.id, ())),
                    item=_name(item, minutes),
                    title=item.title,
                    label=_label(exchange.speaker, known),
                    page=page,
                    line=line,
                    said=sitting,
                )


def made(meetings: Iterable[Minutes]) -> Iterator[MadeCommitment]:
    """Every commitment, meeting by meeting in the order given."""
    for minutes in meetings:
        places, sitting = places_of(minutes), sitting_of(minutes)
        for number, commitment in enumerate(minutes.commitments):
            page, line = places.get(f"/commitments/{number}/text", (None, None))
            yield MadeCommitment(**dict(commitment), page=page, line=line, made=sitting)


def by_date(commitments: Iterable[MadeCommitment]) -> list[MadeCommitment]:
    """Those that are promised for a day, by that day."""
    return sorted((one for one in commitments if day_of(one.when)), key=lambda one: one.when or "")


def texts_of(actions: Iterable[TrackedAction]) -> dict[str, str]:
    """The texts of actions by the id that each has in the minutes of any meeting that speaks of it."""
    texts = {}
    for action in actions:
        for mention in action.mentions:
            texts[(mention.id or action.id).rpartition("#")[2]] = action.text
    return texts


def _name(item: Item, minutes: Minutes) -> str:
    """The item's number where no other has it, else its title."""
    if item.number and sum(1 for other in minutes.items if other.number == item.number) == 1:
        return item.number
    return item.title


def _label(speaker: Party, known: dict[str, Attendee]) -> str:
    """How minutes call the speaker for short: "PCC", "NN", "Supt Roe"; "She" only where nobody is known."""
    attendee = known.get(speaker.name or "")
    if attendee is not None and attendee.abbreviation:
        return attendee.abbreviation
    written = speaker.as_written
    if written.lower() in _PRONOUNS and speaker.name:
        return speaker.name
    return written[4:] if written.lower().startswith("the ") else written
