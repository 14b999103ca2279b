"""What differs between two versions: part by part, words in colour, or in brackets where there is none."""

from __future__ import annotations

from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from minutes_cli.model.differences import Difference, Differences, FieldChange
from minutes_cli.text.difference_words import PART_HEADINGS, entry_words, field_words
from minutes_cli.text.runs import around_changes
from minutes_cli.text.safe import safe
from minutes_cli.views.words import QUIET, counted, plain, section

_SIGNS = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow")}
_STYLES = {"added": "green underline", "removed": "red strike", "same": ""}
_BRACKETS = {"added": ("{+", "+}"), "removed": ("[-", "-]"), "same": ("", "")}
# So much of a text names it.
_NAME = 100


def differences(found: Differences, colour: bool) -> RenderableType:
    """All differences under the headings of their parts."""
    names = f"{found.old.file} → {found.new.file}"
    if found.equal:
        return Group(plain(names, "bold"), Text("They say the same."))
    count = counted(len(found.differences), "difference")
    views: list[RenderableType] = [Text.assemble(plain(names, "bold"), ("  " + count, QUIET))]
    for part, group in groupby(found.differences, key=lambda one: one.part):
        entries = list(group)
        views.append(section(PART_HEADINGS[part], Group(*(_entry(one, colour) for one in entries)), len(entries)))
    return Group(*views)


def _entry(one: Difference, colour: bool) -> RenderableType:
    sign, style = _SIGNS[one.how]
    name = entry_words(one.part, one.number, one.what)
    fields = Group(*(_field(change, one.how, colour) for change in one.fields))
    if not name and one.how == "changed":
        return fields
    head = Text.assemble((f"{sign} ", style), plain(_short(name) if one.how == "changed" else name))
    if not name:
        head = Text.assemble((f"{sign} {one.how}", style))
    return Group(head, Padding(fields, (0, 0, 0, 4))) if one.fields else head


def _field(change: FieldChange, how: str, colour: bool) -> Text:
    label = Text.assemble((f"{field_words(change.field)}: ", QUIET), overflow="fold")
    if how != "changed":
        return label + plain(change.old or change.new)
    if change.runs:
        runs = around_changes((run.how, run.text) for run in change.runs)
        return label + Text("").join(_run(way, text, colour) for way, text in runs)
    pieces = [_run(way, text, colour) for way, text in (("removed", change.old), ("added", change.new)) if text]
    return label + Text(" → ").join(pieces)


def _run(how: str, text: str, colour: bool) -> Text:
    """One run; the space behind its last word stands outside of the marks."""
    words = safe(text)
    left, right = ("", "") if colour else _BRACKETS[how]
    space = " " if words.endswith(" ") else ""
    return Text.assemble((f"{left}{words.rstrip(' ')}{right}", _STYLES[how]), space, overflow="fold")


def _short(text: str) -> str:
    return text if len(text) <= _NAME else f"{text[: _NAME - 1]}…"
