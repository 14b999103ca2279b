"""A smaller document with the same fault."""

from __future__ import annotations

import time
from collections.abc import Callable

from fuzzing.changes.package import packed, unpacked


def shrunk(data: bytes, faulty: Callable[[bytes], bool], seconds: float) -> bytes:
    """What is left when stretches are taken out for as long as it stays faulty, and for so many seconds at most.

    Of a zip file whole parts are taken out, then stretches of each.
    """
    until = time.monotonic() + seconds
    parts = unpacked(data)
    if not parts or not faulty(packed(parts)):
        return _without(data, faulty, until)
    for at in reversed(range(len(parts))):
        fewer = parts[:at] + parts[at + 1 :]
        if time.monotonic() < until and faulty(packed(fewer)):
            parts = fewer
    for at, (name, content) in enumerate(parts):

        def with_part(new: bytes, at: int = at, name: str = name) -> bytes:
            return packed([*parts[:at], (name, new), *parts[at + 1 :]])

        parts[at] = (name, _without(content, lambda new: faulty(with_part(new)), until))
    return packed(parts)


def _without(data: bytes, faulty: Callable[[bytes], bool], until: float) -> bytes:
    size = len(data) // 2
    while size:
        at = 0
        while at < len(data):
            if time.monotonic() > until:
                return data
            shorter = data[:at] + data[at + size :]
            if faulty(shorter):
                data = shorter
            else:
                at += size
        size //= 2
    return data
