"""The names of a run's results: what an earlier run wrote keeps its name, and nobody else gets it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minutes_cli.runs.report import Entry
from minutes_cli.text.file_names import target_names, unnumbered


def result_names(inputs: Sequence[tuple[str, str]], suffix: str, known: Mapping[str, Entry]) -> list[str]:
    """A path for the result of each (file, place below its folder); `known` is what earlier runs did, by file."""
    holders: dict[str, set[str]] = {}
    for entry in known.values():
        for path in entry.written:
            for name in (path, unnumbered(path)):
                holders.setdefault(name.casefold(), set()).add(entry.file)

    def is_held(number: int, name: str) -> bool:
        return bool(holders.get(name.casefold(), set()) - {inputs[number][0]})

    return target_names([place for _, place in inputs], suffix, is_held)
