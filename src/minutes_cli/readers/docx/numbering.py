"""The lists that numbering.xml defines."""

from __future__ import annotations

from dataclasses import replace

from minutes_cli.readers.docx.looks import read_layout
from minutes_cli.readers.docx.names import Element, W, child, number, switch, value
from minutes_cli.readers.docx.styles import Styles
from minutes_cli.readers.office.numbering import LEVELS, MOST_LABEL, Level, Numbered, Numbering


def read_numbering(root: Element | None, styles: Styles) -> Numbering:
    """The lists of a numbering.xml."""
    numbering = Numbering()
    if root is None:
        return numbering
    defined: dict[str, dict[int, Level]] = {}
    abstracts = {a.get(W + "abstractNumId", ""): a for a in root.iterchildren(W + "abstractNum")}
    nums = {n.get(W + "numId", ""): n for n in root.iterchildren(W + "num")}
    for key, num in nums.items():
        list_id = number(key)
        abstract = _definition(value(num, "abstractNumId"), abstracts, nums, styles)
        if list_id is None or abstract is None:
            continue
        if abstract not in defined:
            defined[abstract] = _read_levels(abstracts[abstract])
        levels = dict(defined[abstract])
        starts: dict[int, int] = {}
        for override in num.iterchildren(W + "lvlOverride"):
            at = number(override.get(W + "ilvl"))
            if at is None:
                continue
            levels.update(_read_levels(override))
            start = number(value(override, "startOverride"))
            if start is not None:
                starts[at] = start
        numbering.lists[list_id] = Numbered(abstract, levels, starts)
    return numbering


def _definition(
    abstract: str | None, abstracts: dict[str, Element], nums: dict[str, Element], styles: Styles
) -> str | None:
    """The id of the definition that holds the levels: a definition may only name a list style, which names a list."""
    seen: set[str] = set()
    while abstract in abstracts and abstract not in seen:
        seen.add(abstract)
        link = value(abstracts[abstract], "numStyleLink")
        if link is None or link not in styles.by_id:
            return abstract
        linked = nums.get(str(styles.by_id[link].layout.list_id))
        if linked is None:
            return abstract
        abstract = value(linked, "abstractNumId")
    return None


def _read_levels(parent: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in parent.iterchildren(W + "lvl"):
        at = number(element.get(W + "ilvl"))
        if at is not None and 0 <= at < LEVELS:
            levels[at] = _read_level(element)
    return levels


def _read_level(element: Element) -> Level:
    level = Level(
        text=(value(element, "lvlText") or "")[:MOST_LABEL],
        start=max(number(value(element, "start")) or 0, 0),
        restart=number(value(element, "lvlRestart")),
        legal=switch(element, "isLgl") or False,
        indent=read_layout(child(element, "pPr")).indent,
        style=value(element, "pStyle"),
    )
    # a format of one's own ("001, 002, …") is stored with a substitute for old programs
    stated = next(element.iter(W + "numFmt"), None)
    if stated is None:
        return level
    kind = stated.get(W + "val", "decimal")
    if kind == "custom":
        return replace(level, kind="decimal", width=min(len(stated.get(W + "format", "").split(",")[0]), 9))
    return replace(level, kind=kind)
