"""The words that a finding is about, in their line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.findings import Finding
from minutes_cli.text.quotes import quote_pattern
from minutes_cli.text.safe import safe
from minutes_cli.views.words import QUIET

# Columns of the line's number.
NUMBER = 5
_MARGIN = NUMBER + len(" │ ")
# So much of a long line stands in front of the words, and so many of its words tell which they are.
_BEFORE = 20
_CUT = "…"
_LONGEST_QUOTE = 240
# So many words that run on to the next line tell where they begin.
_FIRST_WORDS = 2


def excerpt(finding: Finding, lines: Mapping[int | str, str], width: int, style: str) -> Iterator[RenderableType]:
    """The line with its number, or the paragraph of a Word file, with the words underlined.

    Where the source has no such text, or less room than the words need: the words alone, with their page.
    """
    room = width - _MARGIN
    if finding.line is not None and finding.line in lines:
        yield from _marked(finding, lines[finding.line], room, style)
    elif finding.quote and (text := lines.get(finding.block or "")) and cell_len(finding.quote) < room - _BEFORE:
        yield from _marked(finding, text, room, style)
    elif finding.quote:
        quote = safe(finding.quote)
        shown = quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1].rstrip() + _CUT
        row = Table.grid(padding=(0, _MARGIN - NUMBER))
        row.add_column(width=NUMBER, justify="right", style=QUIET, no_wrap=True)
        row.add_column()
        row.add_row(f"p. {finding.page}" if finding.page else str(finding.line or ""), f"“{shown}”")
        yield row


def _marked(finding: Finding, line: str, width: int, style: str) -> Iterator[Text]:
    start, end = _span(finding, line)
    first = 0 if cell_len(line[:end]) + len(_CUT) <= width else _word_start(line, max(start - _BEFORE, 0), start)
    before, words = _shown(line[first:start], _CUT if first else ""), safe(line[start : min(end, start + width)])
    room = width - cell_len(before)
    yield Text.assemble(
        (f"{finding.line or '':>{NUMBER}} │ ", QUIET),
        before,
        (words, style),
        safe(line[end : end + width]),
        no_wrap=True,
        overflow="ellipsis",
    )
    if marks := min(cell_len(words), room):
        yield Text.assemble((f"{'':{NUMBER}} │ ", QUIET), " " * cell_len(before), ("^" * marks, style), no_wrap=True)


def _span(finding: Finding, line: str) -> tuple[int, int]:
    """Offsets of the words in their line; to its end where they run on to the next, none where they are not in it."""
    if finding.column and finding.end_column:
        return finding.column - 1, finding.end_column - 1
    if not finding.quote:
        return 0, 0
    if whole := quote_pattern(finding.quote).search(line):
        return whole.span()
    begun = quote_pattern(" ".join(finding.quote.split()[:_FIRST_WORDS])).search(line)
    return (begun.start(), len(line.rstrip())) if begun else (0, 0)


def _word_start(line: str, at: int, before: int) -> int:
    """The first beginning of a word from `at` on."""
    blank = line.find(" ", at, before)
    return blank + 1 if blank >= 0 else at


def _shown(text: str, mark: str) -> str:
    return mark + safe(text)
