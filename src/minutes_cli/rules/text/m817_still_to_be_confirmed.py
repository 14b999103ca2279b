"""Something is still to be confirmed: "TBC".

Why: It was honest when it was written; a reader of the final minutes would rather have what came of it.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    The jetty will be repaired by May. The cost is TBC.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe (AR), Ben Cole (BC)

    ## Jetty

    The jetty will be repaired by May. The cost is £900.
Fix: Write what was decided since, or say who settles it and by when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject, at
from minutes_cli.text.blanks import find_blanks

_OPEN = re.compile(r"(?<![\w.])t\.?b\.?[acd]\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Flag]:
    """What stands in a field that was never filled in is told as that."""
    for paragraph in subject.body:
        fields = [found.span() for found in find_blanks(paragraph.text)]
        for hit in _OPEN.finditer(paragraph.text):
            if not any(start <= hit.start() < end for start, end in fields):
                yield Flag(f"“{hit[0]}” is still to be confirmed", at(paragraph, *hit.span()))


RULE = Rule("M817", "still-to-be-confirmed", "info", check)
