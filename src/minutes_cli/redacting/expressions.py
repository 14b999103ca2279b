r"""Regular expressions of users: only those that take little time over any text.

Taken are letters and signs, `.`, classes (`[A-Z]`, `\d`), `^`, `$`, `\b`, groups (`(…)`, `(?:…)`), `|`, and repeats
that have an end (`?`, `{2}`, `{1,9}`). In how many ways these can be gone through from one place of a text is
counted here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_cli.errors import UsageError

# More ways than this to go through an expression, from one place of the text, and it is too slow.
_MOST_WAYS = 2_000
_LONGEST = 500
_HINT = r"give each repeat an end, as in \w{1,40} for \w+, and repeat no group that repeats"
_SUBSET = "take letters, classes, groups, | and repeats that have an end"
_TOKEN = re.compile(
    r"(?P<repeat>\?|\{(?P<least>\d{1,5})(?:,(?P<most>\d{1,5}))?\})\??"
    r"|(?P<open>\((?:\?:)?)(?!\?)|(?P<close>\))|(?P<or>\|)"
    r"|(?P<one>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[^1-9]|[^\\\[(){*+?|])",
    re.DOTALL,
)


def expression(text: str) -> re.Pattern[str]:
    """The expression, case ignored; UsageError for what is none, matches nothing at all, or could be slow."""
    given = f"--pattern {text[:_LONGEST]}"
    if len(text) > _LONGEST:
        raise UsageError(given, f"is longer than {_LONGEST} characters", "give several")
    try:
        pattern = re.compile(text, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        raise UsageError(given, f"is no regular expression ({error})", "") from error
    ways = _ways(_tokens(text, given))
    if ways > _MOST_WAYS:
        raise UsageError(given, "could take long over some texts", _HINT)
    if pattern.match(""):
        raise UsageError(given, "matches nothing at all", "let it stand for one character at least")
    return pattern


def _tokens(text: str, given: str) -> list[re.Match[str]]:
    tokens: list[re.Match[str]] = []
    at = 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            hint = _HINT if text[at] in "*+{" else _SUBSET
            raise UsageError(given, f"could take long over some texts, for its {text[at : at + 3]}", hint)
        tokens.append(token)
        at = token.end()
    return tokens


def _ways(tokens: Sequence[re.Match[str]]) -> int:
    """In how many ways, at most, the expression can be gone through from one place."""
    # of each group that is open: ways of the branches before, of the branch up to the last atom, and of that atom
    groups = [(0, 1, 1)]
    for token in tokens:
        done, branch, last = groups[-1]
        if token["open"]:
            groups.append((0, 1, 1))
        elif token["close"]:
            groups.pop()
            outer_done, outer_branch, outer_last = groups[-1]
            groups[-1] = (outer_done, outer_branch * outer_last, done + branch * last)
        elif token["or"]:
            groups[-1] = (done + branch * last, 1, 1)
        elif token["repeat"]:
            groups[-1] = (done, branch, _repeated(last, token))
        else:
            groups[-1] = (done, branch * last, 1)
        groups[-1] = tuple(min(ways, _MOST_WAYS + 1) for ways in groups[-1])  # type: ignore[assignment]
    done, branch, last = groups[0]
    return done + branch * last


def _repeated(each: int, token: re.Match[str]) -> int:
    if token["repeat"] == "?":
        return each + 1
    least = int(token["least"])
    most = int(token["most"] or least)
    if each == 1:
        return most - least + 1
    return sum(each ** min(times, 20) for times in range(least, min(most, _MOST_WAYS) + 1))
