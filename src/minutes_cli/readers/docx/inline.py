"""The content of one w:p: runs, fields, symbols, tracked changes, and what is anchored in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from minutes_cli.readers.docx.looks import read_look
from minutes_cli.readers.docx.names import MATH, MC, W14, Element, W, child, chosen, number, switch, value
from minutes_cli.readers.docx.reading import Piece, Reading
from minutes_cli.readers.docx.unseen import stands_on_white
from minutes_cli.readers.office.fields import Fields
from minutes_cli.readers.office.looks import Look
from minutes_cli.readers.office.runs import Runs
from minutes_cli.readers.office.symbols import in_unicode, symbol

TICK_BOX = {True: "☒", False: "☐"}
_HYPERLINK_STYLES = ("hyperlink", "followedhyperlink")
_LINE_ENDS = frozenset((W + "br", W + "cr"))
_TABS = frozenset((W + "tab", W + "ptab"))
_TEXTS = frozenset((W + "t", MATH + "t"))
_DELETED = frozenset((W + "del", W + "moveFrom"))
_INSERTED = frozenset((W + "ins", W + "moveTo"))
# Properties, old properties, readings of ruby text, and what is stored twice hold no text of the paragraph.
_SKIPPED = frozenset(W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "smartTagPr", "customXmlPr"))


@dataclass(slots=True)
class Inline:
    """Reads the runs of one paragraph into `runs`; text boxes anchored in it are kept for later in `boxes`.

    fields   those open at the paragraph's start; they change on the way
    pieces   what goes into `runs`, with its elements
    """

    reading: Reading
    fields: Fields
    block: str
    base: Look
    runs: Runs
    pieces: list[Piece]
    boxes: list[Element] = field(default_factory=list)
    _in_link: bool = False
    _in_placeholder: bool = False

    def read(self, paragraph: Element) -> None:
        for element in paragraph:
            self._element(element)
        self.fields.end_paragraph()

    def _element(self, element: Element) -> None:
        tag = element.tag
        if tag == W + "r":
            self._run(element)
        elif tag in _DELETED:
            self.reading.notices.tell_deleted(self.block)
        elif tag == W + "hyperlink":
            outer, self._in_link = self._in_link, True
            self._children(element)
            self._in_link = outer
        elif tag == W + "sdt":
            self._control(element)
        elif tag == MC + "AlternateContent":
            branch = chosen(element)
            if branch is not None:
                self._children(branch)
        elif tag == W + "txbxContent":
            self.boxes.append(element)
        elif tag == MATH + "r":
            for text in element.iter(MATH + "t"):
                self._add(text.text or "", self.base)
        elif tag not in _SKIPPED:
            if tag in _INSERTED:
                self.reading.notices.tell_inserted(self.block)
            self._children(element)

    def _children(self, element: Element) -> None:
        for inner in element:
            self._element(inner)

    def _control(self, element: Element) -> None:
        properties = child(element, "sdtPr")
        box = None if properties is None else properties.find(W14 + "checkbox")
        if box is not None:
            state = box.find(W14 + "checked")
            on = state is not None and state.get(W14 + "val", "1") in ("1", "true", "on")
            self._add(TICK_BOX[on], self.base)
            return
        outer, self._in_placeholder = self._in_placeholder, child(properties, "showingPlcHdr") is not None
        content = child(element, "sdtContent")
        if content is not None:
            self._children(content)
        self._in_placeholder = outer

    def _run(self, run: Element) -> None:
        properties = child(run, "rPr")
        style_id = value(properties, "rStyle")
        names = {style.name for style in self.reading.styles.chain(style_id)} if style_id else set()
        look = self.base
        if properties is not None:
            direct = read_look(properties)
            styled = self.reading.styles.look(style_id).toggled(self.base) if style_id else self.base
            look = direct.over(styled)
            if direct.underline is None and not names.isdisjoint(_HYPERLINK_STYLES):
                look = replace(look, underline=self.base.underline)
        if look.faint and not look.hidden and child(run, "t") is not None and stands_on_white(run):
            self.reading.notices.tell("unseen-text", self.block)
        unfilled = self._in_placeholder and "placeholder text" in names
        for element in run:
            if look.hidden and element.tag in _TEXTS and element.text:
                self.reading.notices.tell("hidden-text", self.block)
            elif unfilled and element.tag in _TEXTS:
                self.reading.notices.tell("placeholder", self.block)
                self.pieces.append(Piece(""))
            elif not look.hidden:
                self._piece(element, look)

    def _piece(self, element: Element, look: Look) -> None:
        tag = element.tag
        if tag in _TEXTS:
            text, unknown = in_unicode(element.text or "", look.font)
            if unknown:
                self.reading.notices.tell("unknown-symbol", self.block, unknown)
            self._add(text, look, element if text == element.text else None)
        elif tag in _TABS:
            self._add("\t", look)
        elif tag in _LINE_ENDS:
            if not self.fields.in_code:
                self.runs.end_line()
                self.pieces.append(Piece("\n"))
        elif tag == W + "noBreakHyphen":
            self._add("-", look)
        elif tag == W + "sym":
            self._symbol(element, look)
        elif tag == W + "fldChar":
            self._field_mark(element)
        elif tag == W + "instrText":
            self.fields.code(element.text or "")
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            note = element.get(W + "id")
            met = self.reading.notes["footnote" if tag == W + "footnoteReference" else "endnote"]
            if note is not None and note not in met:
                met.append(note)
        elif tag != W + "delText":
            self._element(element)

    def _symbol(self, element: Element, look: Look) -> None:
        code = element.get(W + "char", "")
        try:
            shown = symbol(int(code, 16), element.get(W + "font"))
        except ValueError:
            shown = None
        if shown is None:
            self.reading.notices.tell("unknown-symbol", self.block)
        else:
            self._add(shown, look)

    def _field_mark(self, element: Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            form = child(element, "ffData")
            self._tick_box(child(form, "checkBox"))
            self.fields.begin(_choice(child(form, "ddList")))
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self._add(self.fields.end(), self.base)

    def _tick_box(self, box: Element | None) -> None:
        if box is not None:
            on = switch(box, "checked")
            self._add(TICK_BOX[bool(switch(box, "default") if on is None else on)], self.base)

    def _add(self, text: str, look: Look, element: Element | None = None) -> None:
        if not self.fields.in_code:
            self.pieces.append(Piece(text, None if self.fields.is_open else element))
            strong = look.bold or (look.underline and not self._in_link and not self.fields.in_links)
            self.runs.add(text, bool(strong), bool(look.struck), look.size or 0.0)


def _choice(choices: Element | None) -> str:
    """The entry that is chosen in the list of a form field."""
    if choices is None:
        return ""
    entries = [entry.get(W + "val", "") for entry in choices.iterchildren(W + "listEntry")]
    return "".join(entries[max(number(value(choices, "result")) or 0, 0) :][:1])
