"""Markdown as a sheet to fill, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.templates.sheet import Block, Grid, Line, Row, Sheet

_LINE = re.compile(
    r"(?P<mark>\s{0,12}(?:>\s?){0,3}(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+)?)(?P<text>.*)"
)
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s")
_RULE = re.compile(r"\s*\|?\s*:?-{3,}[\s|:-]*$")
_CELL = re.compile(r"(?<!\\)\|")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")


def read(text: str) -> Sheet:
    """Every line that is not blank; numbers and ticks of lists stay in front of theirs, out of the text."""
    lines = text.splitlines()
    blocks: list[Block] = []
    grid: Grid | None = None
    for number, line in enumerate(_without_matter(lines), 1):
        if not line.strip() or _UNDERLINE.match(line):
            grid = None
            continue
        if _RULE.match(line) and grid is not None:
            continue
        if line.lstrip().startswith("|"):
            cells = _CELL.split(line.strip().strip("|"))
            row = Row([[Line(number, cell.strip(), table=True)] for cell in cells])
            if grid is None:
                grid = Grid([])
                blocks.append(grid)
            grid.rows.append(row)
            continue
        grid = None
        found = _LINE.fullmatch(line)
        heading = _HEADING.match(line)
        level = len(heading[1]) if heading else _underlined(lines, number)
        assert found is not None
        # a number in front of an item is part of what is said
        mark = found["mark"] if not re.search(r"\d", found["mark"]) or heading else ""
        blocks.append(Line(number, line[len(mark) :].rstrip(), level))
    return Sheet(blocks)


def _without_matter(lines: list[str]) -> Iterator[str]:
    """The lines, those of front matter and of comments as blank ones."""
    text = _without_comments("\n".join(lines))
    inside = text.startswith("---\n")
    for number, line in enumerate(text.split("\n")):
        ends = inside and number > 0 and line.strip() == "---"
        yield "" if inside else line
        inside = inside and not ends


def _without_comments(text: str) -> str:
    """The text with comments as blanks, each line where it was."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        text = text[:start] + re.sub(r"[^\n]", " ", text[start : end + 3]) + text[end + 3 :]
        start = text.find("<!--", end)
    return text


def _underlined(lines: list[str], number: int) -> int | None:
    """The level of a heading that is underlined: `===` or `---` in the next line."""
    under = _UNDERLINE.match(lines[number]) if number < len(lines) else None
    return (1 if under[1].startswith("=") else 2) if under else None


def write(text: str, sheet: Sheet) -> str:
    """The text with what was written into the sheet."""
    lines = text.splitlines()
    after: dict[int, list[str]] = {}
    for block in sheet.blocks:
        if isinstance(block, Line):
            at = int(block.address)
            lines[at - 1] = lines[at - 1].replace(block.original, block.text, 1) if block.original else block.text
            after[at] = [line for more in block.below for line in ("", more)] + ([""] if block.below else [])
            continue
        for row in block.rows:
            cells = [cell[0] for cell in row.cells]
            at = int(cells[0].address)
            if any(cell.text != cell.original for cell in cells):
                lines[at - 1] = _row([cell.text for cell in cells])
            deepest = max((len(cell.below) for cell in cells), default=0)
            extra = [[c.below[n] if n < len(c.below) else "" for c in cells] for n in range(deepest)]
            after[at] = [_row(one) for one in (*extra, *row.below)]
    return "\n".join(line for number, one in enumerate(lines, 1) for line in (one, *after.get(number, ()))) + "\n"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
