"""One run of the rules over the files that a user names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from minutes_cli.checking.engine import Checked, Checker
from minutes_cli.checking.patterns import Patterns
from minutes_cli.checking.report import Ignored, report_of
from minutes_cli.checking.selection import choose_rules
from minutes_cli.cli.batch import Files
from minutes_cli.cli.documents import documents
from minutes_cli.cli.messages import tell
from minutes_cli.templates import load_template

if TYPE_CHECKING:
    from minutes_cli.config import Effective
    from minutes_cli.errors import ExitCode
    from minutes_cli.model.findings import CheckReport
    from minutes_cli.readers.options import Options


class Checking(Files["Checked"]):
    """Files to check, one after the other."""

    def __init__(self, files: Sequence[str], options: Options, profile: str | None, checker: Checker) -> None:
        super().__init__(files, options, profile)
        self._checker = checker

    def _read(self, data: bytes, name: str) -> Sequence[Checked]:
        checked = self._checker.check(data, name, self.options, self.profile)
        for remark in checked.remarks:
            tell(name, remark)
        return (checked,)


class Run:
    """The files and rules that the settings choose; `check` may be called again when files have changed."""

    def __init__(self, files: Sequence[str], effective: Effective, options: Options) -> None:
        self.effective, self.options, self._named = effective, options, files
        self.checker = _checker(effective)

    def files(self) -> list[str]:
        excluded = Patterns(self.effective.settings.check.exclude, self.effective.base("check.exclude"))
        return list(documents(self._named, excluded.match))

    def check(self) -> tuple[CheckReport, list[Checked], ExitCode]:
        """What was found, the files as they were read, and the exit code of reading them."""
        batch = Checking(self.files(), self.options, self.effective.settings.profile, self.checker)
        checked = [result for _, result in batch]
        ignores = self.effective.settings.check.per_file_ignores
        ignored = Ignored(ignores, self.effective.base("check.per-file-ignores"))
        return report_of(checked, self.checker.across(checked), batch.failed, ignored), checked, batch.exit_code


def _checker(effective: Effective) -> Checker:
    """The rules to run, as the settings name them."""
    check = effective.settings.check
    rules = choose_rules(check.select, check.ignore, check.extend_select)
    template = load_template(check.template) if check.template else None
    return Checker(rules, template, publication=check.publication, severities=check.severity)
