"""From the draft to the model: ids, resolved names, evidence with its JSON Pointer, diagnostics."""

from __future__ import annotations

from dataclasses import replace

from minutes_cli.model.document import Document
from minutes_cli.model.minutes import (
    Action,
    Attendee,
    Decision,
    Diagnostic,
    Item,
    Meeting,
    Minutes,
    NextMeeting,
    Party,
    Source,
    Votes,
)
from minutes_cli.parser.dialogue import Dialogue, commitments
from minutes_cli.parser.draft import Draft, Fact
from minutes_cli.parser.draft import Item as DraftItem
from minutes_cli.parser.evidence import EvidenceLog, Ids
from minutes_cli.parser.pillars import find_vocabulary, pillars_of
from minutes_cli.parser.resolve import Register
from minutes_cli.profiles import Profile


def assemble(draft: Draft, document: Document, name: str, sha256: str, profile: Profile) -> Minutes:
    """The finished minutes."""
    ids, evidence = Ids(), EvidenceLog()
    meeting = Meeting(
        **{
            key: evidence.add(f"/meeting/{key}", draft.meeting[key])
            for key in Meeting.model_fields
            if key in draft.meeting
        }
    )
    register = Register(draft, profile)
    attendees = tuple(_attendees(draft, evidence))
    items = _items(draft, ids, evidence)
    actions = tuple(_actions(draft, ids, evidence, register, items))
    decisions = tuple(_decisions(draft, ids, evidence, items))
    following = draft.next_meeting
    return Minutes(
        source=Source(
            file=name, sha256=sha256, media_type=document.media_type, pages=document.pages, profile=profile.name
        ),
        meeting=meeting,
        attendees=attendees,
        items=tuple(items),
        pillars=pillars_of(items, find_vocabulary(draft, profile), profile),
        actions=actions,
        decisions=decisions,
        commitments=commitments(draft, [_name_of(draft, item).value for item in draft.items], actions, ids, evidence),
        next_meeting=NextMeeting(
            **{k: evidence.add(f"/next_meeting/{k}", following.get(k)) for k in NextMeeting.model_fields}
        )
        if following
        else None,
        evidence=evidence.found,
        diagnostics=(*_diagnostics(draft, document, meeting), *evidence.inferred),
    )


def _attendees(draft: Draft, evidence: EvidenceLog) -> list[Attendee]:
    found = []
    for number, person in enumerate(draft.people):
        path = f"/attendees/{number}"
        found.append(
            Attendee(
                name=evidence.add(f"{path}/name", person.name) or "",
                role=evidence.add(f"{path}/role", person.role),
                abbreviation=evidence.add(f"{path}/abbreviation", person.abbreviation),
                status=person.status,
            )
        )
        evidence.add(f"{path}/status", person.status_fact)
    return found


def _items(draft: Draft, ids: Ids, evidence: EvidenceLog) -> list[Item]:
    found: list[Item] = []
    dialogue = Dialogue(draft)
    above: list[Item] = []
    for position, item in enumerate(draft.items):
        path = f"/items/{position}"
        while above and above[-1].level >= item.level:
            above.pop()
        made = Item(
            id=ids.make("i", item.number.value if item.number else "", item.title.value),
            number=evidence.add(f"{path}/number", item.number),
            title=evidence.add(f"{path}/title", item.title) or "",
            level=item.level,
            parent=above[-1].id if above else None,
            pillars=tuple(evidence.add(f"{path}/pillars/{n}", p) or "" for n, p in enumerate(item.pillars)),
            paragraphs=tuple(" ".join(str(t).split()) for t in item.paragraphs),
            exchanges=dialogue.of_item(position, path, evidence),
        )
        found.append(made)
        above.append(made)
    return found


def _item_name(draft: Draft, place: int, rule: str) -> Fact | None:
    """An item as actions and decisions name it: by number, or by title where the number is missing or not unique."""
    item = draft.item_at(place)
    return None if item is None else replace(_name_of(draft, item), rule=rule)


def _name_of(draft: Draft, item: DraftItem) -> Fact:
    if item.number is not None:
        same = sum(1 for other in draft.items if other.number and other.number.value == item.number.value)
        if same == 1:
            return item.number
    return item.title


def _actions(draft: Draft, ids: Ids, evidence: EvidenceLog, register: Register, items: list[Item]) -> list[Action]:
    found = []
    for number, action in enumerate(draft.actions):
        path = f"/actions/{number}"
        item = None if action.apart else _item_name(draft, action.place, "action.item")
        text = evidence.add(f"{path}/text", action.text) or ""
        owners = []
        for place, owner in enumerate(action.owners):
            written, settled = register.name(owner)
            evidence.add(f"{path}/owners/{place}/as_written", written)
            name = evidence.add(f"{path}/owners/{place}/name", settled)
            owners.append(Party(as_written=owner.value, name=name))
        unsaid = Fact(action.state, action.text.quotes, "normalised", rule="action.state.unsaid")
        evidence.add(f"{path}/state", action.state_fact or unsaid)
        found.append(
            Action(
                id=ids.make("a", text, *(o.as_written for o in owners)),
                text=text,
                owners=tuple(owners),
                due=evidence.add(f"{path}/due", action.due),
                due_text=evidence.add(f"{path}/due_text", action.due_text),
                state=action.state,
                item=evidence.add(f"{path}/item", item),
                reference=evidence.add(f"{path}/reference", action.reference),
            )
        )
    return found


def _decisions(draft: Draft, ids: Ids, evidence: EvidenceLog, items: list[Item]) -> list[Decision]:
    found = []
    for number, decision in enumerate(draft.decisions):
        path = f"/decisions/{number}"
        text = evidence.add(f"{path}/text", decision.text) or ""
        evidence.add(f"{path}/outcome", decision.outcome_fact)
        votes = None
        if decision.votes:
            votes = Votes.model_validate(
                {k: int(evidence.add(f"{path}/votes/{k}", v) or 0) for k, v in decision.votes.items()}
            )
        found.append(
            Decision(
                id=ids.make("d", text),
                text=text,
                outcome=decision.outcome,
                mover=evidence.add(f"{path}/mover", decision.mover),
                seconder=evidence.add(f"{path}/seconder", decision.seconder),
                votes=votes,
                item=evidence.add(f"{path}/item", _item_name(draft, decision.place, "decision.item")),
            )
        )
    return found


def _diagnostics(draft: Draft, document: Document, meeting: Meeting) -> list[Diagnostic]:
    found = [
        Diagnostic(code=p.code, severity=p.severity, message=p.message, page=p.page, line=p.line, block=p.block)
        for p in (*document.problems, *draft.problems)
    ]
    if meeting.date is None:
        found.append(Diagnostic(code="no-date", message="no date of the meeting was found", path="/meeting/date"))
    if not draft.people:
        found.append(Diagnostic(code="no-attendance", message="nobody was found who attended", path="/attendees"))
    if not draft.items:
        found.append(Diagnostic(code="no-items", message="no agenda items were found", path="/items"))
    return found
