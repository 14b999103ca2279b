"""How the end of a process that read a document is told to people."""

from __future__ import annotations

import signal

from minutes_cli.errors import CorruptInputError, InputError, LimitError, over
from minutes_cli.readers.options import Limits
from minutes_cli.text.counting import counted, in_bytes

_ANEW = "open it and save it anew, or as PDF"


def too_slow(name: str, seconds: int) -> LimitError:
    return over(name, f"takes longer than {counted(seconds, 'second')}", "seconds")


def out_of_memory(name: str, limits: Limits) -> LimitError:
    return over(name, f"needs more than {in_bytes(limits.memory_bytes)} of memory", "memory-bytes")


def too_much(name: str, most: int) -> LimitError:
    return over(name, f"gives more than {in_bytes(most)} of data", "result-bytes")


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
