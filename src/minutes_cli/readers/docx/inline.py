"""The content of one w:p: runs, fields, symbols, tracked changes, and what is anchored in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_cli.readers.docx.looks import read_look
from minutes_cli.readers.docx.names import MATH, MC, W14, Element, W, child, chosen, number, switch, value
from minutes_cli.readers.docx.reading import Reading
from minutes_cli.readers.looks import Look
from minutes_cli.readers.runs import Runs
from minutes_cli.readers.symbols import in_unicode, symbol

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
class OpenField:
    """A complex field that has begun: its code is left out, its result is read; `choices` belong to a form field."""

    choices: Element | None = None
    in_result: bool = False
    is_link: bool = False


@dataclass(slots=True)
class Inline:
    """Reads the runs of one paragraph into `runs`; text boxes anchored in it are kept for later in `boxes`.

    fields   the complex fields open at the paragraph's start; the caller passes the same list on, as fields may end
             in a later paragraph
    """

    reading: Reading
    fields: list[OpenField]
    block: str
    base: Look
    runs: Runs
    boxes: list[Element] = field(default_factory=list)
    _in_link: bool = False
    _in_placeholder: bool = False

    def read(self, paragraph: Element) -> None:
        for element in paragraph:
            self._element(element)
        # a field's code does not go on in the next paragraph: this one was never separated from its result
        self.fields[:] = [open_field for open_field in self.fields if open_field.in_result]

    def _element(self, element: Element) -> None:
        tag = element.tag
        if tag == W + "r":
            self._run(element)
        elif tag in _DELETED:
            self.reading.notices.deletions += 1
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
            self.reading.notices.insertions += tag in _INSERTED
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
                look = Look(look.bold, self.base.underline, look.struck, look.hidden, look.size, look.font)
        unfilled = self._in_placeholder and "placeholder text" in names
        for element in run:
            if look.hidden and element.tag in _TEXTS and element.text:
                self.reading.notices.tell("hidden-text", self.block)
            elif unfilled and element.tag in _TEXTS:
                self.reading.notices.tell("placeholder", self.block)
            elif not look.hidden:
                self._piece(element, look)

    def _piece(self, element: Element, look: Look) -> None:
        tag = element.tag
        if tag in _TEXTS:
            text, unknown = in_unicode(element.text or "", look.font)
            if unknown:
                self.reading.notices.tell("unknown-symbol", self.block, unknown)
            self._add(text, look)
        elif tag in _TABS:
            self._add("\t", look)
        elif tag in _LINE_ENDS:
            if self._shown():
                self.runs.end_line()
        elif tag == W + "noBreakHyphen":
            self._add("-", look)
        elif tag == W + "sym":
            self._symbol(element, look)
        elif tag == W + "fldChar":
            self._field_mark(element)
        elif tag == W + "instrText":
            if self.fields and "HYPERLINK" in (element.text or ""):
                self.fields[-1].is_link = True
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
            self.fields.append(OpenField(choices=child(form, "ddList")))
        elif kind == "separate" and self.fields:
            self.fields[-1].in_result = True
        elif kind == "end" and self.fields:
            ended = self.fields.pop()
            if ended.choices is not None and not ended.in_result:
                entries = [entry.get(W + "val", "") for entry in ended.choices.iterchildren(W + "listEntry")]
                at = number(value(ended.choices, "result")) or 0
                self._add("".join(entries[at : at + 1]), self.base)

    def _tick_box(self, box: Element | None) -> None:
        if box is not None:
            on = switch(box, "checked")
            self._add(TICK_BOX[bool(switch(box, "default") if on is None else on)], self.base)

    def _shown(self) -> bool:
        return all(open_field.in_result for open_field in self.fields)

    def _add(self, text: str, look: Look) -> None:
        if self._shown():
            in_link = self._in_link or any(open_field.is_link for open_field in self.fields)
            self.runs.add(
                text, bool(look.bold or (look.underline and not in_link)), bool(look.struck), look.size or 0.0
            )
