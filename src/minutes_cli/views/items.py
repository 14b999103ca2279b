"""The items as a tree, each with its pillars and what it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from minutes_cli.model.minutes import Item, Minutes
from minutes_cli.views.words import QUIET, counted, plain

# Each level takes four columns of the line: deeper items are shown at this depth.
DEEPEST = 6
_COLOURS = ("magenta", "green", "blue", "yellow", "cyan", "red")


def item_tree(minutes: Minutes) -> RenderableType:
    """Numbers, titles, pillars in brackets (one colour each), and counts of paragraphs, actions and decisions."""
    root = Tree("", hide_root=True, guide_style=QUIET)
    colours = pillar_colours(minutes)
    actions = Counter(action.item for action in minutes.actions)
    decisions = Counter(decision.item for decision in minutes.decisions)
    branches: dict[str, tuple[Tree, int]] = {}
    for item in minutes.items:
        tree, depth = branches.get(item.parent or "", (root, 0))
        counts = [
            counted(len(item.paragraphs), "paragraph"),
            counted(taken(actions, item), "action"),
            counted(taken(decisions, item), "decision"),
        ]
        branch = tree.add(_label(item, colours, [count for count in counts if count]))
        branches[item.id] = (branch, depth + 1) if depth < DEEPEST else (tree, depth)
    return root


def pillar_colours(minutes: Minutes) -> dict[str, str]:
    names = [pillar.name for pillar in minutes.pillars] + [name for item in minutes.items for name in item.pillars]
    return {name: _COLOURS[index % len(_COLOURS)] for index, name in enumerate(dict.fromkeys(names))}


def taken(counts: Counter[str | None], item: Item) -> int:
    """The number of entries that name the item, given to the first item of that number or title alone."""
    return counts.pop(item.number, 0) if item.number else counts.pop(item.title, 0)


def _label(item: Item, colours: dict[str, str], counts: Iterable[str]) -> Text:
    label = Text()
    if item.number:
        label.append_text(plain(item.number, "cyan")).append("  ")
    label.append_text(plain(item.title, "bold" if item.level == 1 else ""))
    for name in item.pillars:
        label.append(" ").append_text(plain(f"[{name}]", colours[name]))
    for count in counts:
        label.append(f" · {count}", style=QUIET)
    return label
