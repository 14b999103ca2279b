"""Rules: what minutes should not be. Each is a file of its own, found by its name: `m101_missing_date.py` is M101.

A file holds `RULE` and a docstring that is the rule's page: its first line says what the fault is; sections "Why:",
"Flags:", "Passes:" and "Fix:" follow. Indented examples are minutes in Markdown: the rule flags the one and passes the
other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable

from minutes_cli.rules.base import Rule
from minutes_cli.rules.pages import Page, page_of

FAMILIES = {
    "M1": "Header",
    "M2": "Attendance",
    "M3": "Agenda items",
    "M4": "Actions",
    "M5": "Decisions",
    "M6": "Next meeting",
    "M7": "Pillars",
    "M8": "Text",
    "M9": "Across meetings",
    "T0": "Templates",
}
_MODULE = re.compile(r"([mt]\d{3})_\w+\.py")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    return tuple(import_module(name).RULE for _, name in sorted(_modules().items()))


def rule_named(code: str) -> Rule | None:
    """The rule with this code or name, in capitals or not."""
    wanted = code.lower()
    return next((rule for rule in all_rules() if wanted in (rule.code.lower(), rule.name)), None)


@cache
def page(code: str) -> Page:
    """The page of a rule."""
    return page_of(import_module(_modules()[code]).__doc__ or "")


@cache
def _modules() -> dict[str, str]:
    """The module of each rule, by code."""
    folders = (entry for entry in files(__package__).iterdir() if entry.is_dir())
    found = ((folder.name, name, _MODULE.fullmatch(name)) for folder in folders for name in _names(folder))
    return {match[1].upper(): f"{__package__}.{folder}.{name[:-3]}" for folder, name, match in found if match}


def _names(folder: Traversable) -> Iterator[str]:
    return (entry.name for entry in folder.iterdir())
