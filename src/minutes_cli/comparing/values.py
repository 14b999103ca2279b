"""Single values of two versions, and the differences made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutes_cli.comparing.folding import folded, words
from minutes_cli.comparing.wording import runs
from minutes_cli.model.differences import Difference, FieldChange, Part

Values = Iterable[tuple[str, str | None]]
"""fields with their values, None for those that are not there"""


def short(field: str, old: str | None, new: str | None) -> Iterator[FieldChange]:
    """A name, a title, a date: capitals do not count."""
    if folded(old) != folded(new):
        yield FieldChange(field=field, old=old or None, new=new or None)


def text(field: str, old: str | None, new: str | None) -> Iterator[FieldChange]:
    """A text word by word."""
    if found := runs(words(old or ""), words(new or "")):
        yield FieldChange(field=field, old=old, new=new, runs=found if old and new else ())


def all_of(values: Values, old: bool) -> tuple[FieldChange, ...]:
    """What an entry holds that only one version has."""
    return tuple(
        FieldChange(field=field, old=value if old else None, new=None if old else value)
        for field, value in values
        if value
    )


def removed(part: Part, path: str, what: str, values: Values, number: str | None = None) -> Difference:
    return Difference(part=part, how="removed", what=what, number=number, old_path=path, fields=all_of(values, True))


def added(part: Part, path: str, what: str, values: Values, number: str | None = None) -> Difference:
    return Difference(part=part, how="added", what=what, number=number, new_path=path, fields=all_of(values, False))
