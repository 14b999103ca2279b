"""Documents in which no minutes were found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from minutes_cli.cli.messages import tell
from minutes_cli.errors import InputError

if TYPE_CHECKING:
    from minutes_cli.model.minutes import Minutes


def no_minutes(minutes: Minutes) -> str:
    """What a document is that holds no minutes."""
    codes = {diagnostic.code for diagnostic in minutes.diagnostics}
    kind = next((kind for kind in ("agenda", "template") if kind in codes), None)
    return f"{'an' if kind == 'agenda' else 'a'} {kind}, no minutes" if kind else "no minutes: no date, people or items"


def require_minutes(found: Sequence[Minutes], name: str) -> Sequence[Minutes]:
    """The same; InputError where none of them tells of a meeting."""
    from minutes_cli.tracking.meetings import is_empty, was_held

    if found and all(was_held(minutes) and is_empty(minutes) for minutes in found):
        raise InputError(name, no_minutes(found[0]), "is it the right file?")
    return found


def tell_unheld(minutes: Minutes, name: str) -> None:
    """Say on standard error of an agenda or a template that it is one."""
    from minutes_cli.tracking.meetings import was_held

    if not was_held(minutes):
        tell(name, no_minutes(minutes))
