"""How much of the meeting went to each pillar of the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.minutes import Item, Minutes
from minutes_cli.views.items import pillar_colours, taken
from minutes_cli.views.words import LONGEST_NUMBER, QUIET, plain

NONE = "without a pillar"
_NOTHING = "–"


class Share(NamedTuple):
    """What one pillar has: the items tagged with it, and what stands in them and under them."""

    name: str
    items: tuple[Item, ...]
    exchanges: int
    actions: int


def pillar_table(minutes: Minutes) -> RenderableType:
    """One row a pillar: number of items, exchanges and actions, and which items; last what has no pillar."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="bold", border_style=QUIET)
    table.add_column("Pillar", overflow="fold")
    for heading in ("Items", "Exchanges", "Actions"):
        table.add_column(heading, justify="right")
    table.add_column("Which", overflow="fold")
    colours = pillar_colours(minutes)
    for share in shares(minutes):
        style = colours.get(share.name, QUIET)
        numbers = (len(share.items), share.exchanges, share.actions)
        which = "" if share.name == NONE else ", ".join(_short(item) for item in share.items)
        cells = [Text(str(number) if number else _NOTHING) for number in numbers]
        table.add_row(plain(share.name, style), *cells, plain(which, QUIET))
    return table


def shares(minutes: Minutes) -> Iterator[Share]:
    """The share of each pillar; what stands under an item that no pillar is tagged on counts for the item above."""
    left = Counter(action.item for action in minutes.actions)
    actions = {item.id: taken(left, item) for item in minutes.items}
    above = _owners(minutes.items)
    for pillar in minutes.pillars:
        yield _share(pillar.name, minutes.items, set(pillar.items), above, actions)
    rest = {item.id for item in minutes.items if above[item.id] == item.id and not item.pillars}
    share = _share(NONE, minutes.items, rest, above, actions)
    if share.exchanges or share.actions:
        yield share


def _share(name: str, items: Sequence[Item], tagged: set[str], above: dict[str, str], actions: dict[str, int]) -> Share:
    held = [item for item in items if above[item.id] in tagged]
    return Share(
        name,
        tuple(item for item in items if item.id in tagged),
        sum(len(item.exchanges) for item in held),
        sum(actions[item.id] for item in held),
    )


def _owners(items: Sequence[Item]) -> dict[str, str]:
    """By id, the item whose pillars hold for an item: itself, or the nearest above that is tagged."""
    owners: dict[str, str] = {}
    tagged = {item.id for item in items if item.pillars}
    for item in items:
        up = owners.get(item.parent or "", "")
        owners[item.id] = up if item.id not in tagged and up in tagged else item.id
    return owners


def _short(item: Item) -> str:
    number = item.number or ""
    return number if number and len(number) <= LONGEST_NUMBER else item.title
