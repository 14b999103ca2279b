"""What goes between a process that waits for documents and those that parse them, on pipes: lines of JSON, and bytes.

Nothing that a worker says is executed or unpickled, and its results are of bounded size: it may be in the hands of a
document.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple

from minutes_cli.errors import (
    CorruptInputError,
    CrashError,
    ExitCode,
    InputError,
    MinutesError,
    OutputError,
    UsageError,
)
from minutes_cli.readers.options import Limits, Options

MOST_LINE = 256 * 1024
_MOST_TOLD = 2_000
_MOST_TRACEBACK = 20_000
_MOST_MEETINGS = 10_000
# how a failure is raised again on the other side
_KINDS: Mapping[int, type[MinutesError]] = {
    ExitCode.INPUT: InputError,
    ExitCode.USAGE: UsageError,
    ExitCode.OUTPUT: OutputError,
}


@dataclass(frozen=True)
class Settings:
    """How documents are read, and the form of `exporters.EXPORTERS` in which they come back.

    joined  each meeting as it stands among others in one stream
    kept    the folder of results that are kept from run to run, None to keep none
    """

    options: Options
    profile: str | None = None
    form: str = "json"
    joined: bool = False
    kept: str | None = None

    def encoded(self) -> bytes:
        return encoded(asdict(self))

    @classmethod
    def decoded(cls, line: bytes) -> Settings:
        told = json.loads(line)
        options = told.pop("options")
        return cls(Options(limits=Limits(**options.pop("limits")), **options), **told)


class Content(NamedTuple):
    """One meeting in the form asked for; `part` counts from 1 where a file holds several."""

    part: int | None
    data: bytes


@dataclass(frozen=True)
class Result:
    """What became of one document: its meetings, or why there are none.

    sha256   of the file, None where it could not be read
    pages    None in formats without pages
    seconds  that it took
    """

    name: str
    contents: tuple[Content, ...] = ()
    failure: MinutesError | None = None
    bug: CrashError | None = None
    sha256: str | None = None
    pages: int | None = None
    seconds: float = 0.0

    def given(self) -> tuple[Content, ...]:
        """The meetings; raises what the reading of the document raised."""
        if self.failure:
            raise self.failure
        if self.bug:
            raise self.bug
        return self.contents

    def encoded(self, last: bool) -> bytes:
        """The line that announces the result, and the bytes of its meetings.

        last  the worker ends with it
        """
        told: dict[str, object] = {"last": last, "sha256": self.sha256, "pages": self.pages, "seconds": self.seconds}
        if self.failure:
            code, texts = self.failure.exit_code, (self.failure.reason, self.failure.hint)
            told["failure"] = [int(code), *(text[:_MOST_TOLD] for text in texts)]
        if self.bug:
            told["bug"] = [self.bug.kind[:_MOST_TOLD], self.bug.traceback[-_MOST_TRACEBACK:]]
        told["sizes"] = [(content.part, len(content.data)) for content in self.contents]
        return b"".join([encoded(told), *(content.data for content in self.contents)])


def encoded(told: Mapping[str, object]) -> bytes:
    """One line; text that is no Unicode, as in names of files, is kept."""
    return json.dumps(told).encode() + b"\n"


def sizes_of(header: Mapping[str, object]) -> list[tuple[int | None, int]]:
    """The number and length of each content that follows a header; ValueError for what is no header."""
    sizes = header.get("sizes")
    if not isinstance(sizes, list) or len(sizes) > _MOST_MEETINGS:
        raise ValueError("no header")
    return [_size(one) for one in sizes]


def result_of(name: str, header: Mapping[str, object], contents: Sequence[Content]) -> Result:
    """The result that a worker announced; ValueError for what is none."""
    match header:
        case {
            "sha256": str() | None as sha256,
            "pages": int() | None as pages,
            "seconds": float() | int() as seconds,
        }:
            failure, bug = _failure(name, header.get("failure")), _bug(header.get("bug"))
            return Result(name, tuple(contents), failure, bug, sha256, pages, float(seconds))
    raise ValueError("no header")


def _size(told: object) -> tuple[int | None, int]:
    match told:
        case [int() | None as part, int(size)] if size >= 0:
            return part, size
    raise ValueError("no size")


def _failure(name: str, told: object) -> MinutesError | None:
    match told:
        case None:
            return None
        case [int(code), str(reason), str(hint)]:
            return _KINDS.get(code, CorruptInputError)(name, reason, hint)
    raise ValueError("no failure")


def _bug(told: object) -> CrashError | None:
    match told:
        case None:
            return None
        case [str(kind), str(traceback)]:
            return CrashError(kind, traceback)
    raise ValueError("no bug")
