"""The share of each pillar in a meeting."""

from __future__ import annotations

from minutes_cli import parse
from minutes_cli.views.pillars import NONE, shares

NOTE = """\
Holding to account meeting of the Police and Crime Commissioner, Thursday 4 May 2023
Present: Ada Fenn (PCC), Bo Larch (CC), Cy Marsh (CM)

1. Matters arising
Action: CM to find the paper.

2. Burglary (Reducing crime)
The PCC asked how many there were.
The CC said that there were forty.
Action: CM to send the figures.

2.1 In the villages
The PCC asked how many of them were farms.
Action: CC to count them.

3. Letters (Supporting victims)
The PCC asked who wrote them.
"""


def test_what_stands_under_a_tagged_item_counts_for_its_pillar_and_the_rest_for_none() -> None:
    found = {share.name: share for share in shares(parse(NOTE.encode(), name="note.txt", profile="pcc"))}
    assert {name: (len(share.items), share.exchanges, share.actions) for name, share in found.items()} == {
        "Reducing crime": (1, 3, 2),
        "Supporting victims": (1, 1, 0),
        NONE: (1, 0, 1),
    }
