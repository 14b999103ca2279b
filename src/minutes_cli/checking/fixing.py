"""Mends what can be mended: fixes are carried out, the file is checked anew, until nothing is left to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import unified_diff
from typing import NamedTuple

from minutes_cli.checking.checked import Checked, Found
from minutes_cli.checking.engine import DEFAULT_OPTIONS, Checker
from minutes_cli.errors import MinutesError
from minutes_cli.model.findings import Finding
from minutes_cli.model.source_text import SourceText
from minutes_cli.readers.options import Options
from minutes_cli.source.edits import Change, disjoint, resolve
from minutes_cli.source.rewrite import by_unit, changed, rewrite

# A file is checked anew at most so often; each time but for those that fail something was mended.
_MOST_CHECKS = 100


class Fixed(NamedTuple):
    """A file after mending.

    old, new       its bytes
    before, after  what was found, and what is left
    mended         how many findings were
    """

    old: bytes
    new: bytes
    before: Checked
    after: Checked
    mended: int

    def diff(self) -> list[str]:
        """What was changed, as a unified diff of lines or, in a Word file, of paragraphs."""
        one, two = (_texts(checked.source) for checked in (self.before, self.after))
        return list(unified_diff(one, two, self.before.path, self.after.path, lineterm=""))


def fix(
    checker: Checker,
    data: bytes,
    path: str,
    options: Options = DEFAULT_OPTIONS,
    profile: str | None = None,
    unsafe: bool = False,
    before: Checked | None = None,
    is_wanted: Callable[[Finding], bool] = lambda _: True,
) -> Fixed:
    """Check a file and mend it; raises as `Checker.check` does.

    unsafe     carry unsafe fixes out too
    before     what is known to be found in the file
    is_wanted  which findings are to be mended
    Fixes that touch the same words wait for the next check. Those that cannot be read afterwards, make a fault of
    another kind, or change what is in the minutes beside what they name, are taken back.
    """
    # what was remembered tells that there is a fix, and not which
    if before is None or any(found.finding.fix and found.fix is None for found in before.found):
        before = checker.check(data, path, options, profile)
    old, now = data, before
    refused: set[str] = set()
    most = None
    count = 0
    for _ in range(_MOST_CHECKS):
        wanted = [found for found in now.found if is_wanted(found.finding) and found.finding.fingerprint not in refused]
        batch = _batch(now.source, wanted, unsafe)[:most]
        if not batch:
            break
        changes = [own for _, own in batch]
        mended = _mended(checker, data, now, changes, options, profile)
        if mended:
            count += len(now.found) - len(mended[1].found)
            data, now = mended
            most, refused = None, set()
        elif len(batch) > 1:
            most = len(batch) // 2
        else:
            most = None
            refused.add(batch[0][0].finding.fingerprint)
    return Fixed(old, data, before, now, count)


def _batch(source: SourceText, wanted: Sequence[Found], unsafe: bool) -> list[tuple[Found, tuple[Change, ...]]]:
    """The findings to mend at once, none of which changes what another does."""
    batch: list[tuple[Found, tuple[Change, ...]]] = []
    for found in wanted:
        changes = resolve(source, found.fix) if found.fix and (found.fix.safe or unsafe) else None
        if changes and all(disjoint(changes, others) for _, others in batch):
            batch.append((found, changes))
    return batch


def _mended(
    checker: Checker,
    data: bytes,
    now: Checked,
    fixes: Sequence[tuple[Change, ...]],
    options: Options,
    profile: str | None,
) -> tuple[bytes, Checked] | None:
    """The file with the fixes made and what is found in it then; None where they did harm or not what they should."""
    changes = [change for own in fixes for change in own]
    try:
        new = rewrite(data, now.path, now.media_type, changes, options.limits)
        after = checker.check(new, now.path, options, profile)
    except MinutesError:
        return None
    had, has = (Counter(found.finding.code for found in checked.found) for checked in (now, after))
    is_better = has.total() <= had.total() - len(fixes) and not has - had and after.suppressed <= now.suppressed
    return (new, after) if is_better and _is_as_meant(now, after, changes) else None


def _is_as_meant(now: Checked, after: Checked, changes: Sequence[Change]) -> bool:
    """Whether every unit reads as it should, and nothing was won or lost."""
    source, wanted = now.source, by_unit(changes)
    meant = "\n".join(changed(unit.text, wanted.get(unit.address, ())) for unit in source.units)
    reads = "\n".join(unit.text for unit in after.source.units)
    return meant == reads and _sizes(now) == _sizes(after)


def _sizes(checked: Checked) -> list[tuple[int, ...]]:
    found = ((subject.minutes, subject.paragraphs) for subject in checked.subjects)
    return [(len(m.attendees), len(m.items), len(m.actions), len(m.decisions), len(text)) for m, text in found]


def _texts(source: SourceText) -> list[str]:
    return [unit.text.replace("\n", " ") for unit in source.units]
