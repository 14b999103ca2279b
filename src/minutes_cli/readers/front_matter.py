"""The block of YAML with which static site generators begin a page."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from minutes_cli.readers.lines import SourceLine

# front matter is a handful of lines; what is longer is something else
_MOST_CHARACTERS = 64 * 1024
_MOST_LINES = 200
_WANTED = ("title", "date", "author")


def split_front_matter(lines: Sequence[SourceLine]) -> tuple[dict[str, str], Sequence[SourceLine]]:
    """Front matter between two lines of "---" at the top, and the lines after it."""
    if not lines or lines[0].text != "---":
        return {}, lines
    for end, line in enumerate(lines[1:_MOST_LINES], start=1):
        if line.text in ("---", "..."):
            return front_matter("\n".join(line.text for line in lines[1:end])), lines[end + 1 :]
    return {}, lines


def front_matter(text: str) -> dict[str, str]:
    """Title, date and author as text; nothing of what is no plain mapping.

    YAML with aliases is not read: a few of them can stand for gigabytes.
    """
    if len(text) > _MOST_CHARACTERS:
        return {}
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader)):
            return {}
        values = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return {}
    if not isinstance(values, dict):
        return {}
    found: dict[str, str] = {}
    for key in _WANTED:
        value = values.get(key)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = ", ".join(value)
        if value is not None and not isinstance(value, (dict, list)) and str(value).strip():
            found[key] = " ".join(str(value).split())
    return found
