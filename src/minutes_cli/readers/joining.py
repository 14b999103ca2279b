"""Paragraphs that a page break or a conversion tore apart in mid-sentence -> whole ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_cli.model.document import Block, Paragraph
from minutes_cli.readers.inline import shifted
from minutes_cli.readers.lines import begins_lower, ends_sentence, is_label, is_unfinished, starts_with_number

# shorter texts that end without a full stop are entries of a list, not half a sentence
_LEAST_CHARACTERS = 40
# a file has its lines parted by blank lines if so many of its neighbours belong together ...
_TORN_SHARE = 0.1
# ... and not just a few
_LEAST_TORN = 4
# a line so long in such a file was broken for want of room
_FULL_SHARE = 0.8
# page numbers and the like that may stand between the halves
_MOST_BETWEEN = 3


def join_torn(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with torn paragraphs joined; each keeps its lines."""
    found = list(blocks)
    width = _line_width(found)
    joined: list[Block] = []
    for block in found:
        before = _last_body(joined)
        if before is not None and isinstance(block, Paragraph):
            half = joined[before]
            if isinstance(half, Paragraph) and (_torn(half, block, width) or _torn_title(half, block)):
                joined[before] = _joined(half, block)
                continue
        joined.append(block)
    return joined


def _line_width(blocks: Sequence[Block]) -> int:
    """The width of lines in a file that has a blank line after each; 0 for other files."""
    pairs = [
        (a, b)
        for a, b in pairwise(block for block in blocks if not isinstance(block, Paragraph) or block.role == "body")
        if isinstance(a, Paragraph) and isinstance(b, Paragraph) and len(a.lines) == 1 and b.label is None
    ]
    torn = sorted(len(a.text) for a, b in pairs if _torn(a, b, 0) and begins_lower(b.text))
    if len(torn) < max(_LEAST_TORN, _TORN_SHARE * len(pairs)):
        return 0
    return torn[len(torn) * 9 // 10]


def _last_body(blocks: Sequence[Block]) -> int | None:
    for at in range(len(blocks) - 1, max(-1, len(blocks) - 1 - _MOST_BETWEEN), -1):
        block = blocks[at]
        if not isinstance(block, Paragraph) or block.role == "body":
            return at
    return None


def _may_join(before: Paragraph, after: Paragraph) -> bool:
    if before.heading or after.heading or after.label is not None or after.checked is not None or after.role != "body":
        return False
    return before.level == after.level and bool(before.lines) and _all_strong(before) == _all_strong(after)


def _all_strong(paragraph: Paragraph) -> bool:
    return sum(end - start for start, end in paragraph.strong) >= 0.9 * len(paragraph.text)


def _torn(before: Paragraph, after: Paragraph, width: int) -> bool:
    if not _may_join(before, after):
        return False
    one, two = before.text, after.text
    if ends_sentence(one) or one.endswith((":", ";")):
        return False
    if is_unfinished(one):
        return not is_label(two)
    if begins_lower(two):
        return len(one) >= _LEAST_CHARACTERS
    full = width > 0 and len(before.lines[-1].text) >= _FULL_SHARE * width
    return full and not starts_with_number(two) and not is_label(two)


def _torn_title(before: Paragraph, after: Paragraph) -> bool:
    """Whether both are pieces of a title in capitals that was set a few words a line."""
    if not _may_join(before, after) or not (before.text.isupper() and after.text.isupper()):
        return False
    if ends_sentence(before.text) or before.text.endswith(":") or is_label(after.text):
        return False
    # a piece that can be no end ("OF", "THE") gives such a title away, after the seam or right before it
    return is_unfinished(after.text) or (len(before.lines) > 1 and is_unfinished(before.lines[-2].text))


def _joined(before: Paragraph, after: Paragraph) -> Paragraph:
    shift = len(before.text) + 1
    return replace(
        before,
        lines=before.lines + after.lines,
        strong=_merged(before.strong + shifted(after.strong, shift)),
        struck=_merged(before.struck + shifted(after.struck, shift)),
    )


def _merged(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans with no more than a blank between them as one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start - found[-1][1] <= 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
