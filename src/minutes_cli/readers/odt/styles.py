"""Styles of OpenDocument text: common ones from styles.xml, automatic ones from the part that uses them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from minutes_cli.readers.odt.names import FO, OFFICE, STYLE, TEXT, Element, number, points
from minutes_cli.readers.office.looks import Look, is_faint

# Nobody nests styles so deep; the bound ends circles too.
MOST_PARENTS = 30
_BOLD = frozenset(("bold", "600", "700", "800", "900"))
_TITLES = frozenset(("Title",))


@dataclass(frozen=True, slots=True)
class Style:
    """One style as the file states it."""

    name: str
    parent: str | None
    look: Look
    indent: float | None
    outline: int | None


@dataclass(slots=True)
class Styles:
    """Styles by family ("paragraph", "text") and name; those read later hide those read before."""

    by_name: dict[tuple[str, str], Style] = field(default_factory=dict)
    default_look: Look = field(default_factory=Look)

    def chain(self, family: str, name: str | None) -> list[Style]:
        """A style and its parents, the nearest first; no more than `MOST_PARENTS`."""
        found: list[Style] = []
        while len(found) < MOST_PARENTS and name is not None and (style := self.by_name.get((family, name))):
            found.append(style)
            name = style.parent
        return found

    def look(self, family: str, name: str | None) -> Look:
        look = Look()
        for style in self.chain(family, name):
            look = look.over(style.look)
        return look

    def outline(self, name: str | None) -> int | None:
        """The level of heading, from 1, that a paragraph style gives."""
        for style in self.chain("paragraph", name):
            if style.outline is not None:
                return style.outline or None
            if style.name in _TITLES:
                return 1
        return None


def read_styles(*roots: Element | None) -> Styles:
    """The styles of some elements that hold style elements, in order."""
    styles = Styles()
    for root in roots:
        for element in () if root is None else root.iterchildren(STYLE + "style", STYLE + "default-style"):
            if element.tag == STYLE + "style":
                style = _read_style(element)
                styles.by_name[element.get(STYLE + "family", ""), style.name] = style
            elif element.get(STYLE + "family") == "paragraph":
                styles.default_look = _read_look(element.find(STYLE + "text-properties"))
    return styles


def style_holders(content: Element, styles: Element | None) -> tuple[list[Element | None], list[Element | None]]:
    """Where the styles of the text stand, and where those of page headers and footers do."""
    common = _held(styles, "styles")
    return [common, _held(content, "automatic-styles")], [common, _held(styles, "automatic-styles")]


def _held(root: Element | None, name: str) -> Element | None:
    return None if root is None else root.find(OFFICE + name)


def _read_style(element: Element) -> Style:
    layout = element.find(STYLE + "paragraph-properties")
    look = _read_look(element.find(STYLE + "text-properties"))
    if look.faint and layout is not None and layout.get(FO + "background-color", "transparent") != "transparent":
        look = replace(look, faint=False)
    return Style(
        element.get(STYLE + "name", ""),
        element.get(STYLE + "parent-style-name"),
        look,
        None if layout is None else points(layout.get(FO + "margin-left")),
        number(element.get(STYLE + "default-outline-level")),
    )


def _read_look(properties: Element | None) -> Look:
    if properties is None:
        return Look()
    weight = properties.get(FO + "font-weight")
    display = properties.get(TEXT + "display")
    return Look(
        None if weight is None else weight in _BOLD,
        _is_line([properties.get(STYLE + "text-underline-style"), properties.get(STYLE + "text-underline-type")]),
        _is_line([properties.get(STYLE + f"text-line-through-{what}") for what in ("style", "type")]),
        None if display is None else display == "none",
        points(properties.get(FO + "font-size")),
        properties.get(STYLE + "font-name", properties.get(FO + "font-family")),
        _is_faint(properties),
    )


def _is_faint(properties: Element) -> bool | None:
    """Whether these characters cannot be seen; on a ground of their own they can."""
    if properties.get(FO + "background-color", "transparent") not in ("transparent", "#ffffff"):
        return False
    opacity = (share for name, share in properties.attrib.items() if str(name).endswith("}opacity"))
    if any(share.strip() in ("0", "0%") for share in opacity):
        return True
    return is_faint(properties.get(FO + "color"), points(properties.get(FO + "font-size")))


def _is_line(stated: Iterable[str | None]) -> bool | None:
    kinds = {kind for kind in stated if kind is not None}
    return "none" not in kinds if kinds else None
