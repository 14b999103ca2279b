"""The content of one text:p or text:h: runs, blanks, fields, and what is anchored in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_cli.readers.odt.names import DRAW, OFFICE, TABLE, TEXT, Element, number
from minutes_cli.readers.odt.styles import Styles
from minutes_cli.readers.office.looks import Look
from minutes_cli.readers.office.notices import Notices
from minutes_cli.readers.office.runs import Runs
from minutes_cli.readers.office.symbols import in_unicode

# A run of blanks wider than a page only makes long lines.
MOST_BLANKS = 200
_COLLAPSED = re.compile(r"[ \t\r\n]+")
# What is no text of the paragraph: scripts, readings of ruby text, parameters of form fields.
_SKIPPED = frozenset((TEXT + "script", TEXT + "ruby-text", OFFICE + "annotation-end"))

_FLOW = frozenset((TEXT + "p", TEXT + "h", TEXT + "list", TABLE + "table"))


@dataclass(slots=True)
class Inline:
    """Reads one paragraph into `runs`; notes and text boxes anchored in it are kept for later.

    in_cell   it stands in a table, whose cells may be filled
    """

    styles: Styles
    notices: Notices
    block: str
    runs: Runs
    in_cell: bool = False
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    _after_blank: bool = True

    def read(self, element: Element, look: Look, in_link: bool = False) -> None:
        """Read what is in an element, in the look of what is around it."""
        self._add(element.text, look, in_link)
        for inner in element:
            self._element(inner, look, in_link)
            self._add(inner.tail, look, in_link)

    def _element(self, element: Element, look: Look, in_link: bool) -> None:
        tag = element.tag
        if tag == TEXT + "span":
            self.read(element, self.styles.look("text", element.get(TEXT + "style-name")).over(look), in_link)
        elif tag == TEXT + "a":
            self.read(element, look, in_link=True)
        elif tag == TEXT + "s":
            self._write(" " * min(number(element.get(TEXT + "c", "1")) or 0, MOST_BLANKS), look, in_link)
        elif tag == TEXT + "tab":
            self._write("\t", look, in_link)
        elif tag == TEXT + "line-break":
            self.runs.end_line()
            self._after_blank = True
        elif tag == TEXT + "note":
            self.notes.append(element)
        elif tag == OFFICE + "annotation":
            self.notices.tell("comments")
        elif tag == TEXT + "placeholder":
            self.notices.tell("placeholder", self.block)
        elif tag == TEXT + "hidden-paragraph":
            # only the program that shows it knows whether the condition holds: it is read
            self.notices.tell("unseen-text", self.block)
            self.read(element, look, in_link)
        elif tag == TEXT + "hidden-text" and element.get(TEXT + "is-hidden") == "true":
            self.notices.tell("hidden-text", self.block)
        elif element.tag.startswith(DRAW):
            self.boxes += text_boxes(element)
        elif tag not in _SKIPPED:
            self.read(element, look, in_link)

    def _add(self, text: str | None, look: Look, in_link: bool) -> None:
        """Add text as it stands in the file, where blanks count as one and those at the start not at all."""
        if not text:
            return
        text = _COLLAPSED.sub(" ", text)
        if self._after_blank:
            text = text.removeprefix(" ")
        if text:
            self._write(text, look, in_link)
            self._after_blank = text.endswith(" ")

    def _write(self, text: str, look: Look, in_link: bool) -> None:
        self._after_blank = False
        if look.hidden:
            if text.strip():
                self.notices.tell("hidden-text", self.block)
            return
        if look.faint and text.strip() and not self.in_cell:
            self.notices.tell("unseen-text", self.block)
        text, unknown = in_unicode(text, look.font)
        if unknown:
            self.notices.tell("unknown-symbol", self.block, unknown)
        strong = bool(look.bold or (look.underline and not in_link))
        self.runs.add(text, strong, bool(look.struck), look.size or 0.0)


def text_boxes(drawing: Element) -> list[Element]:
    """The outermost elements of a drawing that hold paragraphs: text boxes in frames, shapes with text."""
    if any(element.tag in _FLOW for element in drawing):
        return [drawing]
    return [box for inner in drawing if inner.tag != DRAW + "object" for box in text_boxes(inner)]
