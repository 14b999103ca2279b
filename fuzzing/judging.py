"""What must not come of a document, whatever it holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

from minutes_cli import load
from minutes_cli.errors import ExitCode, MinutesError
from minutes_cli.isolation.protocol import Result

# in a line for people; and in words that are quoted, where a tab or a line end may stand
_NO_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_DEATHS = {
    "breaks its reader": "death",
    "its process was killed": "death",
    "no process could be started": "death",
    "takes longer than": "timeout",
    "of memory": "memory",
    "of data": "memory",
}
_OURS = re.compile(r'File "[^"]*(minutes_cli/[^"]+)", line (\d+), in (\w+)')


class Finding(NamedTuple):
    """Something that must not be.

    kind  the same word for all of its kind
    told  what it was
    mark  the same for those that have the same cause, as far as one can see
    """

    kind: str
    told: str
    mark: str


def judged(result: Result) -> list[Finding]:
    """All that is wrong with what a worker made of a document."""
    return list(_of(result))


def unlike(one: Result, two: Result) -> list[Finding]:
    """What is wrong where two readings of the same bytes differ."""
    if one.contents == two.contents and str(one.failure) == str(two.failure):
        return []
    told = f"{one.failure or 'data'} and {two.failure or 'data'}"
    return [Finding("not the same twice", told, f"not the same twice: {one.failure is None} {two.failure is None}")]


def _of(result: Result) -> Iterator[Finding]:
    if result.bug:
        places = _OURS.findall(result.bug.traceback)
        place = ":".join(places[-1]) if places else "?"
        yield Finding("traceback", result.bug.traceback, f"{result.bug.kind} {place}")
    elif result.failure:
        reason, hint = result.failure.reason, result.failure.hint
        for words, kind in _DEATHS.items():
            if words in reason:
                yield Finding(kind, reason, reason)
        if result.failure.exit_code != ExitCode.INPUT:
            yield Finding("wrong exit code", str(result.failure), reason)
        if not reason.strip() or not hint.strip() or _NO_LINE.search(reason + hint):
            yield Finding("no clear line", repr((reason, hint)), f"no clear line: {reason[:20]!r}")
    elif not result.contents:
        yield Finding("nothing", "neither data nor a reason", "nothing")
    for content in result.contents:
        yield from _of_data(content.data)


def _of_data(data: bytes) -> Iterator[Finding]:
    try:
        told = json.loads(data, parse_constant=_no_json)
        minutes = load(data.decode())
    except (ValueError, MinutesError) as error:
        yield Finding("no data", str(error), f"no data: {type(error).__name__}")
        return
    if json.loads(minutes.model_dump_json(by_alias=True)) != told:
        yield Finding("other data when loaded", "", "other data when loaded")
    for path, text in _texts(told, ""):
        if raw := _RAW.search(text):
            yield Finding("raw control character", f"{path}: {text[:200]!r}", f"raw {raw[0]!r} in {path}")


def _texts(told: Any, path: str) -> Iterator[tuple[str, str]]:
    """All strings, each with the names above it."""
    match told:
        case str():
            yield path, told
        case dict():
            for name, one in told.items():
                yield from _texts(one, f"{path}/{name}")
        case list():
            for one in told:
                yield from _texts(one, path)


def _no_json(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")
