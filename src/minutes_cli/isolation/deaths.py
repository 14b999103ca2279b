"""How the end of a process that read a document is told to people."""

from __future__ import annotations

import signal

from minutes_cli.errors import CorruptInputError, InputError, LimitError
from minutes_cli.readers.options import MIB, Limits

_ANEW = "open it and save it anew, or as PDF"


def too_slow(name: str, seconds: int) -> LimitError:
    return LimitError(
        name, f"takes longer than {seconds} seconds", "give it more with --allow seconds=N, or split the file"
    )


def out_of_memory(name: str, limits: Limits) -> LimitError:
    mib = limits.memory_bytes // MIB
    return LimitError(
        name, f"needs more than {mib} MiB of memory", "give it more with --allow memory-bytes=N, or split the file"
    )


def of_death(name: str, status: int, seconds: int) -> InputError:
    """Why there is nothing of a file whose process ended early.

    status   its exit status, or the negative number of the signal that ended it
    seconds  that it had
    """
    if status >= 0:
        return CorruptInputError(name, f"breaks its reader (exit status {status})", _ANEW)
    signalled = _signal(-status)
    if signalled == "SIGXCPU":
        return too_slow(name, seconds)
    if signalled == "SIGKILL":
        return LimitError(name, "its process was killed, as for want of memory", "split the file, or free some memory")
    return CorruptInputError(name, f"breaks its reader ({signalled})", _ANEW)


def nested_too_deeply(name: str) -> LimitError:
    return LimitError(name, "nested too deeply", "save it anew, or as PDF")


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
