"""Tasks behind a marker: "Action:", "AP3", "TODO"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.parser.action_cues import Cues
from minutes_cli.parser.action_task import read_task
from minutes_cli.parser.draft import Action, fact
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.text.later import later

_RECORDS_DECISION = later(
    r"\s*(?:approved|denied|tabled|none|n/?a|nil|no action|motion|adjourned|granted|accepted)\b.{0,60}(?:;|$|motion)|"
    r".{0,120};\s*(?:motion|second|vote)\b",
    re.IGNORECASE,
)

_OF_NUMBER = later(
    r"\s*\((?:from |of )?(?:\d{1,2}(?:st|nd|rd|th)?\s)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:\s?[’']?\d{2,4})?\)|"
    r"\s*\((?:[ivx]{1,4}|[a-z]|\d{1,2})\)|"
    r"\s*\((?:from |of )?\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?\)",
    re.IGNORECASE,
)

# Behind a marker without a colon stands an owner who is so likely a person: "Action Fraud to call" is none.
_KNOWN = 0.7


def marked_actions(text: Text, passage: Passage, cues: Cues, owners: Owners) -> Iterator[Action]:
    """Actions behind a marker at the beginning of the text, or behind one inside it."""
    value = str(text)
    found = cues.marker.match(value)
    starts: list[tuple[int, int, re.Match[str] | None]] = []
    if found and _is_marker(found, value):
        starts.append((found.start(), found.end(), found))
    starts.extend(
        (m.start(), m.end(), None) for m in cues.inner.finditer(value) if not found or m.start() >= found.end()
    )
    if not starts and (bare := cues.bare.match(value)):
        task = cues.task.match(value[bare.end() :])
        if task and cues.verb.fullmatch(task["verb"]):
            who = text[bare.end() + task.start("who") : bare.end() + task.end("who")]
            if owners.split(who, _KNOWN, "action.owner.subject"):
                yield read_task(text[bare.end() :], passage, "marker", cues, owners, "action.marker")
        return
    for number, (_, begin, mark) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(value)
        body = text[begin:end]
        if not body or _is_decision(str(body)):
            continue
        action = read_task(body, passage, "marker", cues, owners, "action.marker" if mark else "action.marker.inside")
        if mark:
            _read_mark(action, text, mark, owners, cues)
        if (
            not action.owners
            and len(str(body)) < 40
            and (people := owners.split(body.strip(" ."), 0.6, "action.owner.marker_alone"))
        ):
            action.owners, action.margin = people, True
        if str(action.text.value):
            yield action


def _is_marker(found: re.Match[str], value: str) -> bool:
    """Whether the match is a marker and no sentence that begins with the word."""
    printed = found["marker"]
    if not printed[0].isupper() and not printed.startswith(("todo", "@")):
        return False
    info = (found["info"] or "").strip()
    if info and not info.startswith("(") and re.search(r"\b(?:and|on|for)$", info):
        return False
    if found["sep"] and found["sep"][0] in "–—-" and value[found.start("sep") - 1] != " " and info:
        return False
    return not (
        found["lead"]
        and found["lead"].strip().lower() in ("the", "an", "this", "legal", "no", "class", "court", "previous")
    )


def _is_decision(value: str) -> bool:
    """Whether a marker records a decision: "Action: Approved; Motion: …"."""
    return bool(_RECORDS_DECISION.match(value))


def _read_mark(action: Action, text: Text, mark: re.Match[str], owners: Owners, cues: Cues) -> None:
    if mark["ref"]:
        at = mark.start("ref")
        # the meeting that gave the number and a part of it belong to it: "Action 3 (Sept)", "Action 9c (ii)"
        end = mark.end("info") if _OF_NUMBER.fullmatch(mark["info"] or "") else mark.end("ref")
        if not str(text)[at].isspace():
            at = mark.start("marker")  # "AP3"
        action.reference = fact(text[at:end].strip(" #"), rule="action.reference.marker")
    info = mark["info"] or ""
    lead = mark["lead"] or ""
    for group in ("info", "lead"):
        piece = {"info": info, "lead": lead}[group]
        if not piece.strip() or action.owners:
            continue
        stripped = re.sub(r"\d{4}-\d\d-\d\d|-\s*[A-Z]{4,9}\s*$", lambda m: " " * len(m[0]), piece)
        part = text[mark.start(group) : mark.end(group)]
        words = stripped.strip(" ()-")
        at = str(part).find(words) if words else -1
        if at >= 0:
            action.owners = owners.split(part[at : at + len(words)], 0.3, "action.owner.marker")
    state = cues.state(info) if re.search(r"-\s*[A-Z]{4,9}\s*$", info) else None
    if state:
        action.state = state
