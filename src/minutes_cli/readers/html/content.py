"""Where on a web page its content stands, and what around it is furniture: menus, share links, footers.

When in doubt a part is kept: to lose a part of the text is worse than to read a menu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from minutes_cli.readers.html.tags import BOXES, UNSEEN, tag_of, words

_FURNITURE_TAGS = frozenset({"nav", "aside", "footer"})
_FURNITURE_ROLES = frozenset({"navigation", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"})
# beginnings of class and id names by which sites mark their furniture
_FURNITURE_NAMES = tuple(
    words(
        """nav menu submenu breadcrumb sidebar footer cookie shar social skip search pagination pager advert related
        toolbar weather login newsletter subscribe widget modal popup"""
    )
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]))", re.I)
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+")

# a marked content element (<main>) is believed if it holds this part of the page's prose
_MARKED_SHARE = 0.5
# another is taken as the content's frame if hardly anything is left outside
_FRAME_SHARE = 0.85
# a box is a menu if so much of its text is links, there are several, and they are as short as menus have them
_LINK_SHARE = 0.6
_LEAST_LINKS = 3
_MENU_CHARACTERS = 30
# beside a content that the page itself marks, boxes with fewer links are furniture, too
_LINK_SHARE_BESIDE = 0.3
# a box that holds more of the page's prose than this is no furniture, whatever it is called
_FURNITURE_PROSE = 0.15
_NAMED_PROSE = 0.05


@dataclass(slots=True)
class _Measure:
    """What an element holds: characters in all, those in links, and the number of links."""

    characters: int = 0
    linked: int = 0
    links: int = 0

    @property
    def prose(self) -> int:
        return self.characters - self.linked

    @property
    def is_menu(self) -> bool:
        enough = self.links >= _LEAST_LINKS and self.linked >= _LINK_SHARE * self.characters
        return enough and self.linked <= self.links * _MENU_CHARACTERS


@dataclass(frozen=True, slots=True)
class Content:
    """What to leave out of a page, each element with all it holds.

    unseen    what a browser does not show
    skipped   the same and furniture
    hidden    those of `unseen` that hold text nevertheless
    """

    unseen: frozenset[etree._Element]
    skipped: frozenset[etree._Element]
    hidden: tuple[etree._Element, ...]


def find_content(root: etree._Element) -> Content:
    """Find what is not content on a parsed page."""
    unseen, hidden = find_unseen(root)
    sizes = _measures(root, unseen)
    marked = _marked(sizes, sizes[root].prose)
    page = _Page(sizes, sizes[root].prose, marked is not None)
    core = marked if marked is not None else _frame(root, page)
    furniture = {
        element for element, inside in _boxes(root, core) if element in sizes and page.is_furniture(element, inside)
    }
    return Content(frozenset(unseen), frozenset(unseen | furniture), hidden)


@dataclass(frozen=True, slots=True)
class _Page:
    """The measures of a page's boxes, its prose, and whether it marks its content."""

    sizes: dict[etree._Element, _Measure]
    prose: int
    is_marked: bool

    def is_furniture(self, element: etree._Element, inside: bool) -> bool:
        """Whether a box is furniture; `inside` if it is a part of the content."""
        size = self.sizes[element]
        if size.prose > _FURNITURE_PROSE * self.prose:
            return False
        tag = tag_of(element)
        if tag == "nav" or element.get("role") in _FURNITURE_ROLES:
            return True
        if inside:
            return size.is_menu and _has_furniture_name(element)
        if next(element.iterdescendants("dl"), None) is not None:
            # terms and what they stand for are no menu, even beside one
            return False
        if tag == "header":
            return not any(tag_of(inner) in ("h1", "h2") for inner in element.iterdescendants())
        if tag in _FURNITURE_TAGS or size.is_menu:
            return True
        beside = self.is_marked and 0 < size.characters * _LINK_SHARE_BESIDE <= size.linked
        named = size.prose <= _NAMED_PROSE * self.prose and _has_furniture_name(element)
        return named or (beside and size.linked <= size.links * _MENU_CHARACTERS)


def _has_furniture_name(element: etree._Element) -> bool:
    names = _NAME_PARTS.findall(f"{element.get('id', '')} {element.get('class', '')}")
    return any(name.lower().startswith(_FURNITURE_NAMES) for name in names)


def find_unseen(root: etree._Element) -> tuple[set[etree._Element], tuple[etree._Element, ...]]:
    """Elements that a browser does not show, and those of them that hold text nevertheless."""
    unseen: set[etree._Element] = set()
    hidden: list[etree._Element] = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        tag = tag_of(element)
        if tag in UNSEEN or (tag == "a" and "skip" in element.get("class", "").lower()):
            # among them the link for screen readers that skips the menu
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


def _marked(sizes: dict[etree._Element, _Measure], total: int) -> etree._Element | None:
    """The element that the page itself marks as its content."""
    for wanted in ("main", "article"):
        found = [e for e in sizes if tag_of(e) == wanted or (wanted == "main" and e.get("role") == "main")]
        if found:
            largest = max(found, key=lambda e: sizes[e].prose)
            if total and sizes[largest].prose >= _MARKED_SHARE * total:
                return largest
    return None


def _frame(root: etree._Element, page: _Page) -> etree._Element:
    """The innermost box that holds nearly all prose."""
    frame = root
    for element, size in page.sizes.items():
        if size.prose >= _FRAME_SHARE * page.prose and tag_of(element) != "p":
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
