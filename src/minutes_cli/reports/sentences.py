"""A finding as a sentence, for forms without a place of their own for page, item and advice."""

from __future__ import annotations

from minutes_cli.model.findings import Finding
from minutes_cli.text.safe import safe
from minutes_cli.views.words import place, place_in_words


def where(finding: Finding, with_line: bool = False) -> str:
    """'page 2, item 3', what there is of it; the line where the form does not tell it elsewhere."""
    spot = place_in_words(finding.page, finding.line if with_line else None, finding.block)
    return safe(", ".join(part for part in (spot, place(finding.item)) if part))


def sentence(finding: Finding) -> str:
    """The message with page and item in brackets."""
    spot = where(finding)
    return message(finding) + (f" ({spot})" if spot else "")


def message(finding: Finding) -> str:
    """The message; where no line leads there, with the words that it is about."""
    quote = finding.quote or ""
    if finding.line is not None or not quote or quote in finding.message:
        return safe(finding.message)
    return safe(f"{finding.message}: “{quote if len(quote) <= _LONGEST else quote[:_LONGEST].rstrip() + ' …'}”")


_LONGEST = 80


def title(finding: Finding) -> str:
    return f"{finding.code} {finding.name}"
