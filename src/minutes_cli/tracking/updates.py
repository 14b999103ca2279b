"""What the minutes of a meeting say became of an action, and what date they set for it anew."""

from __future__ import annotations

import re
from datetime import date

from minutes_cli.model.tracking import Entry
from minutes_cli.text.dates import find_dates
from minutes_cli.tracking.likeness import plain

_WORD = re.compile(r"[^\W_]+")
_TELLING = re.compile(r"[^\W_]|[✓☑✔]")
# Words that set a date: "now expected 17/02/2023", "New date 6 January", "revised to", "by". "Received on" does not.
_SETS_DATE = re.compile(
    r"(?:\b(?:by|due|until|till|before|deadline|target|expected|scheduled|"
    r"(?:new|revised|target|due|further) date(?: is| of)?|"
    r"(?:extended|moved|deferred|postponed|delayed|revised|changed|put back|slipped|carried (?:forward|over)|"
    r"re-?scheduled|due date)\s(?:to|until|is|now)|now|action date|(?:rescheduled|planned|scheduled) for)\b)"
    r"[\s:,–-]{0,3}(?:on |the |be )?$",
    re.IGNORECASE,
)
_PIECE = re.compile(r"\s[–—-]\s|(?<=[.;])\s")
# how far before a date the words that set it stand
_REACH = 40
# The update is what stands behind so much of the task's own words; a word may be mended in between.
_SAME_SHARE = 0.8


def said_of(entry: Entry, first: Entry) -> str:
    """The words of an entry that tell what became of the action: the printed update, or what its text adds to the task.

    first   the entry by which the action was raised
    """
    if entry.update:
        return entry.update
    # a report in other words, or a task raised and told as done in one line: "Order the skip – no longer needed"
    behind = " ".join(_PIECE.split(entry.text)[1:])
    if entry is first:
        return behind if entry.state == "closed" else ""
    return _added(entry.text, first.text) or ("" if plain(entry.text) == plain(first.text) else behind)


def date_set(words: str, sitting: str | None) -> tuple[str, str] | None:
    """The last due date that an update sets, ISO and as printed; days before the meeting are history.

    sitting   ISO date of the meeting
    """
    held = date.fromisoformat(sitting) if sitting else None
    found: tuple[str, str] | None = None
    for one in find_dates(words, after=held):
        if one.value is None or (held and one.value < held):
            continue
        if _SETS_DATE.search(words[max(0, one.start - _REACH) : one.start]):
            found = one.value.isoformat(), one.text
    return found


def _added(text: str, task: str) -> str:
    """What stands in `text` behind the words of `task`."""
    own = [word.casefold() for word in _WORD.findall(task)]
    matches = list(_WORD.finditer(text))
    if len(matches) <= len(own) // 2:
        return ""
    known = set(own)
    # the longest beginning of the text whose words are nearly all the task's
    end = same = 0
    for number, match in enumerate(matches, 1):
        same += match[0].casefold() in known
        if match[0].casefold() in known and same >= _SAME_SHARE * number:
            end = match.end()
            if number >= len(own):
                break
    added = text[end:] if end and same >= len(own) // 2 else ""
    return added.strip(" .;:,–—-\n") if _TELLING.search(added) else ""
