"""The colours, each with a box that shows or hides it."""

from __future__ import annotations

from collections import Counter

from minutes_cli.model.tracing import Explanation, Label
from minutes_cli.views.page.tags import class_of, element

# Label -> what it is called among the colours; prose has none.
SHOWN: dict[Label, str] = {
    "meeting": "meeting",
    "attendee": "attendees",
    "heading": "headings of items",
    "action": "actions",
    "decision": "decisions",
    "commitment": "promises",
    "next meeting": "next meeting",
    "exchange": "what was said",
    "unknown": "in no field",
}


def legend(found: Explanation) -> str:
    """A tick box for each colour that the document has."""
    counts = Counter(line.label for line in found.lines) + Counter(claim.label for claim in found.claims)
    boxes = [_box(label, words) for label, words in SHOWN.items() if counts[label]]
    return element("fieldset", element("legend", "Show"), *boxes, kind="legend")


def _box(label: Label, words: str) -> str:
    name = class_of(label).replace("k-", "show-")
    box = f'<input type="checkbox" id="{name}" checked>'
    return element("label", box, element("span", words), kind=f"swatch {class_of(label)}", for_=name)
