"""Values in words for people, and the styles they are shown in."""

from __future__ import annotations

import re

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from minutes_cli.model.minutes import Party
from minutes_cli.model.pointer import steps
from minutes_cli.model.tracking import Mention
from minutes_cli.text import counting
from minutes_cli.text.safe import safe

LABEL = "cyan"
QUIET = "dim"
HEADING = "bold cyan"
# An item's number ("12.3.4", "GBP/2122/214", "iv") is one word and hardly longer; a title is.
LONGEST_NUMBER = 12


def plain(text: str | None, style: str = "") -> Text:
    """Text of a document, made harmless; long words are folded, never cut."""
    return Text(safe(text or ""), style=style, overflow="fold")


def joined(pieces: list[Text], separator: str = ", ") -> Text:
    return Text(separator).join(piece for piece in pieces if piece)


def section(title: str, content: RenderableType, count: int | None = None) -> RenderableType:
    """A heading with a count, its content indented below, a blank line before."""
    heading = Text.assemble((title, HEADING), (f"  {count}" if count else "", QUIET))
    return Group(Text(), heading, Padding(content, (0, 0, 0, 2)))


def times(start: str | None, end: str | None) -> str:
    """'14:30 to 16:00', or the one of the two that is known."""
    if start and end:
        return f"{start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else ""


def counted(count: int, one: str, many: str | None = None) -> str:
    """'1 action', '3 actions', nothing for none."""
    return counting.counted(count, one, many) if count else ""


def bar(share: float, width: int, style: str = "") -> Text:
    """A bar of so many cells for 1; what is more than nothing is seen."""
    return Text("█" * round(share * width) or ("▏" if share else ""), style=style)


def place(item: str | None) -> str:
    """'item 2.1' for a number, 'under Finance' for a title."""
    if not item:
        return ""
    return f"item {item}" if len(item) <= LONGEST_NUMBER and " " not in item else f"under {item}"


def party(who: Party) -> str:
    """The person, with what the minutes print of them in brackets where that is more than a part of the name."""
    if not who.name:
        return who.as_written
    name, written = set(who.name.casefold().split()), set(who.as_written.casefold().split())
    told = written <= name or name <= written or written <= {"he", "she"}
    return who.name if told else f"{who.name} ({who.as_written})"


# A step of a block's path: "row[3]".
_STEP = re.compile(r"([a-z]+)\[(\d+)\]")


def place_in_words(page: int | None, line: int | None, block: str | None = None) -> str:
    """'page 3', 'line 14', 'paragraph 5', 'table 1, row 3, cell 2'; nothing where there is no place."""
    if page is not None:
        return f"page {page}"
    return f"line {line}" if line is not None else _block_in_words(block or "")


def _block_in_words(block: str) -> str:
    """The first paragraph of a cell goes without saying."""
    words = [_STEP.sub(r"\1 \2", step) for step in block.removesuffix("/p[1]").split("/")]
    return ", ".join(word.replace("p ", "paragraph ") if word.startswith("p ") else word for word in words)


def pointer_in_words(pointer: str) -> str:
    """A JSON Pointer for people: "/actions/0/due" is "action 1 due"."""
    words: list[str] = []
    for step in steps(pointer.replace("_", " ")):
        if step.isdigit() and words:
            words[-1] = f"{words[-1].removesuffix('s')} {int(step) + 1}"
        elif step:
            words.append(step)
    return " ".join(words)


def said(mention: Mention) -> str:
    """What minutes say of an action: the quote, and what became of it where the quote does not hold that."""
    if mention.update and mention.update not in mention.quote:
        return f"“{mention.quote} – {mention.update}”"
    return f"“{mention.quote}”"
