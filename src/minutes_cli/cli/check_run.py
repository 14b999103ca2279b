"""One run of the rules over the files that a user names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from minutes_cli.checking.baseline import baseline_text, read_baseline, without_known
from minutes_cli.checking.changed import changed_since
from minutes_cli.checking.checked import Checked
from minutes_cli.checking.engine import Checker
from minutes_cli.checking.patterns import Patterns
from minutes_cli.checking.remembering import Remembering
from minutes_cli.checking.report import Ignored, report_of
from minutes_cli.checking.selection import choose_rules, require_known
from minutes_cli.cli.check_files import Checking, Mending
from minutes_cli.cli.check_fix import tell_fixed
from minutes_cli.cli.documents import documents
from minutes_cli.cli.output import new_file
from minutes_cli.errors import ExitCode, UsageError
from minutes_cli.model.baseline import Baseline
from minutes_cli.model.findings import CheckReport
from minutes_cli.profiles import load_profile
from minutes_cli.templates import load_template

if TYPE_CHECKING:
    from minutes_cli.cli.check_fix import Fixing
    from minutes_cli.config import Effective
    from minutes_cli.kept.cache import Cache
    from minutes_cli.model.settings import CheckSettings
    from minutes_cli.readers.options import Options


class Result(NamedTuple):
    """What a run found.

    checked  the files as they were read
    gone     how many findings of the baseline no longer occur
    mended   how many findings were mended, or would be
    """

    report: CheckReport
    checked: Sequence[Checked]
    exit_code: ExitCode
    gone: int = 0
    mended: int = 0


class Run:
    """The files and rules that the settings choose; `check` may be called again when files have changed.

    named      files and folders
    diff_base  only files that differ from this revision of git
    cache      what earlier runs found
    """

    def __init__(
        self,
        named: Sequence[str],
        effective: Effective,
        options: Options,
        diff_base: str | None = None,
        cache: Cache | None = None,
    ) -> None:
        self.effective, self.options, self._named, self._diff_base = effective, options, named, diff_base
        self.checker, self._cache = _checker(effective), cache
        self._remembering = Remembering(self.checker, cache, options, effective.settings.profile)
        known = effective.settings.check.baseline
        self.baseline = Path(known) if known else None
        with effective.naming("check.exclude"):
            self._excluded = Patterns(effective.settings.check.exclude, effective.base("check.exclude"))
        key = "check.per-file-ignores"
        with effective.naming(key):
            self._ignored = Ignored(effective.settings.check.per_file_ignores, effective.base(key))

    def files(self) -> list[str]:
        found = documents(self._named, self._excluded.match)
        if self._diff_base is None:
            return list(found)
        changed = changed_since(self._diff_base, Path.cwd())
        # a file that is not there is told, not passed over
        return [name for name in found if os.path.realpath(name) in changed or not Path(name).exists()]

    def check(self, with_known: bool = False) -> Result:
        """Check the files; `with_known` leaves the baseline alone."""
        known = None if with_known else self._known()
        batch = Checking(self.files(), self.options, self.effective.settings.profile, self._remembering.check)
        checked = [result for _, result in batch]
        return self._result(checked, batch, known)

    def mend(self, fixing: Fixing) -> Result:
        """Check the files and mend them, or show what that would change; the result is what is left."""
        fixing.refuse_input(self._named)
        known = self._known()
        profile = self.effective.settings.profile
        batch = Mending(
            self.files(), self.options, profile, self._remembering.check, self.checker, fixing, self._ignored
        )
        mended = [fixed for _, fixed in batch]
        tell_fixed(mended, fixing)
        count = sum(one.mended for one in mended)
        if fixing.preview:
            return Result(CheckReport(), (), batch.exit_code, mended=count)
        return self._result([one.after for one in mended], batch, known)._replace(mended=count)

    def _known(self) -> Baseline | None:
        return read_baseline(self.baseline) if self.baseline else None

    def _result(self, checked: Sequence[Checked], batch: Checking | Mending, known: Baseline | None) -> Result:
        report = report_of(checked, self._remembering.across(checked), batch.failed, self._ignored)
        if self._cache:
            self._cache.trim()
        gone = 0
        if known and self.baseline:
            codes = {rule.code for rule in self.checker.rules}
            report, gone = without_known(report, known, self.baseline.absolute().parent, codes)
        return Result(report, checked, batch.exit_code, gone)

    def baseline_to_write(self) -> Path:
        """UsageError where no baseline is named."""
        if self.baseline is None:
            raise UsageError("--write-baseline", "no baseline is named", "name its file with --baseline")
        return self.baseline

    def write_baseline(self, report: CheckReport) -> None:
        """Make the findings of a report known from now on."""
        path = self.baseline_to_write()
        old = read_baseline(path) if path.exists() else Baseline()
        with new_file(path, report.files) as stream:
            stream.write(baseline_text(report, path.absolute().parent, old))


def _checker(effective: Effective) -> Checker:
    """The rules to run, as the settings name them; UsageError names who set what cannot be used."""
    check = effective.settings.check
    for key, selectors in _selectors(check).items():
        with effective.naming(key):
            require_known(selectors)
    with effective.naming("check.template"):
        template = load_template(check.template) if check.template else None
    with effective.naming("profile"):
        if effective.settings.profile:
            load_profile(effective.settings.profile)
    rules = choose_rules(check.select, check.ignore, check.extend_select)
    return Checker(rules, template, publication=check.publication, severities=check.severity)


def _selectors(check: CheckSettings) -> dict[str, Iterable[str]]:
    """What names rules, by key."""
    return {
        "check.select": check.select,
        "check.ignore": check.ignore,
        "check.extend-select": check.extend_select,
        "check.severity": check.severity,
        "check.per-file-ignores": chain.from_iterable(check.per_file_ignores.values()),
    }
