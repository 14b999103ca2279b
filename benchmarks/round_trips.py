"""Which documents come back the same: parse, export as Markdown or Word, parse what was written, compare.

    .venv/bin/python -m benchmarks.round_trips [--to markdown] [--to docx] [--by-cues] [FILE...]

Prints a table of how many of the fixtures and of the real documents come back with equal fields, and for each of the
others what differs. `--by-cues` takes the name of the layout out first, so that the usual cues of minutes have to do.
"""

from __future__ import annotations

import argparse
import io
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from minutes_cli import parse, parse_all
from minutes_cli.errors import InputError
from minutes_cli.exporters.formats import EXPORTS, single
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.layout import MARK
from tests.corpus import FIXTURES, documents

# The formats that can be read back.
FORMS = tuple(form for form in ("markdown", "docx") if form in EXPORTS)
FIELDS = ("header", "attendees", "items", "actions", "decisions", "next meeting", "text of items")
# What has to come back; the text of items is told besides.
DEMANDED = FIELDS[:-1]


def fields(minutes: Minutes) -> dict[str, Any]:
    """The values that are compared, without what names them for programs only."""
    data = minutes.model_dump(by_alias=True)
    return {
        "header": data["meeting"],
        "attendees": data["attendees"],
        "items": [{key: item[key] for key in ("number", "title", "level", "pillars")} for item in data["items"]],
        "actions": [without_id(action) for action in data["actions"]],
        "decisions": [without_id(decision) for decision in data["decisions"]],
        "next meeting": data["next_meeting"],
        "text of items": [item["paragraphs"] for item in data["items"]],
    }


def without_id(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != "id"}


def came_back(minutes: Minutes, form: str, by_cues: bool = False) -> Minutes:
    stream = io.BytesIO()
    single(form).write(minutes, stream)
    data = stream.getvalue()
    return parse(data.replace(MARK.encode(), b"none") if by_cues else data, name=f"minutes{EXPORTS[form].suffix}")


def differences(before: Minutes, after: Minutes) -> dict[str, str]:
    """Field -> the first thing in it that differs, as it was and as it is."""
    one, two = fields(before), fields(after)
    return {name: first_difference(one[name], two[name]) for name in FIELDS if one[name] != two[name]}


def first_difference(one: Any, two: Any) -> str:
    if isinstance(one, dict) and isinstance(two, dict):
        key = next(key for key in one if one[key] != two.get(key))
        return f"{key}: {first_difference(one[key], two.get(key))}"
    if isinstance(one, list) and isinstance(two, list):
        for number, (a, b) in enumerate(zip(one, two, strict=False)):
            if a != b:
                return f"{number}: {first_difference(a, b)}"
        return f"{len(one)} become {len(two)}"
    return f"{str(one)[:70]!r} becomes {str(two)[:70]!r}"


def meetings(paths: list[Path]) -> Iterator[tuple[Path, Minutes]]:
    for path in paths:
        try:
            yield from ((path, minutes) for minutes in parse_all(path, ocr="never"))
        except InputError:
            continue


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--to", action="append", choices=FORMS)
    arguments.add_argument("--by-cues", action="store_true")
    arguments.add_argument("files", nargs="*", type=Path)
    options = arguments.parse_args()
    forms = options.to or FORMS
    groups: dict[str, list[Minutes]] = defaultdict(list)
    for path, minutes in meetings(options.files or documents()):
        groups["fixtures" if path.parent == FIXTURES else "real documents"].append(minutes)
    for form in forms:
        for group, members in groups.items():
            show(f"{form}, {group}", [(m, differences(m, came_back(m, form, options.by_cues))) for m in members])


def show(heading: str, compared: list[tuple[Minutes, dict[str, str]]]) -> None:
    differing = Counter(name for _, found in compared for name in found)
    same = sum(not set(DEMANDED) & set(found) for _, found in compared)
    print(f"{heading}: {same} of {len(compared)} come back the same, {same / len(compared):.1%}")
    for name in FIELDS:
        equal = len(compared) - differing[name]
        print(f"  {name:14} {equal:4} of {len(compared):4}  {equal / len(compared):7.1%}")
    for minutes, found in compared:
        for name, difference in found.items():
            print(f"    {minutes.source.file}: {name}: {difference}")


if __name__ == "__main__":
    main()
