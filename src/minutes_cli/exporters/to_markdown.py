"""Clean minutes as Markdown: `minutes parse` reads them back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from minutes_cli.exporters.paper.blocks import Block, Grid, Heading, Labelled, Paper
from minutes_cli.exporters.paper.composing import compose
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.layout import ITEM_LABELS, MARK

# Below the title and the sections Markdown has so many levels of headings left.
_LEVELS = 4
# Characters that are markup anywhere, and the ampersand where an entity would begin with it.
_MARKUP = re.compile(r"[\\`*_\[\]<~|{$]|&(?=#?\w{1,40};)")
# What is markup at the beginning of a line: headings, lists, quotes, underlines, fences.
_BEGINS = re.compile(r"^(?:[-+=>#:]|(?P<number>\d{1,9})(?=[.)]))")


def write(minutes: Minutes, stream: BinaryIO) -> None:
    """Write one set of minutes, with front matter that names the layout."""
    stream.write(("\n\n".join(_pieces(compose(minutes))) + "\n").encode())


def _pieces(paper: Paper) -> Iterator[str]:
    """Front matter, title and blocks; labels under one another are one list."""
    yield f"---\nformat: {MARK}\n---"
    yield f"# {_heading(paper.title.text)}"
    labels: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Labelled):
            labels.append(f"- **{block.label}:** {_inline(block.value.text)}")
            continue
        if labels:
            yield "\n".join(labels)
            labels = []
        yield _block(block)
        if isinstance(block, Heading) and block.level > _LEVELS:
            labels.append(f"- **{ITEM_LABELS['level']}:** {block.level}")
    if labels:
        yield "\n".join(labels)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (2 + min(block.level, _LEVELS))} {_heading(block.value.text)}"
    if isinstance(block, Grid):
        rows = [[value.text for value in row] for row in block.rows]
        lines = [block.heads, ["---"] * len(block.heads), *([_inline(text) for text in row] for row in rows)]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)
    assert not isinstance(block, Labelled)
    return escaped(block.text)


def escaped(text: str) -> str:
    """`text` as a line of Markdown that says just that."""
    return _BEGINS.sub(lambda found: f"{found[0]}\\" if found["number"] else f"\\{found[0]}", _inline(text.strip()))


def _heading(text: str) -> str:
    """The same in a heading, which nothing but a hash sign at its end can disturb."""
    return re.sub(r"#(?=#{0,20}$)", r"\\#", _inline(text))


def _inline(text: str) -> str:
    return _MARKUP.sub(lambda found: f"\\{found[0]}", text.strip())
