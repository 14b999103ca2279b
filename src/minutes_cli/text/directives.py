"""Remarks to the checker in a comment: `minutes: ignore M204`, `minutes: ignore-file M8 -- the chair wants it so`."""

from __future__ import annotations

import re
from typing import NamedTuple

# Word turns a hyphen at which it must not break a line into another character
_DIRECTIVE = re.compile(r"minutes:\s{0,9}ignore(?P<file>[-\u2011]file)?(?![\w\u2011-])(?P<rest>.*)", re.IGNORECASE)
_REASON = re.compile(r"(?:^|\s)(?:--|–|—|\()")
_NAME = re.compile(r"[\w-]+")


class Directive(NamedTuple):
    """Which findings are not wanted.

    whole_file  in the whole file, not only where the comment stands
    selectors   codes, families or names of rules; none for all
    """

    whole_file: bool
    selectors: tuple[str, ...] = ()


def directive(comment: str) -> Directive | None:
    """What the text of a comment tells the checker; None for one that is no remark to it."""
    found = _DIRECTIVE.match(comment.strip())
    if found is None:
        return None
    codes = _REASON.split(found["rest"], maxsplit=1)[0]
    return Directive(found["file"] is not None, tuple(_NAME.findall(codes)))
