"""The loop over files that are checked, and over those that are mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from minutes_cli.checking.checked import Checked
from minutes_cli.checking.engine import Checker
from minutes_cli.checking.report import Ignored
from minutes_cli.cli.batch import Files
from minutes_cli.cli.check_fix import Fixing
from minutes_cli.cli.messages import tell

if TYPE_CHECKING:
    from minutes_cli.checking.fixing import Fixed
    from minutes_cli.model.findings import Finding
    from minutes_cli.readers.options import Options


class Checking(Files[Checked]):
    """Files to check, one after the other."""

    def __init__(
        self, files: Sequence[str], options: Options, profile: str | None, check: Callable[[bytes, str], Checked]
    ) -> None:
        super().__init__(files, options, profile)
        self._check = check

    def _read(self, data: bytes, name: str) -> Sequence[Checked]:
        checked = self._check(data, name)
        _tell_remarks(checked)
        return (checked,)


class Mending(Files["Fixed"]):
    """Files to check and mend, one after the other; what is `ignored` is left as it is."""

    def __init__(
        self,
        files: Sequence[str],
        options: Options,
        profile: str | None,
        check: Callable[[bytes, str], Checked],
        checker: Checker,
        fixing: Fixing,
        ignored: Ignored,
    ) -> None:
        super().__init__(files, options, profile)
        self._check, self._checker, self._fixing, self._ignored = check, checker, fixing, ignored

    def _read(self, data: bytes, name: str) -> Sequence[Fixed]:
        from minutes_cli.checking.fixing import fix

        def is_wanted(finding: Finding) -> bool:
            return not self._ignored.holds(finding)

        known = self._check(data, name)
        fixed = fix(self._checker, data, name, self.options, self.profile, self._fixing.unsafe, known, is_wanted)
        _tell_remarks(fixed.before)
        if fixed.mended and not self._fixing.preview:
            # so that it is remembered
            fixed = fixed._replace(after=self._check(fixed.new, name))
        return (fixed,)

    def _results(self, name: str) -> Sequence[Fixed]:
        results = super()._results(name)
        for fixed in results:
            self._fixing.carry_out(name, fixed)
        return results


def _tell_remarks(checked: Checked) -> None:
    for remark in checked.remarks:
        tell(checked.path, remark)
