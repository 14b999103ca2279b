"""Why values are as they are: each with its words and place, its rule, how sure it is, and what else was weighed."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from minutes_cli.model.why import Reason, Weighed, Why
from minutes_cli.views.words import HEADING, LABEL, QUIET, joined, place_in_words, plain

# From here on a value is as good as certain, and below the other figure it wants a look.
_SURE = 0.9
_DOUBTFUL = 0.7
_GRADES = {
    "exact": "as printed",
    "normalised": "printed in another form",
    "derived": "inferred from it",
    "ambiguous": "ambiguous",
}


def why(found: Why) -> RenderableType:
    """One paragraph a value; a line where nothing was read."""
    if not found.reasons:
        return joined([plain(found.path or "/", HEADING), plain(found.note, QUIET)], "  ")
    parts: list[RenderableType] = []
    for number, reason in enumerate(found.reasons):
        if number:
            parts.append(Text())
        parts.append(_reason(reason))
    return Group(*parts)


def _reason(reason: Reason) -> RenderableType:
    head = joined([plain(reason.path, HEADING), plain(_value(reason), "bold")], "  ")
    lines: list[RenderableType] = [_labelled("read", _places(reason))]
    if reason.rule:
        lines.append(_labelled("rule", joined([plain(reason.explanation), plain(reason.rule, QUIET)], "  ")))
    lines.append(_labelled("sure", _sure(reason)))
    lines.extend(_labelled("not" if number == 0 else "", _other(one)) for number, one in enumerate(reason.weighed))
    return Group(head, *(Padding(line, (0, 0, 0, 2), expand=False) for line in lines))


def _value(reason: Reason) -> str:
    """The value; nothing where it is a long text that is printed as it was read."""
    value = "" if reason.value is None else str(reason.value)
    return "" if value == " ".join(place.quote for place in reason.places) and len(value) > _LONG else value


_LONG = 60


def _labelled(label: str, content: Text) -> RenderableType:
    row = Table.grid(padding=(0, 2))
    row.add_column(width=4, style=LABEL)
    row.add_column(overflow="fold")
    row.add_row(label, content)
    return row


def _places(reason: Reason) -> Text:
    quotes = [
        joined([plain(f"“{p.quote}”"), plain(place_in_words(p.page, p.line, p.block), QUIET)], "  ")
        for p in reason.places
    ]
    return joined(quotes, "\n")


def _sure(reason: Reason) -> Text:
    style = "green" if reason.confidence >= _SURE else "yellow" if reason.confidence >= _DOUBTFUL else "red"
    whose = "" if reason.checked == reason.rule else f"{reason.checked or 'all rules'}: "
    counted = f"{whose}{reason.right} of {reason.cases} checked by hand were right"
    hangs = f"it hangs on {reason.holder}" if reason.holder else ""
    said = [plain(f"{reason.confidence:.2f}", style), plain(_GRADES[reason.grade])]
    return joined([*said, plain(counted, QUIET), plain(hangs, QUIET)], " · ")


def _other(one: Weighed) -> Text:
    return joined([plain(one.value), plain(one.explanation, QUIET), plain(one.rule, QUIET)], "  ")
