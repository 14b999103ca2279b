"""Differences as lines to read, one for each value."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.differences import Differences, FieldChange
from minutes_cli.text.difference_words import entry_words, field_words
from minutes_cli.text.runs import around_changes

_LONGEST = 80
_BRACKETS = {"added": ("{+", "+}"), "removed": ("[-", "-]"), "same": ("", "")}


def lines(found: Differences) -> Iterator[str]:
    """'action “NN to write”: due: 2024-03-28 → 2024-03-29', 'item added: 3 Finance'."""
    for one in found.differences:
        part = one.part.replace("_", " ")
        name = _short(entry_words(one.part, one.number, one.what))
        if one.how != "changed":
            yield f"{part} {one.how}{': ' if name else ''}{name}"
            continue
        lead = f"{part} “{name}”: " if name else "" if one.part == "meeting" else f"{part}: "
        for change in one.fields:
            yield f"{lead}{field_words(change.field)}: {_change(change)}"


def _change(change: FieldChange) -> str:
    if not change.runs:
        return f"{_short(change.old or 'none')} → {_short(change.new or 'none')}"
    return "".join(_run(*run) for run in around_changes((run.how, run.text) for run in change.runs)).strip()


def _run(how: str, text: str) -> str:
    left, right = _BRACKETS[how]
    return f"{left}{' '.join(text.split())}{right}{' ' if text[-1:].isspace() else ''}"


def _short(value: str) -> str:
    text = " ".join(value.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
