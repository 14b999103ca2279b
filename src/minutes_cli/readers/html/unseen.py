"""Text that a page holds and nobody sees, though a browser draws it: white, transparent, tiny, beside the window.

Only what elements themselves say, and plain rules for one class, id or element, is looked at: no browser is rebuilt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from minutes_cli.readers.html.tags import tag_of

_WHITE = (
    r"(?:white(?![\w-])|#f[a-f]f[a-f]f[a-f](?![0-9a-f])|#fff(?![0-9a-f])"
    r"|rgba?\(\s*25[0-5]\s*,?\s*25[0-5]\s*,?\s*25[0-5]\b)"
)
_IS_WHITE = re.compile(rf"(?<![\w-])color\s*:\s*{_WHITE}", re.I)
_UNSEEN = re.compile(
    r"(?<![\w-])(?:color\s*:\s*transparent|opacity\s*:\s*(?:0?\.0{1,9}|0)(?![\d.])|font-size\s*:\s*(?:0?\.\d{1,9}|1)(?:px|pt)"
    r"|(?:left|top|right|text-indent|margin-left|margin-top)\s*:\s*-\d{4,9}(?:\.\d{1,9})?(?:px|em|pt|rem)?"
    r"|clip\s*:\s*rect\(\s*(?:0|1)(?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%)",
    re.I,
)
_FLAT = re.compile(r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|$)", re.I)
_CUT = re.compile(r"(?<![\w-])overflow\s*:\s*hidden", re.I)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_GROUND = re.compile(r"(?<![\w-])background", re.I)
_WHITE_FONT = re.compile(rf"\s*{_WHITE}", re.I)
_COMMENT = re.compile(r"/\*[^*]{0,2000}\*/")
_SELECTOR = re.compile(r"[.#]?-?[A-Za-z_][\w-]{0,100}")
# longer rules are for something else than one class; of a longer sheet the rest is not looked at
_RULE_CHARACTERS = 4_000
_SHEET_CHARACTERS = 200_000


def find_faint(
    root: etree._Element, unseen: set[etree._Element] | frozenset[etree._Element]
) -> tuple[etree._Element, ...]:
    """Elements with text of their own that nobody sees, those of `unseen` and what is in them left out."""
    rules = _rules(root)
    found: list[etree._Element] = []
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element in unseen:
            walk.skip_subtree()
        elif element.attrib or rules:
            style = ";".join(_said(element, rules))
            if style and _is_faint(element, style, rules) and any(text.strip() for text in element.itertext("*")):
                found.append(element)
                walk.skip_subtree()
    return tuple(found)


def is_faint_tag(tag: str) -> bool:
    """Whether what is in a tag written by itself is not seen, by what the tag says."""
    return bool(_UNSEEN.search(tag) or _NOT_SHOWN.search(tag) or (_IS_WHITE.search(tag) and not _GROUND.search(tag)))


def _said(element: etree._Element, rules: dict[str, str]) -> Iterator[str]:
    """What rules and the element itself say of its looks."""
    if rules:
        names = [
            tag_of(element),
            *(f".{name}" for name in element.get("class", "").split()[:20]),
            f"#{element.get('id', '')}",
        ]
        yield from (rules[name] for name in names if name in rules)
    if own := element.get("style"):
        yield own
    if tag_of(element) == "font" and _WHITE_FONT.match(element.get("color", "")):
        yield "color:white"


def _is_faint(element: etree._Element, style: str, rules: dict[str, str]) -> bool:
    if _UNSEEN.search(style) or _NOT_SHOWN.search(style) or (_FLAT.search(style) and _CUT.search(style)):
        return True
    if not _IS_WHITE.search(style) or _GROUND.search(style):
        return False
    return not any(
        outer.get("bgcolor") or outer.get("background") or any(map(_GROUND.search, _said(outer, rules)))
        for outer in element.iterancestors()
    )


def _rules(root: etree._Element) -> dict[str, str]:
    """What the page's own style sheets say of one class, id or element, if it concerns whether it is seen."""
    found: dict[str, str] = {}
    for sheet in root.iter("style"):
        text = _COMMENT.sub("", _outermost((sheet.text or "")[:_SHEET_CHARACTERS]))
        for rule in text.split("}")[:-1]:
            selectors, opened, said = rule.rpartition("{")
            if not opened or len(rule) > _RULE_CHARACTERS:
                continue
            for selector in selectors.rpartition("{")[2].split(","):
                name = selector.strip()
                if _SELECTOR.fullmatch(name):
                    found[name] = f"{found[name]};{said}" if name in found else said
    return found


def _outermost(sheet: str) -> str:
    """The sheet without what holds for some media only."""
    if "@" not in sheet:
        return sheet
    kept: list[str] = []
    depth = 0
    skipped = False
    for piece in re.split(r"([{}])", sheet):
        if not depth and "@" in piece:
            skipped = True
        if not skipped:
            kept.append(piece)
        depth += (piece == "{") - (piece == "}" and depth > 0)
        if piece == "}" and not depth:
            skipped = False
    return "".join(kept)
