"""The items of a blank document stand in another order than those of its template.

Why: Members and readers look for business where it always stands, and some of it must come first: interests are
declared before the business that they concern.
Flags: "Finance" above "Declarations of interest", where the template has them the other way round.
Passes: The items in the order of the template; those that the template does not know may stand anywhere.
Fix: Put the items in the order of the template, or write `ordered = false` under `[items]` there.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.templates.asked import asked


def check(subject: Subject) -> Iterator[Flag]:
    for one in asked(subject, "order"):
        yield Flag(one.name, one.place)


RULE = Rule("T007", "template-section-order", "warning", check, kinds=("template",))
