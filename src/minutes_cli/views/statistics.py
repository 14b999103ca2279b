"""How often each rule found something."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.findings import RuleCount
from minutes_cli.views.findings import MENDS, STYLES
from minutes_cli.views.words import plain


def statistics(counts: Sequence[RuleCount], summary: str) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style="bold")
    for _ in range(4):
        table.add_column(no_wrap=True)
    for one in counts:
        severity = Text(one.severity, STYLES[one.severity])
        table.add_row(str(one.count), one.code, severity, plain(one.name), Text(MENDS.get(one.fix or "", ""), "green"))
    return Group(table, Text(), Text(summary)) if counts else Text(summary)
