"""What became of each part of a document: all of it in order, the figures, and at the end what was missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from minutes_cli.model.coverage import FATES, Coverage, Fate, Part
from minutes_cli.model.pointer import steps
from minutes_cli.views.header import source_in_words
from minutes_cli.views.words import QUIET, bar, counted, place_in_words, plain, section

FATE_STYLES: dict[Fate, str] = {"claimed": "green", "item_text": "blue", "furniture": "dim", "unknown": "bold yellow"}
_FATE_WORDS: dict[Fate, str] = {
    "claimed": "read into values",
    "item_text": "kept as text of items",
    "furniture": "page headers and footers",
    "unknown": "in no field",
}
# A full bar of the figures.
_BAR = 24
# The path of a block in deep tables would leave no room for its words.
_LONGEST_PLACE = 30
# So many characters of a part tell which it is.
_FIRST_CHARACTERS = 160


class _Run(NamedTuple):
    """Parts in a row that became the same kind of thing on the same page."""

    page: int | None
    label: str
    fate: Fate
    words: int
    text: str


def coverage(found: Coverage) -> RenderableType:
    """All parts in order with what they became, the figures, then the parts that are in no field."""
    unknown = [part for part in found.parts if part.fate == "unknown"]
    told = sum(found.words.values()) - found.words["furniture"]
    share = f"{found.unknown_share:.1%} of the words outside page headers and footers" if told else "no words"
    return Group(
        source_in_words(found.source),
        section("What became of it", _runs(found.parts)),
        section("Words", _figures(found), sum(found.words.values())),
        section("In no field", Group(plain(share), *_missed(unknown)), len(unknown)),
    )


def _runs(parts: Sequence[Part]) -> RenderableType:
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(no_wrap=True, width=len("next meeting"))
    table.add_column(justify="right", style=QUIET, no_wrap=True, width=5)
    table.add_column(no_wrap=True, overflow="ellipsis", ratio=1)
    page: int | None = None
    for run in _grouped(parts):
        if run.page != page:
            page = run.page
            table.add_row(Text(f"page {page}", style=QUIET))
        style = FATE_STYLES[run.fate]
        table.add_row(Text(run.label, style=style), str(run.words), plain(run.text[:_FIRST_CHARACTERS]))
    return table


def _grouped(parts: Sequence[Part]) -> Iterator[_Run]:
    for (page, fate, label), group in groupby(parts, key=lambda part: (part.page, part.fate, _label(part))):
        members = list(group)
        yield _Run(page, label, fate, sum(p.words for p in members), " ".join(p.text for p in members[:40]))


def _label(part: Part) -> str:
    if part.fate != "claimed":
        return part.fate.replace("_", " ")
    # the item of an action only names what is a value elsewhere
    if not part.paths:
        return "column heads"
    first, *rest = steps(min(part.paths, key=lambda path: path.endswith("/item")))
    return ("exchanges" if "exchanges" in rest else first).replace("_", " ")


def _figures(found: Coverage) -> RenderableType:
    total = sum(found.words.values())
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    for fate in FATES:
        count = found.words[fate]
        share = count / total if total else 0.0
        table.add_row(Text(_FATE_WORDS[fate]), str(count), f"{share:.1%}", bar(share, _BAR, FATE_STYLES[fate]))
    return table


def _missed(parts: Sequence[Part]) -> Iterator[RenderableType]:
    if not parts:
        return
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style=QUIET)
    table.add_column(no_wrap=True, style=QUIET, justify="right", min_width=len("9 words"))
    table.add_column(no_wrap=True, overflow="ellipsis")
    for part in parts:
        where = plain(place_in_words(part.page, part.line, part.block))
        where.truncate(_LONGEST_PLACE, overflow="ellipsis")
        table.add_row(where, counted(part.words, "word"), plain(part.text[:_FIRST_CHARACTERS], FATE_STYLES["unknown"]))
    yield Padding(table, (1, 0, 0, 0))
