"""The beginning of a document, up to the first item, where the meeting's own facts stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from minutes_cli.model.document import Paragraph
from minutes_cli.parser.fields import Field
from minutes_cli.parser.passages import Passage, Text

# The heading of minutes ends within this many passages, whether or not an item has begun.
HEADING_PASSAGES = 30


@dataclass(frozen=True)
class Head:
    """What stands before the first item, with the page headers and footers and what the file says of itself.

    day_first, order_told  how 2/11/2022 is read, and whether anything in the document tells it
    """

    passages: Sequence[Passage]
    furniture: Sequence[Paragraph]
    fields: Sequence[Field]
    metadata: Mapping[str, str]
    day_first: bool
    order_told: bool

    @property
    def beginning(self) -> Sequence[Passage]:
        return self.passages[:HEADING_PASSAGES]

    def labelled(self, *keys: str) -> Iterator[Text]:
        """The values of the fields with these keys, in the order of the keys."""
        for wanted in keys:
            for found in self.fields:
                if found.key == wanted:
                    yield from found.values[:1]
