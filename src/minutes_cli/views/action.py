"""The life of one action."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from minutes_cli.model.tracking import UNSETTLED, Change, Mention, TrackedAction
from minutes_cli.text.days import long_date, short_date
from minutes_cli.views.actions_table import STATES
from minutes_cli.views.words import HEADING, LABEL, QUIET, joined, party, place, place_in_words, plain, said

_WORDS = {
    "close": "closed",
    "reopen": "reopened",
    "assign": "given to",
    "due": "due date set to",
    "note": "note:",
    "tag": "tagged",
    "untag": "tag taken off:",
    "link": "linked with",
    "unlink": "parted from what is mentioned at",
}
# From here on a link is told without a doubt.
_SURE = 0.75


def life(action: TrackedAction, today: datetime.date) -> RenderableType:
    """What it is, how it stands, and all that was said of it and done to it, by day."""
    steps = Table.grid(padding=(0, 2))
    steps.add_column(no_wrap=True)
    steps.add_column(no_wrap=True)
    steps.add_column(overflow="fold")
    for day, word, text in sorted(_steps(action), key=lambda step: step[0]):
        steps.add_row(plain(short_date(day) or "undated", QUIET), plain(word, LABEL), text)
    heading = joined([plain(action.number or action.id, HEADING), plain(action.text, HEADING)], "  ")
    return Group(heading, Padding(_facts(action, today), (1, 0, 1, 2)), Padding(steps, (0, 0, 0, 2)))


def _facts(action: TrackedAction, today: datetime.date) -> RenderableType:
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style=LABEL, no_wrap=True)
    facts.add_column(overflow="fold")
    symbol, style = STATES[action.state]
    facts.add_row("State", Text(f"{symbol} {action.state.replace('_', ' ')}", style=style))
    facts.add_row("Owner", joined([plain(party(owner)) for owner in action.owners]) or plain("nobody named", QUIET))
    if action.due or action.due_text:
        late = bool(action.due and action.state in UNSETTLED and action.due < today.isoformat())
        moved = f"first {short_date(action.due_original)}, moved {action.slips}×" if action.slips else ""
        parts = [plain(long_date(action.due) or action.due_text), plain("overdue" if late else "", "bold red")]
        facts.add_row("Due", joined([part for part in (*parts, plain(moved, QUIET)) if part], "  "))
    for label, value in (
        ("Body", action.body),
        ("Item", place(action.item)),
        ("Pillars", ", ".join(action.pillars)),
        ("Tags", ", ".join(action.tags)),
        ("Reference", action.reference),
        ("Id", action.id),
    ):
        if value:
            facts.add_row(label, plain(value))
    return facts


def _steps(action: TrackedAction) -> Iterator[tuple[str, str, Text]]:
    for mention in action.mentions:
        yield mention.date or "", mention.how, _mention(mention)
    for change in action.changes:
        yield change.on, change.who, _change(change)


def _mention(mention: Mention) -> Text:
    where = ", ".join(
        part
        for part in (mention.meeting, place_in_words(mention.page, mention.line), mention.key or mention.file)
        if part
    )
    lines = [plain(said(mention)), plain(where, QUIET)]
    if mention.struck:
        lines.append(plain("a corrected version of these minutes holds it no longer", QUIET))
    link = mention.link
    if link and (link.confidence < _SURE or link.rule == "user"):
        lines.append(plain(f"joined by {link.rule}, confidence {link.confidence:.2f}", QUIET))
    return joined(lines, "\n")


def _change(change: Change) -> Text:
    done = " ".join(part for part in (_WORDS[change.kind], change.value) if part)
    note = f"“{change.note}”" if change.note else ""
    parts = (plain(done), plain(note), plain(f"change {change.number}", QUIET))
    return joined([part for part in parts if part], "  ")
