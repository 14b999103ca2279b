"""The `debateBody`: who was there, the items with what was said under them, decisions, actions, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from minutes_cli.exporters.akn.elements import child, clock, day, eid, element, paragraph
from minutes_cli.exporters.akn.references import References
from minutes_cli.exporters.akn.speeches import add_passages
from minutes_cli.exporters.people import settled
from minutes_cli.exporters.telling import counts
from minutes_cli.model.minutes import Attendee, Item, Minutes, Party
from minutes_cli.text import layout

if TYPE_CHECKING:
    from lxml.etree import _Element


def body_of(minutes: Minutes, references: References) -> _Element:
    body = element("debateBody")
    _add_attendance(body, minutes.attendees, references)
    _add_items(body, minutes.items, references)
    under = _Under(minutes.items)
    _add_decisions(body, minutes, references, under)
    _add_actions(body, minutes, references, under)
    _add_commitments(body, minutes, references, under)
    _add_end(body, minutes, references)
    return body


class _Under:
    """What leads to the item under which something stands."""

    def __init__(self, items: Sequence[Item]) -> None:
        names = [name for item in items for name in {item.number, item.title} if name]
        self._eids = {name: eid("item", item.id) for item in items for name in (item.title, item.number) if name}
        self._eids = {name: one for name, one in self._eids.items() if names.count(name) == 1}

    def add(self, parent: _Element, name: str | None) -> None:
        if name is not None:
            one = self._eids.get(name)
            paragraph(parent, "Item: ", element("ref", name, href=f"#{one}") if one else name)


def _add_attendance(body: _Element, attendees: Sequence[Attendee], references: References) -> None:
    """Always there: the standard asks for a section at least."""
    roll = child(body, "rollCall", eId="attendance")
    if attendees:
        child(roll, "heading", layout.ATTENDANCE)
    for status, words in layout.STATUSES.items():
        people = [(place, one) for place, one in enumerate(attendees, start=1) if one.status == status]
        if people:
            listed = child(roll, "blockList", eId=f"attendance-{status}", class_=status)
            child(listed, "listIntroduction", words)
            for place, one in people:
                paragraph(child(listed, "item", eId=eid("attendee", place)), *_person(one, references))


def _person(one: Attendee, references: References) -> Iterator[str | _Element]:
    role = references.to("TLCRole", one.role) if one.role else None
    yield element("person", one.name, refersTo=references.person(one.name), as_=role)
    if one.role:
        yield ", "
        yield element("role", one.role, refersTo=role)
    for more in filter(None, (one.abbreviation, one.note)):
        yield f" ({more})"


def _add_items(body: _Element, items: Sequence[Item], references: References) -> None:
    sections: dict[str, _Element] = {}
    for item in items:
        pillars = " ".join(references.to("TLCConcept", pillar) for pillar in item.pillars) or None
        parent = sections.get(item.parent or "", body)
        section = child(parent, "debateSection", name="item", eId=eid("item", item.id), refersTo=pillars)
        sections[item.id] = section
        if item.number:
            child(section, "num", item.number)
        child(section, "heading", item.title)
        add_passages(section, item, references)


def _add_decisions(body: _Element, minutes: Minutes, references: References, under: _Under) -> None:
    if not minutes.decisions:
        return
    section = child(body, "resolutions", eId="decisions")
    child(section, "heading", layout.DECISIONS)
    for decision in minutes.decisions:
        made = child(section, "debateSection", name="decision", eId=eid("decision", decision.id))
        paragraph(made, decision.text)
        if decision.outcome:
            outcome = references.to("TLCConcept", decision.outcome)
            paragraph(made, "Outcome: ", element("outcome", decision.outcome, refersTo=outcome))
        for role, name in (("mover", decision.mover), ("seconder", decision.seconder)):
            if name:
                office = references.to("TLCRole", role)
                person = element("person", name, refersTo=references.person(settled(minutes, name)), as_=office)
                paragraph(made, f"{role.capitalize()}: ", person)
        for choice, number in counts(decision).items():
            concept = references.to("TLCConcept", choice)
            count = element("quantity", str(number), refersTo=concept, normalized=str(number))
            paragraph(made, f"{choice.capitalize()}: ", count)
        under.add(made, decision.item)


def _add_actions(body: _Element, minutes: Minutes, references: References, under: _Under) -> None:
    if not minutes.actions:
        return
    section = child(body, "debateSection", name="actions", eId="actions")
    child(section, "heading", layout.ACTIONS)
    for action in minutes.actions:
        made = child(section, "debateSection", name="action", eId=eid("action", action.id), class_=action.state)
        if action.reference:
            child(made, "num", action.reference)
        paragraph(made, action.text)
        for owner in action.owners:
            paragraph(made, "Owner: ", _party(owner, references))
        _add_term(made, "Due", action.due, action.due_text)
        paragraph(made, f"State: {action.state}")
        if action.update:
            paragraph(made, f"Update: {action.update}")
        under.add(made, action.item)


def _add_commitments(body: _Element, minutes: Minutes, references: References, under: _Under) -> None:
    if not minutes.commitments:
        return
    section = child(body, "debateSection", name="commitments", eId="commitments")
    child(section, "heading", "Commitments")
    for one in minutes.commitments:
        made = child(section, "debateSection", name="commitment", eId=eid("commitment", one.id))
        paragraph(made, one.text)
        paragraph(made, "By: ", _party(one.by, references))
        _add_term(made, "When", one.when, one.when_text)
        if one.action:
            paragraph(made, "Action: ", element("ref", one.action, href=f"#{eid('action', one.action)}"))
        under.add(made, one.item)


def _add_term(parent: _Element, label: str, iso: str | None, printed: str | None) -> None:
    if iso:
        paragraph(parent, f"{label}: ", day(iso), f" ({printed})" if printed and printed != iso else "")
    elif printed:
        paragraph(parent, f"{label}: {printed}")


def _party(party: Party, references: References) -> str | _Element:
    """Whom it is laid on as printed, marked as a person where that is settled."""
    if party.name is None:
        return party.as_written
    return element("person", party.as_written, refersTo=references.person(party.name))


def _add_end(body: _Element, minutes: Minutes, references: References) -> None:
    following, end = minutes.next_meeting, minutes.meeting.end_time
    if not following and not end:
        return
    made = child(body, "adjournment", eId="adjournment")
    if end:
        paragraph(made, clock("recordedTime", end, type="endEvent"))
    if not following:
        return
    section = child(made, "debateSection", name="nextMeeting", eId="next-meeting")
    child(section, "heading", following.kind or layout.NEXT)
    if following.date:
        paragraph(section, day(following.date))
    if following.time:
        paragraph(section, clock("time", following.time))
    if following.venue:
        place = references.to("TLCLocation", following.venue)
        paragraph(section, element("location", following.venue, refersTo=place))
