"""The rules of `minutes check`: all in a table, one as a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from minutes_cli.model.rule_pages import RulePage
from minutes_cli.views.findings import MENDS, STYLES
from minutes_cli.views.words import QUIET, counted, section


def rule_table(rules: Sequence[RulePage]) -> RenderableType:
    """By family: code, severity, what it finds; those that run only when selected are marked."""
    off = sum(not rule.default for rule in rules)
    told = [counted(len(rules), "rule"), f"{off} of them only when selected, marked off" if off else ""]
    return Group(*_families(rules), Text(), Text("; ".join(filter(None, told)), style=QUIET))


def _families(rules: Sequence[RulePage]) -> Iterator[RenderableType]:
    for (prefix, family), group in groupby(rules, lambda rule: (rule.code[:2], rule.family)):
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, style="bold", width=4)
        table.add_column(no_wrap=True, width=7)
        table.add_column(no_wrap=True, width=3, style=QUIET)
        table.add_column()
        for rule in group:
            name = Text(rule.name, "bold")
            if rule.fixable:
                name.append("  ").append(MENDS[rule.fixable], "not bold green")
            severity, off = Text(rule.severity, STYLES[rule.severity]), "" if rule.default else "off"
            table.add_row(rule.code, severity, off, Text("\n").join([name, Text(rule.summary)]))
        yield section(f"{prefix}  {family}", table)


def rule_page(rule: RulePage) -> RenderableType:
    """All there is to know of one rule."""
    severity = Text(rule.severity, STYLES[rule.severity])
    runs = "runs by default" if rule.default else f"runs only when selected: --extend-select {rule.code}"
    mended = f"mended by {MENDS[rule.fixable]}" if rule.fixable else "mended by hand"
    facts = Text(", ").join([severity, Text(runs), Text(f"judges {' and '.join(rule.kinds)}"), Text(mended)])
    return Group(
        Text.assemble((f"{rule.code}  {rule.name}", "bold"), (f"  {rule.family}", QUIET)),
        facts,
        Text(),
        Text(rule.summary),
        section("Why", Text(rule.why)),
        section("Flagged", _example(rule.flags)),
        section("Passes", _example(rule.passes)),
        section("How to fix it", Text(rule.fix)),
    )


def _example(text: str) -> RenderableType:
    return Padding(Text(text, style="green"), (0, 0, 0, 2)) if "\n" in text else Text(text)
