"""A row of one of the layout's tables to an attendee, a decision or an action."""

from __future__ import annotations

from collections.abc import Mapping

from minutes_cli.model.minutes import Status
from minutes_cli.parser.draft import Action, Decision, Draft, Fact, Person, fact
from minutes_cli.parser.passages import Text
from minutes_cli.text import layout

Row = Mapping[str, Text]
"""Field -> what stands in its column; a cell without text is left out."""

RULE = "layout.row"


def read_person(row: Row) -> Person | None:
    if "name" not in row:
        return None
    said = row.get("status", row["name"])
    status: Status = _choice(layout.STATUSES, said, "present")  # type: ignore[assignment]  # the keys are the statuses
    return Person(
        fact(row["name"], rule=RULE),
        status,
        fact(said, status, rule=RULE),
        _fact(row, "role"),
        _fact(row, "abbreviation"),
        _fact(row, "note"),
    )


def read_decision(row: Row, draft: Draft) -> Decision | None:
    if "text" not in row:
        return None
    item, place = _item(row, draft)
    decision = Decision(
        fact(row["text"], rule=RULE), place, mover=_fact(row, "mover"), seconder=_fact(row, "seconder"), item=item
    )
    if (said := row.get("outcome")) and (outcome := _choice(layout.OUTCOMES, said)):
        decision.outcome = outcome  # type: ignore[assignment]  # the keys are the outcomes
        decision.outcome_fact = fact(said, outcome, rule=RULE)
    if votes := row.get("votes"):
        for found in layout.VOTE.finditer(str(votes)):
            way = next(key for key, word in layout.VOTES.items() if word == found["way"])
            decision.votes[way] = fact(votes.group(found, "count"), str(int(found["count"])), rule=RULE)
    return decision


def read_action(row: Row, draft: Draft) -> Action | None:
    if "text" not in row:
        return None
    item, place = _item(row, draft)
    action = Action(
        fact(row["text"], rule=RULE), place, "table", listed=True, apart=item is None, item=item,
        update=_fact(row, "update"), reference=_fact(row, "reference"),
    )  # fmt: skip
    if owners := row.get("owners"):
        action.owners = [_owner(owners[part], draft) for part in layout.parts(str(owners)) if owners[part]]
    if due := row.get("due"):
        _read_due(action, due)
    if (said := row.get("state")) and (state := _choice(layout.STATES, said)):
        action.state = state  # type: ignore[assignment]  # the keys are the states
        action.state_fact = fact(said, state, rule=RULE)
    return action


def _read_due(action: Action, text: Text) -> None:
    """A day, with the document's own words in quotation marks where they are others; or words alone."""
    found = layout.DUE.fullmatch(str(text))
    if found is None or found["only"]:
        said = text.group(found, "only") if found else text
        if found is None and (day := layout.read_day(str(text))):
            action.due = fact(text, day, rule=RULE)
        action.due_text = fact(said, rule=RULE)
        return
    printed = text.group(found, "due")
    if day := layout.read_day(str(printed)):
        action.due = fact(printed, day, rule=RULE)
    if found["said"]:
        action.due_text = fact(text.group(found, "said"), rule=RULE)
    elif day != str(printed):
        action.due_text = fact(printed, rule=RULE)


def _owner(text: Text, draft: Draft) -> Fact:
    """The owner as written; who it is, the document says in brackets behind."""
    end, name = layout.read_owner(str(text), [person.name.value for person in draft.people])
    written = fact(text[:end], rule=RULE)
    draft.settled[written.value] = str(text[name]) if name else None
    return written


def _item(row: Row, draft: Draft) -> tuple[Fact | None, int]:
    """The item as the row names it, and where that begins; -1 for none."""
    named = _fact(row, "item")
    if named is None:
        return None, -1
    for item in draft.items:
        if named.value in (item.number.value if item.number else None, item.title.value):
            return named, item.first
    return named, -1


def _fact(row: Row, key: str) -> Fact | None:
    return fact(row[key], rule=RULE) if key in row else None


def _choice(words: Mapping[str, str], said: Text, otherwise: str = "") -> str:
    return layout.key_of(words, str(said)) or otherwise
