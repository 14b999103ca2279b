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
    return tuple(import_module(name).RULE for name in sorted(_modules(), key=lambda name: name.rpartition(".")[2]))


def rule_named(code: str) -> Rule | None:
    """The rule with this code or name, in capitals or not."""
    wanted = code.lower()
    return next((rule for rule in all_rules() if wanted in (rule.code.lower(), rule.name)), None)


def docstring(rule: Rule) -> str:
    """The page of a rule, as its file has it."""
    number = rule.code.lower()
    name = next(name for name in _modules() if name.rpartition(".")[2].startswith(f"{number}_"))
    return import_module(name).__doc__ or ""


def _modules() -> Iterator[str]:
    for folder in files(__package__).iterdir():
        if folder.is_dir():
            yield from (f"{__package__}.{folder.name}.{name}" for name in _names(folder))


def _names(folder: Traversable) -> Iterator[str]:
    return (entry.name.removesuffix(".py") for entry in folder.iterdir() if _MODULE.fullmatch(entry.name))
