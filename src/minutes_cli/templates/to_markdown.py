"""A blank document as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.templates.blank import Blank, Block, Grid, Heading, Hint, Labelled, Paragraph, Piece, Text, Title


def written(blank: Blank) -> bytes:
    """The bytes of the document, the same each time."""
    return ("\n\n".join(_joined(blank.blocks)) + "\n").encode()


def _joined(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The text of each block; labels under one another are one list."""
    labels: list[str] = []
    for block in blocks:
        if isinstance(block, Labelled):
            labels.append(f"- **{block.label}:** {printed(block.pieces)}")
            continue
        if labels:
            yield "\n".join(labels)
            labels = []
        yield _block(block)
    if labels:
        yield "\n".join(labels)


def _block(block: Title | Heading | Text | Grid) -> str:
    if isinstance(block, Title):
        return f"# {printed(block.pieces)}"
    if isinstance(block, Heading):
        dot = "." if block.number and block.level == 1 else ""
        number = f"{block.number}{dot} " if block.number else ""
        return f"{'#' * (block.level + 1)} {number}{printed(block.pieces)}"
    if isinstance(block, Text):
        return _text(block)
    rows = [block.heads, ("---",) * len(block.heads), *(line for row in block.rows for line in _lines(row))]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _text(block: Paragraph) -> str:
    strong = block.strong if isinstance(block, Text) else ""
    return (f"**{strong}**" if strong else "") + printed(block.pieces)


def _lines(row: tuple[tuple[Paragraph, ...], ...]) -> Iterator[tuple[str, ...]]:
    """The rows for one row: a cell of Markdown holds one line, so each further paragraph has a row of its own."""
    for number in range(max(len(cell) for cell in row)):
        yield tuple(_text(cell[number]) if number < len(cell) else "" for cell in row)


def printed(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.printed if isinstance(piece, Hint) else piece for piece in pieces)
