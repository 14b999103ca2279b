"""The loop over files: each is read by itself, and one that fails does not keep the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

from minutes_cli.cli.messages import tell_bug, tell_error
from minutes_cli.errors import ExitCode, InputError, MinutesError, OutputError, UsageError, lacking
from minutes_cli.isolation import supervision
from minutes_cli.isolation.deaths import nested_too_deeply, out_of_memory
from minutes_cli.profiles import load_profile
from minutes_cli.readers.files import larger_than
from minutes_cli.readers.options import Options

if TYPE_CHECKING:
    from minutes_cli.isolation import protocol
    from minutes_cli.kept.cache import Cache
    from minutes_cli.model.minutes import Minutes
    from minutes_cli.model.tracing import Reading


Result = TypeVar("Result")

# So many documents are read before the processes that would share the work have started.
FEW = 3


class Files(Generic[Result]):
    """Files to read; iterating yields each file's place in the list and what was read, and tells of those that fail.

    A file that holds several meetings yields each in turn.
    contents  bytes of files that were read before, by name
    jobs      processes that may share the work; by default as many as there are cores
    cache     what earlier runs parsed
    Raises UsageError at once for a profile that does not exist.
    """

    def __init__(
        self,
        files: Sequence[str],
        options: Options,
        profile: str | None,
        contents: Mapping[str, bytes] = MappingProxyType({}),
        jobs: int | None = None,
        cache: Cache | None = None,
    ) -> None:
        if profile:
            load_profile(profile)
        self._jobs, self._cache = jobs, cache
        self.files, self.options, self.profile, self._contents = files, options, profile, contents
        self._failures: list[ExitCode] = []
        self.failed: list[tuple[str, str]] = []  # each file that could not be read, with the reason

    def __iter__(self) -> Iterator[tuple[int, Result]]:
        found = self._found()
        # Read before the first is given: a command that a document ends starts anew, and must have said nothing yet.
        yield from found if len(self.files) > FEW else list(found)

    def _found(self) -> Iterator[tuple[int, Result]]:
        for index, take in self._taken():
            name = self.files[index]
            try:
                results = take()
            except (MinutesError, ModuleNotFoundError) as caught:
                error = lacking(name, caught) if isinstance(caught, ModuleNotFoundError) else caught
                if supervision.is_news(name):
                    tell_error(error)
                self._failures.append(error.exit_code)
                if not isinstance(error, OutputError):
                    self.failed.append((name, error.reason))
            except BrokenPipeError:  # the reader of our output has seen enough
                raise
            except Exception as error:
                if supervision.is_news(name):
                    tell_bug(error, name)
                self._failures.append(ExitCode.INTERNAL)
                self.failed.append((name, "an internal error"))
            else:
                for result in results:
                    yield index, result

    def _taken(self) -> Iterator[tuple[int, Callable[[], Sequence[Result]]]]:
        """What gives the results of each file, or raises."""
        for index, name in enumerate(self.files):
            yield index, partial(self._results, name)

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
            # who writes to standard input may take their time
            given = self._contents.get(name)
            if given is None and name == "-":
                given = file_or_input(name, self.options)
            with supervision.reading(name, self.options.limits) if self.options.isolated else nullcontext():
                data = file_or_input(name, self.options) if given is None else given
                # bytes of a file name that are no text are spelled out: JSON could not hold them
                return self._read(data, name.encode("utf-8", "backslashreplace").decode())
        except MemoryError as error:
            raise out_of_memory(name, self.options.limits) from error
        except RecursionError as error:
            raise nested_too_deeply(name) from error


class Batch(Files["Minutes"]):
    """Files to parse to minutes; more than a few by several processes at once."""

    def _taken(self) -> Iterator[tuple[int, Callable[[], Sequence[Minutes]]]]:
        if len(self.files) <= FEW or "-" in self.files or not (supervision.is_on() and self.options.isolated):
            yield from super()._taken()
            return
        from minutes_cli.isolation.pool import cores, parsed
        from minutes_cli.isolation.protocol import Settings

        kept = str(self._cache.folder) if self._cache else None
        settings = Settings(self.options, self.profile, "jsonl", kept=kept)
        jobs = min(self._jobs or cores(), len(self.files))
        for index, result in enumerate(parsed(self.files, settings, jobs)):
            yield index, partial(_minutes, result)

    def _read(self, data: bytes, name: str) -> Sequence[Minutes]:
        if self._cache:
            from minutes_cli.kept.parsing import parse_kept

            return parse_kept(data, name, self.options, self.profile, self._cache)
        from minutes_cli.pipeline import parse_all_bytes  # not before there is something to read

        return parse_all_bytes(data, name, self.options, self.profile)


def _minutes(result: protocol.Result) -> Sequence[Minutes]:
    from minutes_cli.model.minutes import Minutes

    return [Minutes.model_validate_json(content.data) for content in result.given()]


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
        raise larger_than(limit, "-")
    return data
