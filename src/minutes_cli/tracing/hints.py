"""What to add to the profile where a line looks as if it should have been understood and was not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutes_cli.model.tracing import SeenLine

_LABEL = re.compile(r"([^\W\d_][\w /&’'-]{1,38}?)\s*:(?:\s|$)")
# A label in front of so many lines marks something.
_OFTEN = 3
# A heading that missed by no more than this is worth a look.
_NEARLY = 0.15
_UNREAD_TABLES = ("data", "prose")


def with_hints(lines: Sequence[SeenLine]) -> Iterator[SeenLine]:
    """The same lines; the first of a kind that the profile could explain says how."""
    labels = Counter(label for line in lines if (label := _label(line)))
    told: set[str] = set()
    for line in lines:
        hint = _hint(line, labels, told)
        yield replace(line, hint=hint) if hint else line


def _hint(line: SeenLine, labels: Counter[str], told: set[str]) -> str:
    label = _label(line)
    if nearly_heading(line) and line.heading is not None and not label:
        return f"nearly a heading: {line.heading.score:.2f}, it takes {line.heading.needed:.2f}"
    if heading_without_item(line):
        return "set like a heading, but no item: a title, a label or the head of a list"
    if line.table in _UNREAD_TABLES and line.label == "unknown" and "" not in told:
        told.add("")
        return "if this table lists people or tasks, add its heads to [attendance] or [actions] column_…"
    if not label or label in told:
        return ""
    if line.label == "unknown":
        told.add(label)
        return f"“{label}:” is no label of the profile; if it should be, add it to [attendance] or [meeting]"
    if labels[label] >= _OFTEN:
        told.add(label)
        return f"“{label}:” begins {labels[label]} lines; if they are tasks or decisions, add it to their markers"
    return ""


def _label(line: SeenLine) -> str:
    """The words before a colon at the beginning of a paragraph from which nothing was read."""
    if not _unread(line) or line.source.start > 0 or line.table not in (None, *_UNREAD_TABLES):
        return ""
    found = _LABEL.match(line.source.text.strip())
    return found[1].strip() if found else ""


def nearly_heading(line: SeenLine) -> bool:
    """Whether a little more would have made the line a heading."""
    score = line.heading
    return score is not None and line.label == "prose" and score.needed - _NEARLY <= score.score < score.needed


def heading_without_item(line: SeenLine) -> bool:
    """Whether the line is set like a heading of the record and yet begins no item."""
    score = line.heading
    return score is not None and _unread(line) and score.score >= score.needed


def _unread(line: SeenLine) -> bool:
    return line.label in ("prose", "unknown")
