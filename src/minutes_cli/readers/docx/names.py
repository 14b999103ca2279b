"""Names and value types of WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from lxml import etree

from minutes_cli.readers.archive import Archive, parse_xml
from minutes_cli.readers.options import Limits

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# "Strict" files use other namespaces for the same words.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", MATH[1:-1].encode()),
)
_OFF = frozenset(("0", "false", "off"))
_MEASURE = re.compile(r"(-?\d{1,7}(?:\.\d{0,9})?)(pt|in|cm|mm|pc|pi)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "pi": 12.0}


class Relationship(NamedTuple):
    """A link from one part of the package to another; `kind` is the last word of its type."""

    kind: str
    part: str


def read_part(archive: Archive, part: str, limits: Limits) -> Element | None:
    """The root of a part with the namespaces of transitional files."""
    data = archive.read(part)
    if data is None:
        return None
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return parse_xml(data, archive.name, limits)


def relationships(archive: Archive, part: str) -> dict[str, Relationship]:
    """What a part ("" for the package) links to inside the package, by id."""
    path = PurePosixPath(part)
    root, links = None, str(path.parent / "_rels" / f"{path.name}.rels")
    with archive.may_lack(links):
        root = archive.xml(links)
    found: dict[str, Relationship] = {}
    for link in () if root is None else root.iter(_RELATIONSHIP):
        if link.get("TargetMode") != "External":
            target = _resolve(path.parent, link.get("Target", ""))
            found[link.get("Id", "")] = Relationship(link.get("Type", "").rpartition("/")[2], target)
    return found


def _resolve(folder: PurePosixPath, target: str) -> str:
    steps: list[str] = [] if target.startswith("/") else list(folder.parts)
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def child(element: Element | None, name: str) -> Element | None:
    return None if element is None else next(element.iterchildren(W + name), None)


def value(element: Element | None, name: str, attribute: str = "val") -> str | None:
    """The attribute of a child element, None where either is missing."""
    found = child(element, name)
    return None if found is None else found.get(W + attribute)


def number(text: str | None) -> int | None:
    """A whole number of sane size, None for anything else."""
    return int(text) if text is not None and re.fullmatch(r"-?[0-9]{1,9}", text) else None


def switch(element: Element | None, name: str) -> bool | None:
    """An on/off child: None where it is missing, on unless it says otherwise."""
    found = child(element, name)
    return None if found is None else found.get(W + "val", "1").lower() not in _OFF


def points(text: str | None, unit: float) -> float | None:
    """A length in points; a bare number counts `unit` points."""
    match = _MEASURE.fullmatch(text or "")
    return float(match[1]) * _POINTS.get(match[2], unit) if match else None


def chosen(alternate: Element) -> Element | None:
    """The branch of an mc:AlternateContent to read: the first that holds text, else the first."""
    branches = [branch for branch in alternate if branch.tag in (MC + "Choice", MC + "Fallback")]
    for branch in branches:
        if next(branch.iter(W + "t", W + "sym"), None) is not None:
            return branch
    return branches[0] if branches else None


def unwrapped(parent: Element, *wanted: str) -> Iterator[Element]:
    """The children with the wanted tags, those inside content controls and other wrappers too, in order."""
    for element in parent:
        if element.tag in wanted:
            yield element
        elif element.tag == MC + "AlternateContent":
            branch = chosen(element)
            if branch is not None:
                yield from unwrapped(branch, *wanted)
        elif element.tag in _WRAPPERS:
            yield from unwrapped(element, *wanted)


_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
