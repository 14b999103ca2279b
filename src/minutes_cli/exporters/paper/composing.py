"""Minutes to the blocks of a document, in the layout of `text/layout.py`, so that it can be read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from minutes_cli.exporters.paper.blocks import Block, Grid, Heading, Labelled, Paper, Text, Value
from minutes_cli.model.minutes import Action, Decision, Item, Minutes
from minutes_cli.text import layout
from minutes_cli.text.safe import safe

# How wide a column is to the others; the narrow ones hold their heads on one line.
_SHARES = {
    "text": 13,
    "update": 9,
    "owners": 7,
    "role": 9,
    "name": 7,
    "note": 7,
    "due": 6,
    "reference": 4,
    "item": 4,
    "mover": 6,
    "seconder": 6,
    "outcome": 6,
}
# An item without a number is called by its title, which takes more room.
_TITLED = 8
_LONGEST_NUMBER = 8
_USUAL_SHARE = 5
# Always shown, though no row has anything in it: readers look for it.
_ALWAYS = frozenset(("name", "status", "text", "owners", "due", "state", "outcome"))


def compose(minutes: Minutes) -> Paper:
    """Heading, attendance, items, decisions, actions, next meeting; what the minutes do not say is left out."""
    title = safe(minutes.meeting.title or "").strip()
    named = Value(title, ("/meeting/title",)) if title else Value(layout.UNTITLED)
    return Paper(named, tuple(_blocks(minutes)))


def _blocks(minutes: Minutes) -> Iterator[Block]:
    yield from _labelled(minutes.meeting.model_dump(), layout.MEETING_LABELS, "/meeting")
    if minutes.attendees:
        yield Heading(Value(layout.ATTENDANCE))
        people = [person.model_dump() | {"status": layout.STATUSES[person.status]} for person in minutes.attendees]
        yield _grid(people, layout.PERSON_HEADS, "/attendees")
    yield Heading(Value(layout.ITEMS))
    for number, item in enumerate(minutes.items):
        yield from _item(item, f"/items/{number}", _Records(minutes, item))
    if minutes.decisions:
        yield Heading(Value(layout.DECISIONS))
        yield _grid([_decision(decision) for decision in minutes.decisions], layout.DECISION_HEADS, "/decisions")
    if minutes.actions:
        yield Heading(Value(layout.ACTIONS))
        yield _grid([_action(action) for action in minutes.actions], layout.ACTION_HEADS, "/actions")
    if minutes.next_meeting:
        yield Heading(Value(layout.NEXT))
        yield from _labelled(minutes.next_meeting.model_dump(), layout.NEXT_LABELS, "/next_meeting")


def _labelled(fields: Mapping[str, str | None], labels: Mapping[str, str], path: str) -> Iterator[Labelled]:
    for key, label in labels.items():
        if words := (fields[key] or "").strip():
            shown = layout.day_words(words) if key == "date" else words
            yield Labelled(label, Value(safe(shown), (f"{path}/{key}",)))


def _item(item: Item, path: str, records: _Records) -> Iterator[Block]:
    paths = (f"{path}/title", f"{path}/number") if item.number else (f"{path}/title",)
    yield Heading(Value(safe(layout.heading_words(item.number, item.title.strip() or "–")), paths), item.level)
    if item.number and not layout.fits_heading(item.number):
        yield Labelled(layout.ITEM_LABELS["number"], Value(safe(item.number), (f"{path}/number",)))
    if item.pillars:
        tagged = tuple(f"{path}/pillars/{number}" for number in range(len(item.pillars)))
        yield Labelled(layout.ITEM_LABELS["pillars"], Value(safe(layout.BETWEEN.join(item.pillars)), tagged))
    for paragraph in item.paragraphs:
        if paragraph.strip():
            yield Text(safe(paragraph), records.kind_of(paragraph))


class _Records:
    """Tells which paragraphs of an item record an action or a decision and little else."""

    # a marker, an owner or who moved and seconded it may stand beside the words of the record
    _BESIDE = 90

    def __init__(self, minutes: Minutes, item: Item) -> None:
        names = (item.number, item.title)
        self._texts = [
            (kind, record.text)
            for kind, records in (("action", minutes.actions), ("decision", minutes.decisions))
            for record in records
            if record.text and record.item in names
        ]

    def kind_of(self, paragraph: str) -> str:
        for kind, text in self._texts:
            if text in paragraph and len(paragraph) - len(text) <= self._BESIDE:
                return kind
        return ""


def _decision(decision: Decision) -> dict[str, str | None]:
    votes = decision.votes.model_dump(by_alias=True) if decision.votes else {}
    outcome = layout.OUTCOMES[decision.outcome] if decision.outcome else None
    return decision.model_dump(exclude={"votes"}) | {"outcome": outcome, "votes": layout.vote_words(votes)}


def _action(action: Action) -> dict[str, str | None]:
    owners = [layout.owner_words(owner.as_written, owner.name) for owner in action.owners]
    return action.model_dump(exclude={"owners"}) | {
        "owners": layout.BETWEEN.join(owners),
        "due": layout.due_words(action.due, action.due_text),
        "state": layout.STATES[action.state],
    }


def _grid(records: Sequence[Mapping[str, str | None]], heads: Mapping[str, str], path: str) -> Grid:
    """A row a record; a column in which nothing would stand is left out."""
    keys = [key for key in heads if key in _ALWAYS or any(record[key] for record in records)]
    rows = tuple(
        tuple(Value(safe(record[key] or ""), _paths(f"{path}/{number}", key)) for key in keys)
        for number, record in enumerate(records)
    )
    return Grid(tuple(heads[key] for key in keys), tuple(_share(key, records) for key in keys), rows)


def _share(key: str, records: Sequence[Mapping[str, str | None]]) -> int:
    titled = key == "item" and any(len(record[key] or "") > _LONGEST_NUMBER for record in records)
    return _TITLED if titled else _SHARES.get(key, _USUAL_SHARE)


def _paths(record: str, key: str) -> tuple[str, ...]:
    """The pointers to what a column tells."""
    return (f"{record}/due", f"{record}/due_text") if key == "due" else (f"{record}/{key}",)
