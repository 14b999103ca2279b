"""Paragraphs that a page break or a conversion tore apart in mid-sentence -> whole ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_cli.model.document import Block, Line, Paragraph, Span
from minutes_cli.readers.markup.inline import merged, shifted
from minutes_cli.readers.plain.lines import (
    begins_lower,
    ends_sentence,
    is_address,
    is_label,
    is_unfinished,
    split_bullet,
    starts_with_number,
)

# shorter texts that end without a full stop are entries of a list, not half a sentence
_LEAST_CHARACTERS = 40
# a file has its lines parted by blank lines if so many of its neighbours belong together ...
_TORN_SHARE = 0.1
# ... and not just a few
_LEAST_TORN = 4
# a line so long in such a file was broken for want of room
_FULL_SHARE = 0.8
# an address on the web ends what it stands in
_LINK = re.compile(r"https?://\S+$")
# a line so much further left than the one above begins something else (points)
_OUTDENT_PT = 12
# page numbers and the like that may stand between the halves
_MOST_BETWEEN = 3


def join_torn(runs: Iterable[Sequence[Block]]) -> list[Block]:
    """Join the paragraphs that are torn where two runs meet; each keeps its lines.

    runs   blocks between which the file has nothing but line breaks; where two runs meet, it has a blank line, a page
           break or a rule
    """
    pieces = [run for run in runs if run]
    width = _line_width(pieces)
    # each entry: the pieces of one block
    found: list[list[Block]] = []
    for run in pieces:
        open_pieces = _last_body(found)
        if open_pieces and _belongs(open_pieces, run[0], width):
            open_pieces.append(run[0])
            found.extend([block] for block in run[1:])
        else:
            found.extend([block] for block in run)
    return [block for block in map(_whole, found) if not isinstance(block, Paragraph) or block.text]


def _line_width(runs: Sequence[Sequence[Block]]) -> int:
    """The width of lines in a file that has a blank line after each; 0 for other files."""
    body = [run for run in runs if not isinstance(run[0], Paragraph) or run[0].role == "body"]
    pairs = [
        (a, b)
        for one, two in pairwise(body)
        if len(one) == 1 and isinstance(a := one[0], Paragraph) and isinstance(b := two[0], Paragraph)
        if len(a.lines) == 1 and b.label is None
    ]
    torn = sorted(len(a.text) for a, b in pairs if begins_lower(b.text) and _torn(a, b, 0))
    if len(torn) < max(_LEAST_TORN, _TORN_SHARE * len(pairs)):
        return 0
    return torn[len(torn) * 9 // 10]


def _last_body(found: Sequence[list[Block]]) -> list[Block] | None:
    """The pieces of the last block that is no page number or the like."""
    for pieces in found[: -1 - _MOST_BETWEEN : -1]:
        first = pieces[0]
        if not isinstance(first, Paragraph) or first.role == "body":
            return pieces
    return None


def _belongs(pieces: Sequence[Block], after: Block, width: int) -> bool:
    """Whether a block goes on where the pieces before it end."""
    before = pieces[-1]
    if not isinstance(before, Paragraph) or not isinstance(after, Paragraph):
        return False
    if _lone_bullet(before):
        return after.label is None and not after.heading and after.role == "body"
    return _may_join(before, after) and (_torn(before, after, width) or _torn_title(pieces, before, after))


def _lone_bullet(paragraph: Paragraph) -> str | None:
    """The bullet of a paragraph that has nothing else; its text follows as the next one."""
    label, rest = split_bullet(paragraph.text) if paragraph.text else (paragraph.label, "")
    return None if rest else label


def _may_join(before: Paragraph, after: Paragraph) -> bool:
    if before.heading or after.heading or after.label is not None or after.checked is not None or after.role != "body":
        return False
    if len(before.lines) == 1 and after.indent < before.indent - _OUTDENT_PT:
        return False
    return before.level == after.level and _all_strong(before) == _all_strong(after)


def _all_strong(paragraph: Paragraph) -> bool:
    return sum(end - start for start, end in paragraph.strong) >= 0.9 * len(paragraph.text)


def _torn(before: Paragraph, after: Paragraph, width: int) -> bool:
    one, two = before.text, after.text
    if not one or ends_sentence(one) or one.endswith((":", ";")) or _LINK.match(one.split()[-1]):
        return False
    if is_unfinished(one):
        return not is_label(two) and not starts_with_number(two)
    last = len(before.lines[-1].text)
    if begins_lower(two) and not is_address(two):
        return len(one) >= _LEAST_CHARACTERS or (width > 0 and last >= _FULL_SHARE * width)
    return width > 0 and last >= _FULL_SHARE * width and not starts_with_number(two) and not is_label(two)


def _torn_title(pieces: Sequence[Block], before: Paragraph, after: Paragraph) -> bool:
    """Whether both are pieces of a title in capitals that was set a few words a line."""
    if not (before.text.isupper() and after.text.isupper()):
        return False
    if ends_sentence(before.text) or before.text.endswith(":") or is_label(after.text):
        return False
    # a piece that can be no end ("OF", "THE") gives such a title away, after the seam or right before it
    above = pieces[-2] if len(pieces) > 1 else None
    return is_unfinished(after.text) or (isinstance(above, Paragraph) and is_unfinished(above.text))


def _whole(pieces: Sequence[Block]) -> Block:
    """One block of its pieces."""
    first = pieces[0]
    if len(pieces) == 1 or not isinstance(first, Paragraph):
        return first
    label, parts = _lone_bullet(first), pieces
    if label:
        parts = pieces[1:]
        first = replace(first, label=label)
    lines: list[Line] = []
    strong: list[Span] = []
    struck: list[Span] = []
    at = 0
    for piece in parts:
        if isinstance(piece, Paragraph):
            lines.extend(piece.lines)
            strong.extend(shifted(piece.strong, at))
            struck.extend(shifted(piece.struck, at))
            at += len(piece.text) + 1
    return replace(first, lines=tuple(lines), strong=merged(strong), struck=merged(struck))
