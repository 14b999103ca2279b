"""Where on a web page its content stands, and what around it is furniture: menus, share links, footers.

When in doubt a part is kept: to lose a part of the text is worse than to read a menu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from minutes_cli.readers.html_tags import BOXES, UNSEEN, tag_of, words

_FURNITURE_TAGS = frozenset({"nav", "aside", "footer"})
_FURNITURE_ROLES = frozenset({"navigation", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"})
# words of class and id names by which sites mark their furniture
_FURNITURE_NAMES = words(
    """nav navbar navigation menu submenu breadcrumb breadcrumbs sidebar footer cookie cookies share sharing social skip
    search pagination pager advert related toolbar weather login newsletter subscribe widget modal popup"""
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]))", re.I)
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+")

# a marked content element (<main>) is believed if it holds this part of the page's prose
_MARKED_SHARE = 0.5
# an unmarked one is taken as the content's frame if hardly anything is left outside
_FRAME_SHARE = 0.85
# a box is a list of links if so much of its text is links ...
_LINK_SHARE = 0.6
# ... and there are several
_LEAST_LINKS = 3
# a box with a furniture name may hold a little text that is no link; what holds more is no furniture
_FURNITURE_PROSE = 0.15


@dataclass(slots=True)
class _Measure:
    """What an element holds: characters in all, those in links, and the number of links."""

    characters: int = 0
    linked: int = 0
    links: int = 0

    @property
    def prose(self) -> int:
        return self.characters - self.linked


@dataclass(frozen=True, slots=True)
class Content:
    """What to read of a page.

    parts     elements to read, in order
    skipped   elements inside them to leave out with all they hold
    hidden    those of `skipped` that hold text which a browser does not show
    """

    parts: tuple[etree._Element, ...]
    skipped: frozenset[etree._Element]
    hidden: tuple[etree._Element, ...]


def find_content(root: etree._Element) -> Content:
    """The content of a parsed page."""
    unseen, hidden = find_unseen(root)
    sizes = _measures(root, unseen)
    total = sizes[root].prose
    marked = _marked(root, sizes, total)
    core = marked if marked is not None else _frame(root, sizes, total)
    skipped = set(unseen)
    for element, inside in _boxes(root, core):
        if element in sizes and element not in skipped and _is_furniture(element, sizes[element], total, inside):
            skipped.add(element)
    if marked is None:
        return Content((root,), frozenset(skipped), hidden)
    title = _outer_title(root, marked, skipped)
    return Content((*title, marked), frozenset(skipped - {marked}), hidden)


def find_unseen(root: etree._Element) -> tuple[set[etree._Element], tuple[etree._Element, ...]]:
    """Elements that a browser does not show, and those of them that hold text nevertheless."""
    unseen: set[etree._Element] = set()
    hidden: list[etree._Element] = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        tag = tag_of(element)
        if tag in UNSEEN:
            unseen.add(element)
            walk.skip_subtree()
        elif tag not in ("html", "body") and _is_hidden(element):
            unseen.add(element)
            if "".join(map(str, element.itertext("*"))).strip():
                hidden.append(element)
            walk.skip_subtree()
    return unseen, tuple(hidden)


def _is_hidden(element: etree._Element) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))
    )


def _measures(root: etree._Element, unseen: set[etree._Element]) -> dict[etree._Element, _Measure]:
    sizes: dict[etree._Element, _Measure] = {root: _Measure()}
    open_boxes = [sizes[root]]
    links = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = tag_of(element)
        if event == "start":
            if element in unseen or not tag:
                walk.skip_subtree()
                continue
            if tag in BOXES and element is not root:
                sizes[element] = _Measure()
                open_boxes.append(sizes[element])
            if tag == "a":
                links += 1
                open_boxes[-1].links += 1
            _count(open_boxes[-1], element.text, links > 0)
        elif element not in unseen and tag:
            if tag == "a":
                links -= 1
            if tag in BOXES and element is not root:
                done = open_boxes.pop()
                above = open_boxes[-1]
                above.characters += done.characters
                above.linked += done.linked
                above.links += done.links
        if event == "end" and element is not root:
            _count(open_boxes[-1], element.tail, links > 0)
    return sizes


def _count(measure: _Measure, text: str | None, linked: bool) -> None:
    if text:
        size = len("".join(text.split()))
        measure.characters += size
        if linked:
            measure.linked += size


def _marked(root: etree._Element, sizes: dict[etree._Element, _Measure], total: int) -> etree._Element | None:
    """The element that the page itself marks as its content."""
    for wanted in ("main", "article"):
        found = [e for e in sizes if tag_of(e) == wanted or (wanted == "main" and e.get("role") == "main")]
        if found:
            largest = max(found, key=lambda e: sizes[e].prose)
            if total and sizes[largest].prose >= _MARKED_SHARE * total:
                return largest
    return None


def _frame(root: etree._Element, sizes: dict[etree._Element, _Measure], total: int) -> etree._Element:
    """The innermost box that holds nearly all prose."""
    frame = root
    for element, size in sizes.items():
        if size.prose >= _FRAME_SHARE * total and tag_of(element) != "p":
            frame = element
    return frame


def _boxes(root: etree._Element, core: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Every box that does not hold the core, and whether it is inside the core."""
    around = {core, *core.iterancestors()}
    within = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element is core:
            within += 1 if event == "start" else -1
        elif event == "start" and element not in around and tag_of(element) in BOXES:
            yield element, within > 0


def _is_furniture(element: etree._Element, size: _Measure, total: int, inside: bool) -> bool:
    if size.prose > _FURNITURE_PROSE * total:
        return False
    tag = tag_of(element)
    dense = size.links >= _LEAST_LINKS and size.linked >= _LINK_SHARE * size.characters
    if tag == "nav" or element.get("role") in _FURNITURE_ROLES:
        return True
    names = {part.lower() for part in _NAME_PARTS.findall(f"{element.get('id', '')} {element.get('class', '')}")}
    if dense and not names.isdisjoint(_FURNITURE_NAMES):
        return True
    if inside:
        return False
    if tag == "header":
        return not any(tag_of(e) in ("h1", "h2") for e in element.iterdescendants())
    return tag in _FURNITURE_TAGS or dense


def _outer_title(
    root: etree._Element, core: etree._Element, skipped: set[etree._Element]
) -> tuple[etree._Element, ...]:
    """The page's title where it stands outside the marked content."""
    if any(tag_of(e) == "h1" for e in core.iterdescendants()):
        return ()
    for element in root.iterdescendants("h1"):
        if not skipped.intersection(element.iterancestors()) and element not in skipped:
            return (element,)
    return ()
