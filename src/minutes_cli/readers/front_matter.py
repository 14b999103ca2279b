"""The block of YAML with which static site generators begin a page."""

from __future__ import annotations

import yaml

# front matter is a handful of lines; what is longer is something else
_MOST_CHARACTERS = 64 * 1024
_WANTED = ("title", "date", "author")


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
