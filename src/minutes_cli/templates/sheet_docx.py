"""A Word file as a sheet to fill, and back: runs are changed in place, so that labels keep their looks."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from minutes_cli.readers.archive import Archive
from minutes_cli.readers.docx.names import Element, W, child, read_part, unwrapped, value
from minutes_cli.readers.docx.package import USUAL_MAIN_PART
from minutes_cli.readers.options import Limits
from minutes_cli.templates.sheet import Block, Grid, Line, Row, Sheet, Slot

_TAB, _BREAK, _TEXT = W + "tab", W + "br", W + "t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class WordSheet:
    """The main part of a Word file and the sheet made of it."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self._data = data
        archive = Archive(data, name, limits)
        self._root = read_part(archive, USUAL_MAIN_PART, limits)
        self._levels = _heading_levels(read_part(archive, "word/styles.xml", limits))
        self._elements: dict[Line, Element] = {}
        self._rows: dict[Row, Element] = {}
        body = child(self._root, "body")
        self.sheet = Sheet(list(self._blocks(body, "", False)) if body is not None else [])

    def _blocks(self, parent: Element, prefix: str, table: bool) -> Iterator[Block]:
        paragraphs = tables = 0
        for element in unwrapped(parent, W + "p", W + "tbl"):
            if element.tag == W + "p":
                paragraphs += 1
                yield self._line(element, f"{prefix}p[{paragraphs}]", table)
            else:
                tables += 1
                rows = [
                    self._row(row, f"{prefix}table[{tables}]/row[{number}]")
                    for number, row in enumerate(unwrapped(element, W + "tr"), 1)
                ]
                if rows:
                    yield Grid(rows)

    def _row(self, element: Element, path: str) -> Row:
        cells: list[list[Line]] = []
        for column, cell in enumerate(unwrapped(element, W + "tc"), 1):
            blocks = self._blocks(cell, f"{path}/cell[{column}]/", True)
            cells.append([block for block in blocks if isinstance(block, Line)])
        row = Row(cells)
        self._rows[row] = element
        return row

    def _line(self, element: Element, address: str, table: bool) -> Line:
        text = ""
        controls: list[Slot] = []
        for leaf, control in _leaves(element):
            piece = _shown(leaf)
            if control is not None and piece:
                name = value(child(control, "sdtPr"), "alias") or value(child(control, "sdtPr"), "tag") or piece
                if controls and controls[-1].end == len(text) and controls[-1].name == name.lower():
                    controls[-1].end += len(piece)
                else:
                    controls.append(Slot(len(text), len(text) + len(piece), name))
            text += piece
        properties = child(element, "pPr")
        level = self._levels.get(value(properties, "pStyle") or "")
        outline = value(properties, "outlineLvl")
        line = Line(address, text, int(outline) + 1 if outline and outline.isdigit() else level, tuple(controls))
        line.table = table
        self._elements[line] = element
        return line

    def written(self) -> bytes:
        """The file with what was written into the sheet."""
        for line, element in self._elements.items():
            if line.text != line.original:
                _replace(element, line.original, line.text)
            for more in reversed(line.below):
                _outermost(element).addnext(_plain(more))
        for row, element in self._rows.items():
            for texts in reversed(row.below):
                element.addnext(_filled_copy(element, texts))
        assert self._root is not None
        changed = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._data)) as source, zipfile.ZipFile(made, "w") as target:
            for entry in source.infolist():
                target.writestr(entry, changed if entry.filename == USUAL_MAIN_PART else source.read(entry))
        return made.getvalue()


def _leaves(element: Element) -> Iterator[tuple[Element, Element | None]]:
    """The pieces of text of a paragraph, each with the content control that still shows its hint."""
    for leaf in element.iter(_TEXT, _TAB, _BREAK):
        if any(above.tag in (W + "tabs", W + "del") for above in leaf.iterancestors()):
            continue
        control = next((above for above in leaf.iterancestors() if above.tag == W + "sdt"), None)
        showing = control is not None and child(child(control, "sdtPr"), "showingPlcHdr") is not None
        yield leaf, control if showing else None


def _shown(leaf: Element) -> str:
    return (leaf.text or "") if leaf.tag == _TEXT else "\t" if leaf.tag == _TAB else "\n"


def _heading_levels(styles: Element | None) -> dict[str, int]:
    """Style id -> level of heading; a style has that of the one it is based on."""
    found = {style.get(W + "styleId", ""): style for style in (() if styles is None else styles.iter(W + "style"))}
    levels: dict[str, int] = {}
    for name in found:
        at: str | None = name
        for _ in range(len(found)):
            style = found.get(at or "")
            outline = value(child(style, "pPr"), "outlineLvl")
            if outline is not None and outline.isdigit():
                levels[name] = int(outline) + 1
            if style is None or outline is not None:
                break
            at = value(style, "basedOn")
    return levels


def _replace(paragraph: Element, old: str, new: str) -> None:
    """Write what differs into the runs that hold it; what is written is no hint any more."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    behind = 0
    while behind < min(len(old), len(new)) - start and old[-1 - behind] == new[-1 - behind]:
        behind += 1
    end, insert = len(old) - behind, new[start : len(new) - behind]
    for control in (*paragraph.iter(W + "sdt"), *paragraph.iterancestors(W + "sdt")):
        showing = child(child(control, "sdtPr"), "showingPlcHdr")
        if showing is not None:
            showing.getparent().remove(showing)  # type: ignore[union-attr]
    at, put = 0, False
    for leaf, _ in list(_leaves(paragraph)):
        size = len(_shown(leaf))
        first, final = max(start - at, 0), min(end - at, size)
        at += size
        if leaf.tag != _TEXT:
            continue
        if first < final or (not put and start == end and first <= size and at >= start and start >= at - size):
            text = leaf.text or ""
            leaf.text = text[:first] + ("" if put else insert) + text[max(first, final) :]
            leaf.set(_SPACE, "preserve")
            _unhinted(leaf)
            put = True
    if not put:
        run = etree.SubElement(paragraph, W + "r")
        text_element = etree.SubElement(run, _TEXT)
        text_element.text = insert
        text_element.set(_SPACE, "preserve")


def _unhinted(leaf: Element) -> None:
    """Take the look of a hint from a run."""
    run = leaf.getparent()
    properties = child(run, "rPr")
    if properties is not None and "placeholder" in (value(properties, "rStyle") or "").lower():
        run.remove(properties)  # type: ignore[union-attr]


def _outermost(paragraph: Element) -> Element:
    """The paragraph, or the content control that holds nothing else."""
    above = paragraph.getparent()
    if above is not None and above.tag == W + "sdtContent" and len(above) == 1:
        control = above.getparent()
        return control if control is not None else paragraph
    return paragraph


def _plain(text: str) -> Element:
    paragraph = etree.Element(W + "p")
    run = etree.SubElement(paragraph, W + "r")
    leaf = etree.SubElement(run, _TEXT)
    leaf.text = text
    leaf.set(_SPACE, "preserve")
    return paragraph


def _filled_copy(row: Element, texts: list[str]) -> Element:
    """A row like this one, with a text in each cell."""
    made = copy.deepcopy(row)
    for cell, text in zip(unwrapped(made, W + "tc"), texts, strict=False):
        for inner in [e for e in cell if e.tag != W + "tcPr"]:
            cell.remove(inner)
        cell.append(_plain(text))
    return made
