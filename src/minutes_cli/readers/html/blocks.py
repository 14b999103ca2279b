"""The elements of a page -> blocks, in one walk without recursion (depth is the writer's to choose, not ours)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from minutes_cli.errors import over
from minutes_cli.model.document import Block, Paragraph
from minutes_cli.readers.cleaning import cleaned
from minutes_cli.readers.from_text import read_lines
from minutes_cli.readers.html.include import Variables
from minutes_cli.readers.html.lists import List
from minutes_cli.readers.html.tables import RawCell, RawTable
from minutes_cli.readers.html.tags import BLOCKS, LISTS, STRONG, STRUCK, line_number, tag_of
from minutes_cli.readers.markup.inline import InlineText
from minutes_cli.readers.markup.marks import marked
from minutes_cli.readers.options import Limits
from minutes_cli.readers.plain.lines import SourceLine

_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[^;]{0,60}underline", re.I)
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.I)
_STRUCK_STYLE = re.compile(r"text-decoration[^;]{0,60}line-through", re.I)
# libxml2 counts lines in 16 bits
_LAST_LINE = 65535
# a picture stands for text only in a table, where its text is as short as a tick
_TICK_CHARACTERS = 3


class _State(NamedTuple):
    """What holds for the text at one point, inherited inwards."""

    strong: bool = False
    struck: bool = False
    heading: int | None = None
    verbatim: bool = False

    def inside(self, element: etree._Element, tag: str) -> _State:
        style = element.get("style", "")
        strong = tag in STRONG or self.strong
        if style:
            strong = not _PLAIN_STYLE.search(style) and (strong or bool(_BOLD_STYLE.search(style)))
        struck = self.struck or tag in STRUCK or bool(style and _STRUCK_STYLE.search(style))
        heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else self.heading
        return _State(strong, struck, heading, self.verbatim or tag == "pre")


class BlockWalker:
    """Collects the blocks of elements.

    skipped      elements that are left out with all they hold
    variables    what server-side includes in comments show
    first_line   the source line on which the markup begins
    """

    def __init__(
        self,
        name: str,
        limits: Limits,
        skipped: Iterable[etree._Element] = (),
        variables: Variables | None = None,
        first_line: int = 1,
    ) -> None:
        self._name, self._limits = name, limits
        self._variables = variables
        self._skipped = frozenset(skipped)
        self._before = first_line - 1
        self._line = first_line
        self._states = [_State()]
        self._text = InlineText()
        self._label: str | None = None
        self._checked: bool | None = None
        self._lists: list[List] = []
        self._tables: list[RawTable] = []
        self._sinks: list[list[Block]] = [[]]
        self._verbatim: list[tuple[int, str]] = []

    def blocks(self, root: etree._Element) -> list[Block]:
        """The blocks of an element, in order."""
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if 0 < line_number(element) < _LAST_LINE:
                    self._line = self._before + line_number(element)
                if element in self._skipped:
                    self._line += sum(str(text).count("\n") for text in element.itertext(with_tail=False))
                    self._states.append(self._states[-1])
                    walk.skip_subtree()
                    continue
                self._start(element, tag_of(element))
                self._add(element.text)
            else:
                if event == "end":
                    if element not in self._skipped:
                        self._end(element, tag_of(element))
                    self._states.pop()
                else:
                    self._comment(element)
                if element is not root:
                    self._add(element.tail)
        self._flush()
        return self._sinks[0]

    def _start(self, element: etree._Element, tag: str) -> None:
        if len(self._states) > self._limits.html_depth:
            hint = "save the page as plain text or PDF"
            raise over(self._name, f"elements nested more than {self._limits.html_depth} deep", "html-depth", hint)
        if tag in BLOCKS:
            self._flush()
        self._states.append(self._states[-1].inside(element, tag))
        if tag == "br":
            self._break()
        elif tag == "input" and element.get("type", "").lower() == "checkbox":
            self._checked = "checked" in element.attrib
        elif tag == "img":
            alt = element.get("alt", "").strip()
            if self._tables and len(alt) <= _TICK_CHARACTERS:
                self._add(alt)
        elif tag in LISTS:
            self._lists.append(List.of(element, tag))
        elif tag == "li":
            self._label = self._lists[-1].next_label(element.get("value", "")) if self._lists else "•"
        elif tag == "table":
            self._tables.append(RawTable(is_layout=element.get("role") in ("presentation", "none")))
        elif tag == "tr" and self._tables:
            parent = element.getparent()
            self._tables[-1].add_row(in_head=parent is not None and tag_of(parent) == "thead")
        elif tag in ("td", "th") and self._tables:
            self._sinks.append([])

    def _end(self, element: etree._Element, tag: str) -> None:
        if tag not in BLOCKS:
            return
        self._flush()
        if tag in LISTS:
            self._lists.pop()
        if tag == "li" or tag in LISTS:
            self._label = None
        elif tag == "pre" and not self._states[-2].verbatim:
            self._emit_verbatim()
        elif tag == "table":
            self._sinks[-1].extend(self._tables.pop().blocks(self._limits.table_span))
        elif tag in ("td", "th") and self._tables:
            cell = RawCell(self._sinks.pop(), _span(element, "rowspan"), _span(element, "colspan"), tag == "th")
            self._tables[-1].add_cell(cell)

    def _comment(self, comment: etree._Element) -> None:
        shown = self._variables.shown_by(comment) if self._variables else None
        if shown:
            self._text.add(*shown, self._states[-1].strong, self._states[-1].struck)
        self._line += (comment.text or "").count("\n")

    def _add(self, text: str | None) -> None:
        if not text:
            return
        state = self._states[-1]
        if state.verbatim:
            self._verbatim.append((self._line, text))
        else:
            self._text.add(text, self._line, state.strong, state.struck)
        self._line += text.count("\n")

    def _break(self) -> None:
        """A line break; the second in a row ends the paragraph."""
        if self._states[-1].verbatim:
            self._verbatim.append((self._line, "\n"))
        elif self._text.ends_with_break():
            self._flush()
        else:
            self._text.new_line(self._line)

    def _flush(self) -> None:
        """Ends the paragraph; the label waits on if it has no text yet."""
        lines, strong, struck = self._text.build(self._limits.line_characters)
        self._text = InlineText()
        if not lines:
            return
        label, checked = self._label, self._checked
        self._label = self._checked = None
        paragraph = Paragraph(
            lines,
            label=label,
            heading=self._states[-1].heading,
            level=max(len(self._lists) - 1, 0),
            strong=strong,
            struck=struck,
            checked=checked,
        )
        self._sinks[-1].append(marked(paragraph))

    def _emit_verbatim(self) -> None:
        """The lines of a <pre>, read as plain text."""
        lines: list[SourceLine] = []
        open_line = False
        for number, text in self._verbatim:
            for offset, piece in enumerate(cleaned(text).split("\n")):
                if open_line and not offset:
                    lines[-1] = SourceLine(lines[-1].number, lines[-1].text + piece)
                else:
                    lines.append(SourceLine(number + offset, piece))
            open_line = True
        self._verbatim = []
        self._sinks[-1].extend(read_lines(lines))


def _span(element: etree._Element, name: str) -> int:
    value = element.get(name, "1").strip()
    return int(value[:6]) if value.isascii() and value.isdecimal() else 1
