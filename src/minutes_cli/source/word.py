"""Word files: a unit is a paragraph of the body, under the path that the reader gives it."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.source_text import SourceText, Unit
from minutes_cli.readers.archive import Archive
from minutes_cli.readers.docx.names import Element, W, child, read_part, unwrapped
from minutes_cli.readers.docx.package import USUAL_MAIN_PART
from minutes_cli.readers.options import Limits


def read_word(data: bytes, name: str, limits: Limits) -> SourceText:
    body = child(read_part(Archive(data, name, limits), USUAL_MAIN_PART, limits), "body")
    found = paragraphs(body, "") if body is not None else ()
    units = tuple(Unit(path, text_of(paragraph)) for path, paragraph in found)
    return SourceText("word", units, (), dict(units))


def paragraphs(parent: Element, prefix: str) -> Iterator[tuple[str, Element]]:
    """Every paragraph with its path, those in tables too, in order."""
    count = tables = 0
    for element in unwrapped(parent, W + "p", W + "tbl"):
        if element.tag == W + "p":
            count += 1
            yield f"{prefix}p[{count}]", element
        else:
            tables += 1
            for at, row in enumerate(unwrapped(element, W + "tr"), 1):
                for column, cell in enumerate(unwrapped(row, W + "tc"), 1):
                    yield from paragraphs(cell, f"{prefix}table[{tables}]/row[{at}]/cell[{column}]/")


def text_of(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(W + "t"))
