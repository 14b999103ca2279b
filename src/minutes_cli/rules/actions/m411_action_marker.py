"""The marker of an action is not the template's.

Why: Who looks for actions, a reader or a program, looks for the one marker that the body has agreed on.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    ACTION - AR to obtain three quotes for the repair.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    Action: AR to obtain three quotes for the repair.
Fix: Write the template's marker before each action; --fix does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.source_text import Edit, Fix
from minutes_cli.rules.base import Flag, Rule, Subject

_SIGNS = ":–—-. "


def check(subject: Subject) -> Iterator[Flag]:
    wanted = subject.template.actions.marker.strip() if subject.template else ""
    if not wanted:
        return
    words = subject.profile.alternatives("actions.markers")
    marker = re.compile(rf"[\s>*_#+•–-]{{0,20}}(?P<printed>(?:{words})\b(?:\s?[:–—-](?!\w))?)", re.IGNORECASE)
    for number in range(len(subject.minutes.actions)):
        path = f"/actions/{number}"
        place = subject.place(f"{path}/owners/0/as_written", f"{path}/text")
        address = (place.line or place.block) if place else None
        text = subject.source.by_address.get(address) if address is not None else None
        found = marker.match(text) if text else None
        if place is None or address is None or found is None:
            continue
        printed = found["printed"]
        # "**ACTION**: …": the sign stands behind the markup, and the word alone is judged
        new = wanted if printed[-1] in _SIGNS else wanted.rstrip(_SIGNS)
        if printed != new and text is not None and found.end() < len(text.rstrip()):
            edit = Edit(address, printed, new, found.start("printed"))
            marked = place._replace(quote=printed, bbox=None)
            yield Flag(
                f"“{printed}” marks this action, the template's marker is “{wanted}”", marked, path, fix=Fix((edit,))
            )


RULE = Rule("M411", "action-marker", "warning", check, fixes="safe")
