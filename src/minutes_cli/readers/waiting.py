"""Who waits for a document is told when it will take longer for a good reason: a page is read from its picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Listener = Callable[[float], None]

_listeners: list[Listener] = []


def takes(seconds: float) -> None:
    """The document may take so many seconds more."""
    for listener in _listeners:
        listener(seconds)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)
