"""What minutes say became of a task: beside it in a table, behind it on its line, or on a line under it."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.model.document import Cell
from minutes_cli.parser.draft import Fact, fact
from minutes_cli.parser.passages import Text, whole
from minutes_cli.parser.tables import View


def joined(texts: Sequence[Text], rule: str) -> Fact | None:
    """The words of several places as one, in their order; each place is its evidence."""
    told = [text for text in texts if any(c.isalnum() for c in str(text))]
    if not told:
        return None
    return Fact(" ".join(fact(text).value for text in told), tuple(told), rule=rule)


def told_beside(view: View, row: dict[int, Cell]) -> list[Text]:
    """What the columns of a row say of how its task goes on, from the left."""
    return [whole(p) for column in view.updates if column in row for p in row[column].paragraphs]
