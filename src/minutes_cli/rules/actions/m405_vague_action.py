"""The wording of an action does not tell when it is done.

Why: Whoever is to "look into" something has nothing to show, and the next meeting cannot tell whether it was done.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: AR to look into the state of the jetty.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: AR to report on the state of the jetty with three quotes for its repair.
Fix: Name what is to be there in the end: a report, a letter, a decision, a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.actions.tasks import open_actions, task_of
from minutes_cli.rules.base import Flag, Rule, Subject

# "consider" with a report at the end is no longer vague.
_VAGUE = re.compile(
    r"(?:continue to )?(?P<verb>look(?:ing)? (?:in)?to|look at|think about|consider|explore|"
    r"give (?:some )?thought to|keep an eye on|"
    r"bear in mind|be (?:mindful|aware) of|try (?:and|to))\b"
    r"(?!.{0,300}\b(?:report|bring|present|circulate|send|let \w+ know)\b)",
    re.IGNORECASE,
)
# Vague where no more is said than what is dealt with.
_ALONE = re.compile(
    r"(?P<verb>review|discuss|monitor|follow[- ]up|liaise|progress)(?:\s[\w’'-]+){0,3}\W*", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Flag]:
    for path, action in open_actions(subject):
        task = task_of(action)
        if vague := _VAGUE.match(task) or _ALONE.fullmatch(task):
            words = " ".join(vague["verb"].lower().split())
            yield Flag(f"“{words}” does not tell when this is done", subject.place(f"{path}/text"), path)


RULE = Rule("M405", "vague-action", "info", check)
