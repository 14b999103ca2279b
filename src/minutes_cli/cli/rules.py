"""`minutes rules`: what `minutes check` looks for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.options import text_or_json
from minutes_cli.cli.output import standard_output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from minutes_cli.model.rule_pages import RulePage


@click.command("rules")
@click.argument("wanted", metavar="[CODE|FAMILY|NAME]", required=False)
@text_or_json
def command(wanted: str | None, form: str) -> None:
    """List the rules of `minutes check`, or explain one: what, why, an example of each kind, and how to fix it.

    \b
    minutes rules            # all
    minutes rules M4         # those of a family
    minutes rules M401       # one in full, also by its name
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.rules.listing import listed

    found = listed(wanted)
    if form == "json":
        _print_json(found, alone=wanted is not None and _is_one(wanted, found))
        return
    from minutes_cli.cli.terminal import show
    from minutes_cli.views.rules import rule_page, rule_table

    show(rule_page(found[0]) if wanted and _is_one(wanted, found) else rule_table(found))


def _is_one(wanted: str, found: Sequence[RulePage]) -> bool:
    return wanted.lower() in (found[0].code.lower(), found[0].name)


def _print_json(found: Sequence[RulePage], alone: bool) -> None:
    told = [one.model_dump(mode="json") for one in found]
    with standard_output() as stream:
        stream.write(json.dumps(told[0] if alone else told, indent=2, ensure_ascii=False).encode() + b"\n")
