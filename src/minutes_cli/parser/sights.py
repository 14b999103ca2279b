"""How the parser sees a document on its way to the values: tables by purpose, headings by score."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.document import Document
from minutes_cli.model.tracing import HeadingScore, Sight
from minutes_cli.parser.flow import read_flow
from minutes_cli.parser.headings import THRESHOLD, weigh_headings
from minutes_cli.parser.passages import Text
from minutes_cli.profiles import Profile


def see(document: Document, profile: Profile) -> tuple[Sight, ...]:
    """A sight for each passage of the record, in reading order, and for each number printed apart from its passage."""
    return tuple(_sights(document, profile))


def _sights(document: Document, profile: Profile) -> Iterator[Sight]:
    flow = read_flow(document, profile)
    for view, _ in flow.tables:
        # heads and columns beside the record are no passages
        for row in view.table.rows if view.kind == "items" else ():
            for paragraph in (paragraph for cell in row for paragraph in cell.paragraphs):
                yield Sight(paragraph, 0, len(paragraph.text), view.kind)
    weighed = {candidate.passage.index: candidate for candidate in weigh_headings(flow.passages, profile)}
    for passage in flow.passages:
        table = passage.view.kind if passage.view else None
        candidate = weighed.get(passage.index)
        score = (
            HeadingScore(round(candidate.score, 2), THRESHOLD, tuple(candidate.reasons))
            if candidate is not None
            else None
        )
        if passage.label_text is not None:
            yield _sight(passage.label_text, table, None)
        yield _sight(passage.text, table, score)


def _sight(text: Text, table: str | None, score: HeadingScore | None) -> Sight:
    return Sight(text.paragraph, text.start, text.end, table, score)
