"""Regular expressions of users: only those that take little time over any text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from minutes_cli.errors import UsageError

# More ways than this to go through an expression, from one place of the text, and it is too slow.
_MOST_WAYS = 10_000
_LONGEST = 500
_HINT = r"give each repeat an end, as in \w{1,40} for \w+, and repeat no group that repeats"


def expression(text: str) -> re.Pattern[str]:
    """The expression, case ignored; UsageError for what is none, matches nothing at all, or could be slow."""
    try:
        pattern = re.compile(text, re.IGNORECASE)
        ways = _ways(parser.parse(text))
    except (re.error, RecursionError, OverflowError) as error:
        raise UsageError(f"--pattern {text[:_LONGEST]}", f"is no regular expression ({error})", "") from error
    if len(text) > _LONGEST or ways > _MOST_WAYS:
        raise UsageError(f"--pattern {text[:_LONGEST]}", "could take long over some texts", _HINT)
    if pattern.match(""):
        raise UsageError(f"--pattern {text}", "matches nothing at all", "let it stand for one character at least")
    return pattern


def _ways(nodes: Iterable[tuple[Any, Any]]) -> int:
    """In how many ways, at most, the expression can be gone through from one place; too many where it has no bound."""
    ways = 1
    for kind, content in nodes:
        ways = min(ways * _ways_of(kind, content), _MOST_WAYS + 1)
    return ways


def _ways_of(kind: object, content: Any) -> int:
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
        least, most, inner = content
        each = _ways(inner)
        if most == kinds.MAXREPEAT or most > _MOST_WAYS:
            return _MOST_WAYS + 1
        if each == 1:
            return int(most - least) + 1
        total: int = sum(each ** min(times, 20) for times in range(least, most + 1))
        return min(total, _MOST_WAYS + 1)
    if kind is kinds.BRANCH:
        return sum(_ways(branch) for branch in content[1])
    if kind is kinds.SUBPATTERN:
        return _ways(content[3])
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT):
        return _ways(content[1])
    if kind is kinds.ATOMIC_GROUP:
        return _ways(content)
    if kind in (kinds.GROUPREF, kinds.GROUPREF_EXISTS):
        return _MOST_WAYS + 1
    return 1
