"""Tasks that only the owner at their end or a box at their beginning marks: "Obtain quotes.   **AR**", "[ ] AR to…"."""

from __future__ import annotations

import re

from minutes_cli.parser.action_cues import Cues
from minutes_cli.parser.action_task import read_task
from minutes_cli.parser.draft import Action, fact
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text

_BOX = re.compile(r"^\W{0,3}(?:\[(?P<mark>[ xX✓✔]?)\]|(?P<sign>[☐☑☒◻□]))\s+(?=\S)")
_TICKED = frozenset("xX✓✔☑☒")
# "All", a first name or initials of one to three people stand in a margin; more words are a sentence in bold.
_MOST_WORDS = 6
_LEAST_LIKENESS = 0.75


def boxed_action(text: Text, passage: Passage, cues: Cues, owners: Owners) -> Action | None:
    """A task behind a box that is drawn or typed as text."""
    box = _BOX.match(str(text))
    if box is None:
        return None
    action = read_task(text[box.end() :], passage, "marker", cues, owners, "action.checkbox")
    done = (box["mark"] or box["sign"]) in _TICKED
    tick(action, done, text[: box.end()])
    return action


def tick(action: Action, done: bool, box: Text) -> None:
    """The state that a box shows; an empty one says nothing against words that call the task off."""
    if done or action.state == "open":
        action.state = "closed" if done else "open"
        action.state_fact = fact(box, action.state, rule="action.state.checkbox")


def signed_action(text: Text, passage: Passage, cues: Cues, owners: Owners) -> Action | None:
    """The last sentence of a paragraph that ends in the bold name or initials of somebody known, as margins have it."""
    start = _bold_tail(text)
    who = text[start:] if start else None
    if who is None or len(str(who).split()) > _MOST_WORDS or str(text)[:start].rstrip()[-1:] not in (".", ";"):
        return None
    people = owners.split(who, _LEAST_LIKENESS, "action.owner.margin")
    sentences = list(text[:start].sentences())
    if not people or not sentences:
        return None
    action = read_task(sentences[-1], passage, "marker", cues, owners, "action.margin")
    action.owners = people
    return action


def _bold_tail(text: Text) -> int:
    """Where the bold run at the end of a text begins, counted in the text; 0 where there is none or all is bold."""
    for first, last in text.paragraph.strong:
        if last >= text.end and first > text.start:
            return first - text.start
    return 0
