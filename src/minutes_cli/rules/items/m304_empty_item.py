"""Nothing stands under an item, not even that there was nothing.

Why: A reader cannot tell whether the item was passed over or its record was forgotten.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    ## Jetty

    The jetty was discussed.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Budget

    None.

    ## Jetty

    The jetty was discussed.
Fix: Write what was said, or "None", "N/A" or "Deferred to the next meeting".
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject

# A title longer than this, or one that ends as a sentence does, tells itself what became of the item.
_LONGEST = 60
# Minutes that leave more items than this share without text are lists of topics, and that is their form.
_MOSTLY = 0.5


def check(subject: Subject) -> Iterator[Flag]:
    items = subject.minutes.items
    parents = {item.parent for item in items}
    told = {action.item for action in subject.minutes.actions} | {one.item for one in subject.minutes.decisions}
    empty = [
        (number, item)
        for number, item in enumerate(items)
        if not item.paragraphs and item.id not in parents and not told & {item.number, item.title}
    ]
    if len(empty) > _MOSTLY * len(items):
        return
    for number, item in empty:
        if len(item.title) <= _LONGEST and not item.title.endswith((".", "!")):
            path = f"/items/{number}/title"
            yield Flag("nothing stands under this item", subject.place(path), path)


RULE = Rule("M304", "empty-item", "info", check)
