"""An item has no number, though the others have.

Why: Decisions and actions are cited by the number of their item.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## 1. Welcome

    The chair welcomed all.

    ## 2. Budget

    The budget was discussed.

    ## Jetty

    The jetty was discussed.

    ## 3. Crane

    The crane was discussed.

    ## 4. Close

    The chair thanked all.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## 1. Welcome

    The chair welcomed all.

    ## 2. Budget

    The budget was discussed.

    ## 3. Jetty

    The jetty was discussed.

    ## 4. Crane

    The crane was discussed.

    ## 5. Close

    The chair thanked all.
Fix: Give it the next number and number those behind it anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.minutes import Item
from minutes_cli.rules.base import Flag, Rule, Subject

# Numbers are the custom where so many items of the level have them, and this share.
_LEAST, _SHARE = 4, 0.75


def check(subject: Subject) -> Iterator[Flag]:
    """Among the headings of one level; where a template wants numbers, every heading of the highest."""
    levels: dict[int, list[tuple[int, Item]]] = {}
    for number, item in enumerate(subject.minutes.items):
        levels.setdefault(_heading(subject, number) or item.level, []).append((number, item))
    demanded = subject.template is not None and subject.template.items.numbered
    for level, group in levels.items():
        for number, item in group if _is_custom(group) or (demanded and level == min(levels)) else ():
            if item.number is None:
                path = f"/items/{number}/title"
                yield Flag("this item has no number", subject.place(path), path)


def _is_custom(group: list[tuple[int, Item]]) -> bool:
    given = sum(item.number is not None for _, item in group)
    return given >= max(_LEAST, _SHARE * len(group))


def _heading(subject: Subject, number: int) -> int:
    """The level of an item's heading as the format tells it; 0 where it tells none."""
    at = subject.number_of(subject.place(f"/items/{number}/number", f"/items/{number}/title"))
    return (subject.body[at].heading or 0) if at is not None else 0


RULE = Rule("M310", "unnumbered-item", "info", check)
