"""What was said under an item: its paragraphs, in which each exchange becomes a `question`, `answer` or `speech`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes_cli.exporters.akn.elements import child, eid, paragraph
from minutes_cli.exporters.akn.references import References
from minutes_cli.model.minutes import Exchange, Item

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPEECHES = {"question": "question", "answer": "answer", "statement": "speech"}


def add_passages(section: _Element, item: Item, references: References) -> None:
    """Every word of the paragraphs once; an exchange that stands in none, over several for one, comes after them."""
    left = list(item.exchanges)
    for text in item.paragraphs:
        place = 0
        for exchange in list(left):
            found = text.find(exchange.text, place)
            if found < 0:
                continue
            left.remove(exchange)
            before = text[place:found].strip()
            announced = before.rstrip(":").strip() == exchange.speaker.as_written
            if before and not announced:
                paragraph(section, before)
            _add_speech(section, exchange, references, before if announced else None)
            place = found + len(exchange.text)
        if rest := text[place:].strip():
            paragraph(section, rest)
    for exchange in left:
        _add_speech(section, exchange, references, None)


def _add_speech(section: _Element, exchange: Exchange, references: References, before: str | None) -> None:
    """A speech; `before` is the speaker's name in front of it, None where the sentence itself names the speaker."""
    by = references.party(exchange.speaker)
    made = child(section, _SPEECHES[exchange.kind], eId=eid("exchange", exchange.id), by=by)
    if before is not None:
        child(made, "from", before)
    paragraph(made, exchange.text)
