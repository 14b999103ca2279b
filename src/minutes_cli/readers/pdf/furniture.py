"""Running headers and footers: what stands at the same place of several pages, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from minutes_cli.readers.pdf.layout import PageLayout
from minutes_cli.readers.pdf.lines import TextLine

# lines looked at from each end of a page; letterheads with an address run to eight
_DEEPEST = 10
# furniture stands in these parts of a page, from the top and from the bottom
_ZONE = 0.2
# the same place: heights this near
_SAME_PLACE = 6.0
_DIGITS = re.compile(r"\d+")
_PAGE_OF = re.compile(r"(?:page|pg\.?|p\.)\s*\|?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\b|^\W*\d{1,4}\s*(?:/|of)\s*\d{1,4}\W*$", re.I)
_BARE_NUMBER = re.compile(r"^[\W_]*(\d{1,4}|[ivxl]{1,6})[\W_]*$")


def find_furniture(pages: Sequence[PageLayout]) -> None:
    """Move the lines of running headers and footers from each page's lines to its header and footer."""
    keys: dict[tuple[bool, str], list[tuple[int, float]]] = defaultdict(list)
    for index, page in enumerate(pages):
        for line, at_top in _candidates(page):
            keys[at_top, _key(line)].append((index, line.bottom if at_top else page.height - line.bottom))
    for index, page in enumerate(pages):
        taken: set[int] = set()
        for line, at_top in _candidates(page):
            place = line.bottom if at_top else page.height - line.bottom
            others = keys[at_top, _key(line)]
            if any(other != index and abs(at - place) <= _SAME_PLACE for other, at in others) or _is_page_number(
                line, page, len(pages)
            ):
                (page.header if at_top else page.footer).append(line)
                taken.add(id(line))
        if taken:
            page.lines = [line for line in page.lines if id(line) not in taken]
            page.footer.sort(key=lambda line: line.bottom)


def _candidates(page: PageLayout) -> list[tuple[TextLine, bool]]:
    """Lines near the top and bottom edge, each with whether it is at the top."""
    top = [line for line in page.lines[:_DEEPEST] if line.bottom < _ZONE * page.height]
    bottom = [line for line in page.lines[-_DEEPEST:] if line.top > (1 - _ZONE) * page.height]
    return [(line, True) for line in top] + [(line, False) for line in reversed(bottom)]


def _key(line: TextLine) -> str:
    return _DIGITS.sub("#", line.text).casefold()


def _is_page_number(line: TextLine, page: PageLayout, pages: int) -> bool:
    """Whether a line counts pages; a bare number must be the outermost line of its page and fit in with its number."""
    text = line.text
    if len(text) <= 40 and _PAGE_OF.search(text):
        return True
    bare = _BARE_NUMBER.match(text)
    if not bare:
        return False
    outermost = page.lines[0] is line or page.lines[-1] is line
    return outermost and (not bare[1].isdigit() or int(bare[1]) == page.number)
