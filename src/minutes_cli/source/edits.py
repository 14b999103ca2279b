"""Where the edits of a fix stand in their units, and what exactly each changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from minutes_cli.model.source_text import Address, Characters, Edit, Fix, SourceText

_BLANKS = re.compile(r"\s+")
_RUNS = re.compile(r"\s+|\S+")
# what the text of a run cannot hold: controls, and line ends, which are elements of their own
_NO_XML = frozenset(map(chr, range(32))) | {"\ufffe", "\uffff"}


class Change(NamedTuple):
    """Characters of a unit, `start` to `end`, that give way to others: no more than what differs."""

    address: Address
    start: int
    end: int
    new: str


def resolve(source: SourceText, fix: Fix) -> tuple[Change, ...] | None:
    """What the fix changes, in order; None for one that cannot be carried out as it stands.

    It cannot where its words are not found, are found more than once and it does not say which are meant, cannot be
    written in the file's encoding, or lie in what no edit reaches.
    """
    changes: list[Change] = []
    for edit in fix.edits:
        change = _change(source, edit)
        if change is None:
            return None
        changes.append(change)
    changes.sort(key=lambda change: (str(change.address), change.start, change.end))
    return tuple(changes) if changes and not _overlap(changes) else None


def disjoint(one: Sequence[Change], two: Sequence[Change]) -> bool:
    """Whether two fixes change different characters, so that both can be carried out at once."""
    return not any(_touch(change, other) for change in one for other in two)


def _change(source: SourceText, edit: Edit) -> Change | None:
    text = source.by_address.get(edit.address)
    if text is None or source.encoding is None or edit.old == edit.new:
        return None
    found = _find(text, edit)
    if found is None:
        return None
    at = _offsets(edit.old, text, found)
    left = _shared(edit.old, edit.new)
    right = _shared(edit.old[left:][::-1], edit.new[left:][::-1])
    change = Change(edit.address, at[left], at[len(edit.old) - right], edit.new[left : len(edit.new) - right])
    if change.start == change.end and not change.new:
        return None
    return _in_runs(source, change, text) if source.kind == "word" else _encodable(change, source.encoding)


def _encodable(change: Change, encoding: str) -> Change | None:
    try:
        change.new.encode(encoding)
    except UnicodeEncodeError:
        return None
    return change


def _in_runs(source: SourceText, change: Change, text: str) -> Change | None:
    """The change, if runs of a Word paragraph can take it; what is inserted takes the place of a neighbour too."""
    fixed = source.fixed.get(change.address, ())
    if not _NO_XML.isdisjoint(change.new):
        return None
    if change.start < change.end:
        return None if _meets(fixed, change.start, change.end) else change
    for start, end in ((change.start - 1, change.end), (change.start, change.end + 1)):
        if start >= 0 and end <= len(text) and not _meets(fixed, start, end):
            return Change(
                change.address, start, end, text[start : change.start] + change.new + text[change.start : end]
            )
    return None


def _meets(fixed: Sequence[Characters], start: int, end: int) -> bool:
    """Whether characters are among those that no edit reaches, or next to a form field that is not read."""
    return any((start < stop and first < end) or start <= first == stop <= end for first, stop in fixed)


def _find(text: str, edit: Edit) -> tuple[int, int] | None:
    """Where the edit's old text stands."""
    if edit.start is not None:
        if text.startswith(edit.old, edit.start):
            return edit.start, edit.start + len(edit.old)
        folded = _pattern(edit.old).match(text, edit.start) if edit.old.strip() else None
        return folded.span() if folded else None
    if not edit.old.strip():
        first = text.find(edit.old) if edit.old else -1
        return (first, first + len(edit.old)) if first >= 0 and text.find(edit.old, first + 1) < 0 else None
    places = [found.span() for found in _pattern(edit.old).finditer(text)]
    return places[0] if len(places) == 1 else None


def _pattern(old: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, _BLANKS.split(old))))


def _offsets(old: str, text: str, found: tuple[int, int]) -> list[int]:
    """For each character of `old`, and behind its last, the offset in `text` that answers to it."""
    at, end = found
    if text[at:end] == old:
        return list(range(at, end + 1))
    offsets: list[int] = []
    for run in _RUNS.findall(old):
        blanks = _BLANKS.match(text, at) if run.isspace() else None
        width = blanks.end() - at if blanks else len(run)
        offsets += (at + min(number, width) for number in range(len(run)))
        at += width
    return [*offsets, at]


def _shared(one: str, two: str) -> int:
    """How many characters both begin with."""
    count = 0
    for mine, other in zip(one, two, strict=False):
        if mine != other:
            break
        count += 1
    return count


def _overlap(changes: Sequence[Change]) -> bool:
    """Whether two of them, in order, touch: then some neighbours do."""
    return any(_touch(one, two) for one, two in pairwise(changes))


def _touch(one: Change, two: Change) -> bool:
    if one.address != two.address:
        return False
    # two insertions at one place would have no order
    return (one.start < two.end and two.start < one.end) or one.start == two.start
