"""The reasons of a value, and of all values below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import Any

from minutes_cli.model.confidence import holder_of, shipped
from minutes_cli.model.minutes import Alternative, Evidence, Minutes
from minutes_cli.model.pointer import look_up, steps
from minutes_cli.model.rules import RULES
from minutes_cli.model.why import Reason, Weighed, Why

# So many pointers are named where one leads nowhere.
_MOST_NEAR = 8
# Evidence is data about values, and no value itself.
_ABOUT = ("evidence", "diagnostics")


class NoSuchValue(LookupError):
    """A pointer that leads nowhere; `near` are pointers that do not."""

    def __init__(self, path: str, near: Sequence[str]) -> None:
        self.path, self.near = path, tuple(near)
        super().__init__(path)


def reasons(minutes: Minutes, pointer: str) -> Why:
    """Why the values at and below `pointer` are as they are; a slash in front may be left out.

    Raises NoSuchValue for a pointer that leads nowhere.
    """
    path = "/" + pointer.strip("/") if pointer.strip("/") else ""
    data: dict[str, Any] = minutes.model_dump(mode="json", by_alias=True, exclude=set(_ABOUT))
    try:
        value = look_up(data, path)
    except (LookupError, ValueError):
        raise NoSuchValue(path, _near(data, path)) from None
    at = {path, *([f"{path.rpartition('/')[0]}/as_written"] if path.endswith("/name") else [])}
    below = [e for e in minutes.evidence if e.path in at or e.path.startswith(f"{path}/")]
    found = [_reason(same, list(proofs), data) for same, proofs in groupby(below, key=lambda e: e.path)]
    note = None if found else _UNREAD if value else _UNSAID
    return Why(file=minutes.source.file, path=path, reasons=tuple(found), note=note)


_UNSAID = "the document does not say"
_UNREAD = "not read from words: it follows from other values or from the file"


def _reason(path: str, proofs: Sequence[Evidence], data: Mapping[str, Any]) -> Reason:
    first = proofs[0]
    rule = first.rule or ""
    checked, count = shipped().checked(rule)
    value = look_up(data, path)
    return Reason(
        path=path,
        value=value if isinstance(value, str | int) else None,
        places=tuple(proofs),
        rule=first.rule,
        explanation=RULES.get(rule),
        grade=first.grade,
        confidence=first.confidence,
        checked=checked,
        right=count.right,
        cases=count.cases,
        holder=holder_of(path) or None,
        weighed=tuple(map(_weighed, first.alternatives)),
    )


def _weighed(other: Alternative) -> Weighed:
    return Weighed(value=other.value, rule=other.rule, explanation=RULES.get(other.rule or ""))


def _near(data: Mapping[str, Any], path: str) -> list[str]:
    """The pointers, or ranges of them, one step on from where `path` still leads somewhere, the likest first."""
    wanted = list(steps(path))
    above: list[str] = []
    here: object = data
    for step in wanted:
        try:
            here = look_up(here, f"/{step}")
        except (LookupError, ValueError):
            break
        above.append(step)
    base = "".join(f"/{step}" for step in above)
    if isinstance(here, Mapping):
        keys = [str(key) for key in here]
        names = get_close_matches(wanted[len(above)], keys, n=_MOST_NEAR, cutoff=0.5) or keys[:_MOST_NEAR]
        return [f"{base}/{name}" for name in names]
    if isinstance(here, Sequence) and not isinstance(here, str) and here:
        return [f"{base}/0"] if len(here) == 1 else [f"{base}/0 to {base}/{len(here) - 1}"]
    return [base or "/"]
