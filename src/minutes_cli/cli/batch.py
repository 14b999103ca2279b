"""The loop over files: each is read by itself, and one that fails does not keep the others."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

from minutes_cli.cli.messages import tell_bug, tell_error
from minutes_cli.errors import ExitCode, InputError, LimitError, MinutesError, OutputError, UsageError
from minutes_cli.profiles import load_profile
from minutes_cli.readers.options import MIB, Options

if TYPE_CHECKING:
    from minutes_cli.model.minutes import Minutes
    from minutes_cli.model.tracing import Reading


Result = TypeVar("Result")


class Files(Generic[Result]):
    """Files to read; iterating yields each file's place in the list and what was read, and tells of those that fail.

    A file that holds several meetings yields each in turn.
    contents  bytes of files that were read before, by name
    Raises UsageError at once for a profile that does not exist.
    """

    def __init__(
        self,
        files: Sequence[str],
        options: Options,
        profile: str | None,
        contents: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        if profile:
            load_profile(profile)
        self.files, self.options, self.profile, self._contents = files, options, profile, contents
        self._failures: list[ExitCode] = []
        self.failed: list[tuple[str, str]] = []  # each file that could not be read, with the reason

    def __iter__(self) -> Iterator[tuple[int, Result]]:
        for index, name in enumerate(self.files):
            try:
                results = self._results(name)
            except MinutesError as error:
                tell_error(error)
                self._failures.append(error.exit_code)
                if not isinstance(error, OutputError):
                    self.failed.append((name, error.reason))
            except BrokenPipeError:  # the reader of our output has seen enough
                raise
            except Exception as error:
                tell_bug(error, name)
                self._failures.append(ExitCode.INTERNAL)
                self.failed.append((name, "an internal error"))
            else:
                for result in results:
                    yield index, result

    @property
    def exit_code(self) -> ExitCode:
        """What the process returns: a single file's own code, or that a part of the batch failed."""
        if not self._failures:
            return ExitCode.DONE
        return self._failures[0] if len(self.files) == 1 else ExitCode.PROBLEMS

    def _read(self, data: bytes, name: str) -> Sequence[Result]:
        """What is wanted of each meeting in a file; raises as `pipeline.parse_bytes` does."""
        raise NotImplementedError

    def _results(self, name: str) -> Sequence[Result]:
        try:
            data = self._contents[name] if name in self._contents else file_or_input(name, self.options)
            # bytes of a file name that are no text are spelled out: JSON could not hold them
            return self._read(data, name.encode("utf-8", "backslashreplace").decode())
        except MemoryError as error:
            raise LimitError(name, "needs more memory than there is", "split the file") from error
        except RecursionError as error:
            raise LimitError(name, "nested too deeply", "save it anew, or as PDF") from error


class Batch(Files["Minutes"]):
    """Files to parse to minutes."""

    def _read(self, data: bytes, name: str) -> Sequence[Minutes]:
        from minutes_cli.pipeline import parse_all_bytes  # not before there is something to read

        return parse_all_bytes(data, name, self.options, self.profile)


class Readings(Files["Reading"]):
    """Files to parse, of which the document itself is wanted too."""

    def _read(self, data: bytes, name: str) -> Sequence[Reading]:
        from minutes_cli.pipeline import trace_all_bytes

        return trace_all_bytes(data, name, self.options, self.profile)


def file_or_input(name: str, options: Options) -> bytes:
    """The bytes of a file, or of standard input for "-"."""
    return _standard_input(options) if name == "-" else _file(name, options)


def _file(name: str, options: Options) -> bytes:
    from minutes_cli.readers.files import read_bytes

    try:
        return read_bytes(Path(name), options)
    except ValueError as error:  # a name that no file can have
        raise UsageError(name, "no such file", "check the path") from error


def _standard_input(options: Options) -> bytes:
    if sys.stdin is None:
        raise InputError("-", "standard input is closed", "name a file")
    limit = options.limits.input_bytes
    try:
        data = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise InputError("-", error.strerror or "standard input cannot be read", "name a file") from error
    if len(data) > limit:
        raise LimitError("-", f"larger than {limit // MIB} MiB", "split it first")
    return data
