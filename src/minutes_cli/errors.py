"""Failures that end the work on a file or the run, each with its exit code.

Odd content is not among them: that is data (`model.document.Problem`).
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process returns; 1 is for findings and for batches of which a part failed."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    INPUT = 3
    OUTPUT = 4
    INTERNAL = 70
    INTERRUPTED = 130


class CrashError(Exception):
    """A bug of ours that came to light in another process.

    kind       of exception that nobody expected
    traceback  where it came from, as text
    """

    def __init__(self, kind: str, traceback: str) -> None:
        super().__init__(kind, traceback)
        self.kind, self.traceback = kind, traceback

    def __str__(self) -> str:
        return self.kind


class MinutesError(Exception):
    """A failure to tell the user in one line.

    name    the file or option it is about, as the user wrote it
    reason  what is wrong
    hint    what to do about it
    """

    exit_code: ExitCode = ExitCode.INTERNAL

    def __init__(self, name: str, reason: str, hint: str = "") -> None:
        self.name, self.reason, self.hint = name, reason, hint
        super().__init__(name, reason, hint)

    def __str__(self) -> str:
        return ": ".join(part for part in (self.name, self.reason, self.hint) if part)


class UsageError(MinutesError):
    """An option, argument or setting that cannot be used, or a file that is not there."""

    exit_code = ExitCode.USAGE


def lacking(name: str, error: ModuleNotFoundError) -> UsageError:
    """What to say where an installation lacks a library, as after an update of `minutes` alone."""
    hint = "install minutes again: pip install --upgrade minutes-data"
    return UsageError(name, f"needs the library {error.name}, which is not installed", hint)


class InputError(MinutesError):
    """A file that cannot be read: unsupported, corrupt, locked, over a limit, or without text."""

    exit_code = ExitCode.INPUT


class UnsupportedInputError(InputError):
    """The file is of a kind that no reader reads."""


class CorruptInputError(InputError):
    """The file is damaged or not what its first bytes promise."""


class LockedInputError(InputError):
    """The file needs a password."""


def locked(name: str, password: str | None) -> LockedInputError:
    """What to say of a file that `password` does not open."""
    if password is None:
        return LockedInputError(name, "encrypted", "give --password or decrypt it first")
    return LockedInputError(name, "the password is wrong", "give the one that opens it, or decrypt it first")


class LimitError(InputError):
    """The file is larger, deeper or slower than the limits allow."""


def over(name: str, reason: str, limit: str, otherwise: str = "split the file") -> LimitError:
    """What to say of a file that needs more of a limit, which the user can raise by its name ("pdf-pages")."""
    return LimitError(name, reason, f"give it more with --allow {limit}=N, or {otherwise}")


class NoTextError(InputError):
    """The file can be opened but holds no text to read."""


class OutputError(MinutesError):
    """The result cannot be written."""

    exit_code = ExitCode.OUTPUT


class RegisterError(OutputError):
    """The register cannot be read or written, is damaged, of a newer version, or no register at all."""
