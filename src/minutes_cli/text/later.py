"""Regular expressions that are compiled when first used: of hundreds a document needs some, and each costs time."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Later:
    """Stands for a pattern until one of its attributes is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> object:
        """Reached once: then the methods of the pattern itself are found here."""
        compiled = re.compile(*self._given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`; a fault in the pattern is told when it is used."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
