"""A rule's page, read from the docstring of its file."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import NamedTuple

_SECTION = re.compile(r"^(?P<name>Why|Flags|Passes|Fix):[ \t]*(?P<text>.*)$")


class Page(NamedTuple):
    """What users read about a rule.

    summary         what the fault is, one sentence
    flags, passes   minutes in Markdown, or a sentence on files that Markdown cannot show
    """

    summary: str
    why: str = ""
    flags: str = ""
    passes: str = ""
    fix: str = ""


def page_of(docstring: str) -> Page:
    """The parts of a docstring; those that are prose on one line."""
    parts: dict[str, list[str]] = {"Summary": []}
    name = "Summary"
    for line in cleandoc(docstring).splitlines():
        if section := _SECTION.match(line):
            name = section["name"]
            parts[name] = [section["text"]] if section["text"] else []
        else:
            parts[name].append(line)
    texts = {key: cleandoc("\n".join(lines)) if is_example(lines) else _flowed(lines) for key, lines in parts.items()}
    return Page(
        texts["Summary"], texts.get("Why", ""), texts.get("Flags", ""), texts.get("Passes", ""), texts.get("Fix", "")
    )


def is_example(lines: list[str]) -> bool:
    """Whether lines of a section are minutes: all of them are indented."""
    said = [line for line in lines if line.strip()]
    return bool(said) and all(line.startswith("    ") for line in said)


def _flowed(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())
