"""Running headers and footers: what stands at the same place of several pages, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutes_cli.readers.pdf.layout import PageLayout
from minutes_cli.readers.pdf.lines import TextLine

# furniture stands in these parts of a page, from the top and from the bottom
_ZONE = 0.2
# the same place: heights this near
_SAME_PLACE = 3.0
# it stands on this share of a file's pages (left and right pages may differ), and on two at least
_SHARE = 0.4
# lines that count pages are no longer than this, but for a title beside the number
_LONGEST = 80
# numbers of a line that are tried as page number
_MOST_NUMBERS = 6
_DIGITS = re.compile(r"\d+")
_PAGE_OF = re.compile(
    r"\b(?:page|pg\.?|p\.)\s*[|:#-]?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\b|^\W*\d{1,4}\s*(?:/|of)\s*\d{1,4}\W*$", re.I
)
_COUNT = re.compile(r"\W*page\s+\d{1,4}\s+of\s+\d{1,4}\W*", re.I)
_BARE_NUMBER = re.compile(r"[\W_]*(\d{1,4}|[ivxl]{1,6})[\W_]*")

_Key = tuple[bool, str, int | None]


def find_furniture(pages: Sequence[PageLayout]) -> None:
    """Move the lines of running headers and footers from each page's lines to its header and footer."""
    seen: Counter[tuple[_Key, int]] = Counter()
    for page in pages:
        for at_top in (True, False):
            for line in _from_edge(page, at_top):
                seen.update((key, _height(line, page, at_top)) for key in _keys(line, page, at_top))
    least = max(2.0, _SHARE * len(pages))
    for page in pages:
        for at_top in (True, False):
            found: list[TextLine] = []
            for line in _from_edge(page, at_top):
                height = _height(line, page, at_top)
                times = max(
                    sum(seen[key, near] for near in (height - 1, height, height + 1))
                    for key in _keys(line, page, at_top)
                )
                if times < least and not _is_page_number(line, page, outermost=not found):
                    break
                found.append(line)
            if at_top:
                page.header = found
                page.lines = page.lines[len(found) :]
            elif found:
                page.footer = found[::-1]
                page.lines = page.lines[: -len(found)]
        # pages scanned or printed smaller, or pasted in, count themselves in the middle of the text
        page.footer = [line for line in page.lines if _COUNT.fullmatch(line.text)] + page.footer
        page.lines = [line for line in page.lines if not _COUNT.fullmatch(line.text)]


def _from_edge(page: PageLayout, at_top: bool) -> list[TextLine]:
    """The lines in the zone at the top or bottom of a page, from the edge inwards."""
    if at_top:
        return [line for line in page.lines if line.bottom < _ZONE * page.height]
    return [line for line in reversed(page.lines) if line.top > (1 - _ZONE) * page.height]


def _height(line: TextLine, page: PageLayout, at_top: bool) -> int:
    return round((line.bottom if at_top else page.height - line.bottom) / _SAME_PLACE)


def _keys(line: TextLine, page: PageLayout, at_top: bool) -> list[_Key]:
    """What the line has in common with its likes: its text, or all of it but for a number that counts the pages."""
    text = line.text.casefold()
    keys: list[_Key] = [(at_top, text, None)]
    for digits in list(_DIGITS.finditer(text))[:_MOST_NUMBERS]:
        rest = f"{text[: digits.start()]}#{text[digits.end() :]}"
        keys.append((at_top, rest, int(digits.group()[:9]) - page.number))
    return keys


def _is_page_number(line: TextLine, page: PageLayout, outermost: bool) -> bool:
    """Whether a line counts pages; a bare number must be the outermost line of its page and fit in with its number."""
    text = line.text
    if len(text) <= _LONGEST and _PAGE_OF.search(text):
        return True
    bare = _BARE_NUMBER.fullmatch(text)
    return bool(outermost and bare and (not bare[1].isdigit() or int(bare[1]) == page.number))
