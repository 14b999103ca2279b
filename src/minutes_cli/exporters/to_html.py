"""Clean minutes as one HTML page that needs nothing else; each value leads to its place in the source beside it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from minutes_cli.exporters.paper.blocks import Block, Grid, Heading, Labelled, Value
from minutes_cli.exporters.paper.composing import compose
from minutes_cli.exporters.paper.places import Place, Places
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.safe import safe

if TYPE_CHECKING:
    from jinja2 import Template

    from minutes_cli.model.document import Document

# The title is the first level and sections the second; HTML has no seventh.
_LEVELS = 4


def write(minutes: Minutes, stream: BinaryIO, document: Document | None = None) -> None:
    """Write one page; `document` is the source where it is at hand, else the words quoted from it are beside."""
    stream.write(page(minutes, document).encode())


def page(minutes: Minutes, document: Document | None = None, beside: bool = True) -> str:
    """The page; without the source `beside` values lead nowhere."""
    quoted = minutes if beside else minutes.model_copy(update={"evidence": ()})
    paper, links = compose(minutes), _Links(Places(quoted, document))
    title = links.link(paper.title)
    blocks = [links.prepared(block) for block in paper.blocks]
    return _template().render(
        name=paper.title.text, title=title, blocks=blocks, links=links, beside=beside, source=safe(minutes.source.file)
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("minutes_cli", "exporters/paper"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("minutes.html.j2")


class _Link:
    """A value on the page: its id, its words, and the place that it leads to."""

    def __init__(self, id: str, value: Value, places: list[Place]) -> None:
        self.id, self.text, self.places = id, value.text, places


class _Links:
    """Ties the values of the page to the places of the source, both ways."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._count = 0

    def link(self, value: Value) -> _Link:
        self._count += 1
        link = _Link(f"v{self._count}", value, self.places.of(value.paths) if value.text else [])
        for place in link.places:
            place.values.append(link.id)
        return link

    def prepared(self, block: Block) -> dict[str, object]:
        """A block as the page's template takes it."""
        if isinstance(block, Heading):
            level = 2 + min(block.level, _LEVELS)
            return {"kind": "heading", "level": level, "link": self.link(block.value)}
        if isinstance(block, Labelled):
            return {"kind": "label", "label": block.label, "link": self.link(block.value)}
        if isinstance(block, Grid):
            rows = [[self.link(value) for value in row] for row in block.rows]
            return {"kind": "grid", "heads": block.heads, "rows": rows}
        return {"kind": "text", "text": block.text, "records": block.kind, "place": self.places.of_text(block.text)}
