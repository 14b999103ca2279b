"""From the draft to the model: ids, resolved names, evidence with its JSON Pointer, diagnostics."""

from __future__ import annotations

from collections import Counter
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


def assemble(draft: Draft, document: Document, name: str, sha256: str, register: Register, profile: Profile) -> Minutes:
    """The finished minutes."""
    ids, evidence = Ids(), EvidenceLog()
    meeting = Meeting(
        **{
            key: evidence.add(f"/meeting/{key}", draft.meeting[key])
            for key in Meeting.model_fields
            if key in draft.meeting
        }
    )
    attendees = tuple(_attendees(draft, evidence))
    items = _items(draft, ids, evidence)
    names = _ItemNames(draft)
    actions = tuple(_actions(draft, ids, evidence, register, names))
    decisions = tuple(_decisions(draft, ids, evidence, names))
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
        commitments=commitments(draft, [names.of(item).value for item in draft.items], actions, ids, evidence),
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
                note=evidence.add(f"{path}/note", person.note),
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


class _ItemNames:
    """Items as actions, decisions and promises name them: by number, or by title where that is missing or repeated."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._times = Counter(item.number.value for item in draft.items if item.number)

    def of(self, item: DraftItem) -> Fact:
        return item.number if item.number and self._times[item.number.value] == 1 else item.title

    def at(self, place: int, rule: str) -> Fact | None:
        """The name of the item that holds a passage."""
        item = self._draft.item_at(place)
        return None if item is None else replace(self.of(item), rule=rule)


def _actions(draft: Draft, ids: Ids, evidence: EvidenceLog, register: Register, names: _ItemNames) -> list[Action]:
    found = []
    for number, action in enumerate(draft.actions):
        path = f"/actions/{number}"
        item = action.item or (None if action.apart else names.at(action.place, "action.item"))
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
                update=evidence.add(f"{path}/update", action.update),
            )
        )
    return found


def _decisions(draft: Draft, ids: Ids, evidence: EvidenceLog, names: _ItemNames) -> list[Decision]:
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
                item=evidence.add(f"{path}/item", decision.item or names.at(decision.place, "decision.item")),
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
