"""Settings in variables of the environment: `MINUTES_FAIL_ON` is `fail-on` of `[check]`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from minutes_cli.config.files import Given

# The keys that have a variable, with whether it is a list: names joined by commas.
VARIABLES = {
    "MINUTES_PROFILE": ("profile", False),
    "MINUTES_SELECT": ("check.select", True),
    "MINUTES_IGNORE": ("check.ignore", True),
    "MINUTES_EXTEND_SELECT": ("check.extend-select", True),
    "MINUTES_FAIL_ON": ("check.fail-on", False),
    "MINUTES_EXCLUDE": ("check.exclude", True),
    "MINUTES_TEMPLATE": ("check.template", False),
    "MINUTES_BASELINE": ("check.baseline", False),
    "MINUTES_PUBLICATION": ("check.publication", False),
}


def from_environment(environment: Mapping[str, str]) -> Iterator[Given]:
    """What each variable that is set gives; an empty one counts as unset."""
    for variable, (key, is_list) in VARIABLES.items():
        if text := environment.get(variable, "").strip():
            value = [part.strip() for part in text.split(",") if part.strip()] if is_list else text
            yield Given(variable, {key: value}, Path.cwd())
