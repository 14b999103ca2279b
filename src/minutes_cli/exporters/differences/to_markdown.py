"""Markdown, to send round or to paste into an issue: what is new in bold, what is gone struck out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import BinaryIO

from minutes_cli.exporters.records.to_markdown import escaped
from minutes_cli.model.differences import Difference, Differences, FieldChange
from minutes_cli.text.difference_words import PART_HEADINGS, entry_words, field_words
from minutes_cli.text.runs import around_changes

_MARKS = {"added": "**", "removed": "~~", "same": ""}


def write(found: Differences, stream: BinaryIO) -> None:
    stream.writelines(f"{line}\n".encode() for line in _lines(found))


def _lines(found: Differences) -> Iterator[str]:
    yield f"# {escaped(found.old.file)} → {escaped(found.new.file)}"
    if found.equal:
        yield ""
        yield "They say the same."
    for part, group in groupby(found.differences, key=lambda one: one.part):
        yield ""
        yield f"## {PART_HEADINGS[part]}"
        yield ""
        for one in group:
            yield from _entry(one)


def _entry(one: Difference) -> Iterator[str]:
    name = escaped(entry_words(one.part, one.number, one.what))
    if name or one.how != "changed":
        yield f"- {one.how}{': ' if name else ''}{name}"
    indent = "  " if name or one.how != "changed" else ""
    for change in one.fields:
        yield f"{indent}- {field_words(change.field)}: {_values(change, one.how)}"


def _values(change: FieldChange, how: str) -> str:
    if how != "changed":
        return escaped(change.old or change.new or "")
    if change.runs:
        runs = around_changes((run.how, run.text) for run in change.runs)
        return "".join(_marked(way, text) for way, text in runs).strip()
    return " → ".join(_marked(way, text) for way, text in (("removed", change.old), ("added", change.new)) if text)


def _marked(how: str, text: str) -> str:
    """Marked up to the space behind the last word, where markup may not end."""
    mark, words = _MARKS[how], text.rstrip()
    return f"{mark}{escaped(words)}{mark}{' ' if words != text else ''}" if words else " "
