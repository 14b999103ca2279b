"""An action has no due date, where the other actions of these minutes have one.

Why: What has no date comes last. Judged only where the template asks for due dates, or nearly all other actions have
one.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    | Action | Owner | Due |
    | --- | --- | --- |
    | Obtain three quotes for the jetty | AR | 17 March 2025 |
    | Write to the council about the slipway | BC | 21 March 2025 |
    | Order paint for the boathouse doors | AR | 28 March 2025 |
    | Ask the insurer about the winter moorings | BC | 31 March 2025 |
    | Repair the gate of the car park | BC | |
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    | Action | Owner | Due |
    | --- | --- | --- |
    | Obtain three quotes for the jetty | AR | 17 March 2025 |
    | Write to the council about the slipway | BC | 21 March 2025 |
    | Order paint for the boathouse doors | AR | 28 March 2025 |
    | Ask the insurer about the winter moorings | BC | 31 March 2025 |
    | Repair the gate of the car park | BC | 30 April 2025 |
Fix: Agree on a date and print it with the action ("by 28 March 2025").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.minutes import Action
from minutes_cli.rules.actions.tasks import new_actions
from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.text.terms import find_term

# Minutes print due dates where so many actions have one, and this share of all.
_LEAST = 4
_SHARE = 0.75
_MEETING = re.compile(r"\bnext\b[\w\s]{0,40}\bmeeting\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Flag]:
    found = list(new_actions(subject))
    dated = sum(_is_dated(action) for _, action in found)
    asked = subject.template is not None and subject.template.actions.due
    if not asked and (dated < _LEAST or dated < _SHARE * len(found)):
        return
    for path, action in found:
        # what nobody owns lacks more than a date, and M401 tells of it
        if action.owners and not _is_dated(action):
            yield Flag("this action has no due date", subject.place(f"{path}/text"), path)


def _is_dated(action: Action) -> bool:
    """Whether a day or term is printed with it or stands in its wording."""
    return bool(action.due or action.due_text or _MEETING.search(action.text) or find_term(action.text))


RULE = Rule("M402", "action-without-due", "warning", check)
