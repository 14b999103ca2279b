"""Carries changes out: the bytes of a file to those of the file with other words in it."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.model.source_text import Address
from minutes_cli.readers.options import Limits
from minutes_cli.source.edits import Change
from minutes_cli.source.lines import open_lines


def rewrite(data: bytes, name: str, media_type: str, changes: Sequence[Change], limits: Limits) -> bytes:
    """The file with every change made, which must not touch one another; all else stays byte for byte.

    media_type  as the reader told it, of a format that `read_source` finds units in
    """
    if media_type.startswith("text/"):
        return _rewrite_lines(data, name, media_type, changes)
    from minutes_cli.source.rewrite_word import rewrite_word

    return rewrite_word(data, name, changes, limits)


def changed(text: str, changes: Sequence[Change]) -> str:
    """The text of one unit with its changes made."""
    for change in sorted(changes, key=lambda change: change.start, reverse=True):
        text = text[: change.start] + change.new + text[change.end :]
    return text


def by_unit(changes: Sequence[Change]) -> dict[Address, list[Change]]:
    found: dict[Address, list[Change]] = {}
    for change in changes:
        found.setdefault(change.address, []).append(change)
    return found


def _rewrite_lines(data: bytes, name: str, media_type: str, changes: Sequence[Change]) -> bytes:
    whole = open_lines(data, name, media_type)
    pieces = whole.pieces()
    for address, own in by_unit(changes).items():
        assert isinstance(address, int)
        at = 2 * (address - 1)
        # lines that are put in end as this one does, or the one above where it is the last
        line_end = next((end for end in (*pieces[at + 1 : at + 2], *pieces[max(at - 1, 0) : at]) if end), "\n")
        ended = [change._replace(new=change.new.replace("\n", line_end)) for change in own]
        pieces[at] = changed(pieces[at], ended)
    return whole.encoded("".join(pieces))
