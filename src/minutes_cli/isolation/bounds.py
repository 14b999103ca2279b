"""What the operating system lets a process take while it reads a document."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from minutes_cli.readers import waiting
from minutes_cli.readers.options import Limits

if sys.platform != "win32":
    import resource

# Beyond the seconds of the wall clock: whoever waits is the first to notice, and can say so.
_GRACE_SECONDS = 5
# What a reader may write or open: nothing of a document is ever written, tesseract gets its picture through a pipe.
_FILE_BYTES = 512 * 2**20
_OPEN_FILES = 256


@contextmanager
def bounded(limits: Limits) -> Iterator[None]:
    """Memory and time are limited in the block, as far as the system can; what breaks the limit of time is killed."""
    if sys.platform == "win32":
        yield
        return
    used = os.times()
    wanted = {
        resource.RLIMIT_AS: limits.memory_bytes,
        resource.RLIMIT_CPU: int(used.user + used.system) + limits.seconds + _GRACE_SECONDS,
        resource.RLIMIT_FSIZE: _FILE_BYTES,
        resource.RLIMIT_NOFILE: _OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    before = {kind: resource.getrlimit(kind)[0] for kind in wanted}
    try:
        for kind, most in wanted.items():
            _set(kind, most)
        with waiting.heard_by(_allow_more):
            yield
    finally:
        for kind, most in before.items():
            _set(kind, most)


def _allow_more(seconds: float) -> None:
    _set(resource.RLIMIT_CPU, resource.getrlimit(resource.RLIMIT_CPU)[0] + int(seconds))


def _set(kind: int, most: int) -> None:
    """Set the soft limit, within the hard one; a system that knows it by name only goes without."""
    hard = resource.getrlimit(kind)[1]
    with suppress(OSError, ValueError):
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def peak_bytes() -> int:
    """The most memory that this process ever had, in bytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    # KiB, but bytes on macOS
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
