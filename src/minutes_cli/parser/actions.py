"""Actions: marked ("Action:", "[ ]"), listed in tables or under a heading, or worded as a task laid on someone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.parser.action_cues import Cues, is_list_heading
from minutes_cli.parser.action_due import read_due, read_new_due
from minutes_cli.parser.action_margin import boxed_action, signed_action, tick
from minutes_cli.parser.action_marks import marked_actions
from minutes_cli.parser.action_tables import actions_of_columns, actions_of_table
from minutes_cli.parser.action_task import NAMED, read_task
from minutes_cli.parser.action_under import is_deeper, read_deeper, read_under
from minutes_cli.parser.action_wording import worded_actions
from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.draft import Action, Draft, fact
from minutes_cli.parser.items import ends_record
from minutes_cli.parser.labels import Labels
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.parser.tables import View, fold
from minutes_cli.parser.when import meeting_day
from minutes_cli.profiles import Profile


def add_actions(
    draft: Draft, tables: Sequence[tuple[View, int]], headings: Sequence[Candidate], profile: Profile
) -> None:
    """Fill `draft.actions`, in the order of the document, each once."""
    cues, owners = Cues(profile), Owners(draft.people, profile)
    found: list[Action] = []
    for view, place in tables:
        if view.kind == "actions":
            found.extend(actions_of_table(draft, view, place, cues, owners))
        elif view.kind == "items" and {"action", "owner"} & set(view.columns):
            found.extend(actions_of_columns(draft, view, place, cues, owners))
    found.extend(_of_passages(draft, headings, cues, owners))
    found = _with_subjects(found, draft)
    day = meeting_day(draft)
    for action in sorted(found, key=lambda a: a.place):
        read_new_due(action, day)
        if action.due is None:
            read_due(action, day)
        _add(draft.actions, action)


def _with_subjects(actions: list[Action], draft: Draft) -> list[Action]:
    """Settle markers that name nobody but the owner ("ACTION: SS").

    The sentence before one is the task; where a table lists the actions, the marker only tells at which item the row
    of the same owner with the likest wording arose.
    """
    rows = [a for a in actions if a.cue == "table"]
    kept = [a for a in actions if not a.margin]
    for action in actions:
        if not action.margin:
            continue
        if not rows:
            kept.append(action)
            continue
        names = sorted(o.value.lower() for o in action.owners)
        alike = [r for r in rows if sorted(o.value.lower() for o in r.owners) == names]
        said = " ".join(str(p) for p in draft.passages[max(0, action.place - 2) : action.place])
        best = max(alike, key=lambda r: _overlap(r.text.value, said), default=None)
        if best is not None and _overlap(best.text.value, said) >= _LEAST_OVERLAP:
            best.place, best.apart = action.place, False
            rows.remove(best)
    return kept


_LEAST_OVERLAP = 0.2


def _overlap(one: str, two: str) -> float:
    """Share of the longer words of the first text that the second has."""
    a, b = (set(re.findall(r"\w{4,}", t.lower())) for t in (one, two))
    return len(a & b) / len(a) if a else 0.0


def _add(actions: list[Action], action: Action) -> None:
    """Add it, or join it to the same action printed before: in a list and at its item."""
    for known in actions:
        if (known.listed or action.listed) and (
            _same(known.text.value, action.text.value) or _told_again(known, action)
        ):
            listed, other = (action, known) if action.listed else (known, action)
            if not other.listed or (listed.apart and not other.apart):
                listed.place, listed.apart = other.place, False
            listed.listed = listed.listed and other.listed
            listed.owners = listed.owners or other.owners
            listed.due, listed.due_text = listed.due or other.due, listed.due_text or other.due_text
            if other.state_fact and not listed.state_fact:
                listed.state, listed.state_fact = other.state, other.state_fact
            listed.update = listed.update or other.update
            actions[actions.index(known)] = listed
            return
    actions.append(action)


def _told_again(one: Action, two: Action) -> bool:
    """Whether a row of a table tells in other words what stands at its item: the same owners, most of its words."""
    if "table" not in (one.cue, two.cue) or one.cue == two.cue or not one.owners:
        return False
    a, b = ({o.value.lower() for o in action.owners} for action in (one, two))
    if a != b:
        return False
    words = [set(re.findall(r"[a-z]{4,}", action.text.value.lower())) for action in (one, two)]
    return len(words[0] & words[1]) >= max(_LEAST_SHARED, _SHARED * min(map(len, words)))


_LEAST_SHARED = 3
_SHARED = 0.7


def _same(one: str, two: str) -> bool:
    a, b = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", two.lower()))
    return bool(a and b) and 2 * len(a & b) / (len(a) + len(b)) >= 0.75


def _of_passages(draft: Draft, headings: Sequence[Candidate], cues: Cues, owners: Owners) -> Iterator[Action]:
    """Marked, listed and worded actions among the passages."""
    heading_at = {c.passage.index: c for c in headings}
    labels = Labels(cues.profile)
    lists = set(cues.profile.words("actions.lists"))
    in_list, in_item, list_level, group = False, False, 0, None
    passages = draft.passages
    firsts = {item.first for item in draft.items}
    previous: Action | None = None
    day = meeting_day(draft)
    last = {fold(str(p.text)): p.index for p in passages if len(p.text) <= _LONGEST_LIST_NAME}
    for position, passage in enumerate(passages):
        if passage.tabular:
            continue
        heading = heading_at.get(passage.index)
        text = heading.rest if heading is not None else passage.body
        named = fold(str(passage.text)) if len(passage.text) <= _LONGEST_LIST_NAME else ""
        # a table of contents names the list too
        if heading is not None or (named in lists and last.get(named) == passage.index):
            title = fold(str(heading.title if heading is not None else passage.text))
            in_list = is_list_heading(title, lists)
            in_item = passage.index in firsts
            list_level, group, previous = passage.paragraph.level, None, None
            if ends_record(passage, cues.profile):
                in_list = False
            if in_list or not text:
                if heading is not None and heading.body and cues.marker.match(str(heading.body)) and not in_list:
                    yield from marked_actions(heading.body, passage, cues, owners)
                continue
        if not text:
            continue
        value = str(text)
        if in_list and (ends_record(passage, cues.profile) or _NEXT.match(value) or labels.at_start(value)):
            in_list = False
        if previous is not None and read_under(previous, text, cues, owners, day):
            continue
        found = list(marked_actions(text, passage, cues, owners))
        for action in found if in_list else ():
            action.listed, action.apart = True, not in_item
        for action in found:
            if action.margin and position:
                action.text = fact(list(passages[position - 1].text.sentences())[-1], rule="action.marker.before")
        if not found and passage.paragraph.checked is not None:
            found = [read_task(text, passage, "marker", cues, owners, "action.checkbox")]
            tick(found[0], passage.paragraph.checked, text)
        if not found and (
            alone := boxed_action(text, passage, cues, owners) or signed_action(text, passage, cues, owners)
        ):
            found = [alone]
        if not found and in_list:
            deeper = is_deeper(passage, previous, passages) if previous is not None else False
            if deeper and previous is not None and read_deeper(previous, text, cues, owners):
                continue
            found, group = ([], group) if deeper else _in_list(passage, text, group, cues, owners, list_level)
            for action in found:
                action.apart = not in_item
        if not found and (heading is None or heading.rest is not heading.body):
            found = list(worded_actions(text, passage, cues, owners))
        for action in found:
            if text.struck:
                action.state, action.state_fact = "closed", fact(text, "closed", rule="action.state.struck")
            yield action
        previous = (
            found[-1]
            if found
            else (
                previous
                if previous is not None and passage.paragraph.level > passages[previous.place].paragraph.level
                else None
            )
        )


_LONGEST_LIST_NAME = 60


_NEXT = re.compile(r"^\W*(?:date of (?:the )?)?next\b[^.]{0,30}\bmeeting", re.IGNORECASE)


def _in_list(
    passage: Passage, text: Text, group: Text | None, cues: Cues, owners: Owners, level: int
) -> tuple[list[Action], Text | None]:
    """An entry of a list of actions; a line that only names someone heads the entries under it."""
    value = str(text)
    marked = (
        bool(passage.label)
        or passage.paragraph.checked is not None
        or text.start > passage.text.start
        or passage.view is not None
    )
    if (
        len(value) < 45
        and (value.rstrip().endswith(":") or text.strong or not passage.label)
        and owners.split(text.strip(" :"), 0.6, "action.owner.group")
    ):
        return [], text.strip(" :")
    if re.match(r"^\W*(?:none|nil|n/?a|no (?:new )?actions?)\b", value, re.IGNORECASE):
        return [], group
    if not marked and not cues.task.match(value) and group is None and not NAMED.match(value):
        return [], group
    if passage.paragraph.level > level + 1 and not cues.task.match(value):
        return [], group
    action = read_task(text, passage, "heading", cues, owners, "action.list")
    if not action.owners and group is None and not cues.verb.match(str(action.text.value)):
        return [], group
    action.listed = True
    if not action.owners and group is not None:
        action.owners = owners.split(group, 0.3, "action.owner.group")
    return [action], group
