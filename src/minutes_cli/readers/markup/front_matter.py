"""The block of YAML with which static site generators begin a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from minutes_cli.readers.plain.lines import SourceLine

# front matter is a handful of lines; what is longer is something else
_MOST_CHARACTERS = 16 * 1024
_MOST_LINES = 200
# the library's time grows with the square of the depth, and nobody nests a title
_MOST_NESTING = 50
_NESTING = re.compile(r"[\[{]|[-?:]\s")
_WANTED = ("title", "date", "author", "format")


def split_front_matter(lines: Sequence[SourceLine]) -> tuple[dict[str, str], Sequence[SourceLine]]:
    """Front matter between two lines of "---" at the top, and the lines after it."""
    if not lines or lines[0].text != "---":
        return {}, lines
    for end, line in enumerate(lines[1:_MOST_LINES], start=1):
        if line.text in ("---", "..."):
            return front_matter("\n".join(line.text for line in lines[1:end])), lines[end + 1 :]
    return {}, lines


def front_matter(text: str) -> dict[str, str]:
    """Title, date, author and format as written; nothing of what is no plain mapping.

    YAML with aliases is not read: a few of them can stand for gigabytes. Nor are types told apart: everything is text.
    """
    if len(text) > _MOST_CHARACTERS or any(len(_NESTING.findall(line)) > _MOST_NESTING for line in text.split("\n")):
        return {}
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.BaseLoader)):
            return {}
        # the base loader makes nothing but text, lists and mappings, whatever the tags say
        values = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    if not isinstance(values, dict):
        return {}
    named = {key: _written(values.get(key)) for key in _WANTED}
    return {key: value for key, value in named.items() if value}


def _written(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(part for part in value if isinstance(part, str))
    return " ".join(value.split()) if isinstance(value, str) else ""
