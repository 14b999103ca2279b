"""Which values still follow from their source, and which do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.minutes import Minutes
from minutes_cli.model.pointer import owner_of
from minutes_cli.model.verification import FAILING, STANDINGS, Check, Standing, Verification
from minutes_cli.views.claims import entry_of, field_in_words, who_in_words
from minutes_cli.views.header import source_in_words
from minutes_cli.views.words import QUIET, joined, place_in_words, plain, section

_STYLES: dict[Standing, str] = {
    "holds": "green",
    "moved": "cyan",
    "changed": "yellow",
    "lost": "red",
    "unproved": "magenta",
}
_WORDS: dict[Standing, str] = {
    "holds": "hold",
    "moved": "moved: their words stand elsewhere and still say it",
    "changed": "changed: their words stand but no longer say it",
    "lost": "lost: their words are gone",
    "unproved": "unproved: no evidence, or evidence of nothing",
}
# So much of a value or quote tells which it is.
_LONGEST = 90


def verification(found: Verification, minutes: Minutes) -> RenderableType:
    """The file and the figures, then each value that does not hold."""
    failed = [check for check in found.checks if check.standing in FAILING]
    parts: list[RenderableType] = [source_in_words(found.source), *_notices(found), section("Values", _figures(found))]
    if failed:
        parts.append(section("Do not hold", _listed(failed, minutes), len(failed)))
    return Group(*parts)


def _notices(found: Verification) -> Iterator[RenderableType]:
    if not found.same_file:
        yield plain(f"! {found.file} is not the file that was read: its SHA-256 differs", "yellow")


def _figures(found: Verification) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for standing in STANDINGS:
        if found.counts[standing] or standing == "holds":
            table.add_row(Text(str(found.counts[standing])), Text(_WORDS[standing], style=_STYLES[standing]))
    return table


def _listed(checks: Sequence[Check], minutes: Minutes) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for check in checks:
        table.add_row(Text(check.standing, style=_STYLES[check.standing]), _told(check, minutes))
    return table


def _told(check: Check, minutes: Minutes) -> Text:
    """Its name and value, what the source says instead, and the words and place it was read from."""
    value = plain(_cut(check.value), "bold") if check.value is not None else plain("leads to no value")
    first = joined([_name(check, minutes), value], "  ")
    if check.reading is not None and check.reading != check.value:
        first.append(" → ").append_text(plain(_cut(check.reading), "bold"))
    where = place_in_words(check.page, check.line, check.block)
    quote = f"“{_cut(check.quote)}”" if check.quote and check.quote != check.value else ""
    return joined([first, joined([plain(quote, QUIET), plain(where, QUIET)], "  ")], "\n")


def _name(check: Check, minutes: Minutes) -> Text:
    """'action 2: due'; a pointer of other data as it is."""
    if not check.path.startswith("/"):
        return plain(check.path)
    holder, entry = owner_of(check.path), entry_of(check.path)
    # one exchange among those of its item
    who = [who_in_words([pointer], minutes) for pointer in dict.fromkeys((holder or entry, entry))]
    return joined([joined([plain(part) for part in who]), plain(field_in_words(check.path))], ": ")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
