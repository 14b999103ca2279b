"""Pillars that are none of the plan, and pillars spelt two ways."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.document import Severity
from minutes_cli.model.minutes import Diagnostic
from minutes_cli.parser.pillars import Vocabulary, find_vocabulary, is_every
from minutes_cli.parser.slips.record import Record, quoted, slip

_ORIGINS = {
    "profile": "the profile's pillars",
    "text": "the pillars that the text lists",
    "usual": "the usual pillars",
    "tags": "the pillars tagged elsewhere",
}


def find(record: Record) -> Iterator[Diagnostic]:
    """What "all pillars" was taken for is told too: it does not stand there."""
    vocabulary = find_vocabulary(record.draft, record.profile)
    told: set[str] = set()
    for position, item in enumerate(record.draft.items):
        for place, tag in enumerate(item.pillars):
            found = _about(tag.value, vocabulary, is_every(tag.value, record.profile))
            if found is None or found[1] in told:
                continue
            told.add(found[1])
            text = next(iter(tag.quotes), None)
            severity: Severity = "info" if found[0] == "pillars-expanded" else "warning"
            yield slip(*found, text, f"/items/{position}/pillars/{place}", severity)


def _about(tag: str, vocabulary: Vocabulary, every: bool) -> tuple[str, str] | None:
    """Code and message; None where nothing is to be said of the tag."""
    names = ", ".join(vocabulary.names)
    if every:
        said = f"{quoted(tag)} was taken for {_ORIGINS[vocabulary.origin]}: {names}"
        return ("pillars-expanded", said) if vocabulary.names else None
    name = vocabulary.name_of(tag)
    if name is None:
        return "unknown-pillar", f"{quoted(tag)} is none of {_ORIGINS[vocabulary.origin]}: {names}"
    if name != tag:
        where = "elsewhere" if vocabulary.origin == "tags" else f"among {_ORIGINS[vocabulary.origin]}"
        return "pillar-spelling", f"{quoted(tag)} is {quoted(name)} {where}"
    return None
