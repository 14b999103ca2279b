"""Checks only what was not checked before: findings are remembered by the content of a file and all that they hang on.

A file is known by its bytes and its name without the folder; a change of the rules that run, of a setting, template,
profile or way of reading, or of this program, makes it unknown. Passwords are remembered in no form: with one, only
files that cannot be locked are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from minutes_cli.checking.checked import Checked, Found, Head, Told
from minutes_cli.checking.engine import Checker, joined
from minutes_cli.kept.cache import Cache
from minutes_cli.kept.keys import digest, is_text, ocr, program, reading
from minutes_cli.model.findings import Finding
from minutes_cli.model.minutes import Frozen
from minutes_cli.readers.options import Options
from minutes_cli.source import read_source


class _Told(Frozen):
    """What was found in a file, whatever its path."""

    findings: tuple[Finding, ...]
    suppressed: int

    def told(self, path: str) -> Told:
        return Told(tuple(Found(one.model_copy(update={"file": path})) for one in self.findings), self.suppressed)


class _File(_Told):
    media_type: str
    heads: tuple[Head, ...]
    remarks: tuple[str, ...]


class _Between(Frozen):
    """What was found between files, for each of them."""

    files: tuple[_Told, ...]


class Remembering:
    """A checker with a memory, or None."""

    def __init__(self, checker: Checker, memory: Cache | None, options: Options, profile: str | None) -> None:
        self._checker, self._memory, self._options, self._profile = checker, memory, options, profile
        self._settings = digest(_settings(checker, options, profile)) if memory else ""

    def check(self, data: bytes, path: str) -> Checked:
        """As `Checker.check`, from memory where the same was checked before; fixes are not remembered."""
        lockable = not is_text(data)
        if self._memory is None or (self._options.password is not None and lockable):
            return self._checker.check(data, path, self._options, self._profile)
        key = digest([self._settings, Path(path).name, hashlib.sha256(data).hexdigest(), ocr() if lockable else ""])
        known = self._memory.get(key, _File)
        if known is None:
            checked = self._checker.check(data, path, self._options, self._profile, key)
            self._memory.put(key, _file(checked))
            return checked
        return Checked(
            path,
            known.media_type,
            known.told(path),
            known.heads,
            read=lambda: self._checker.subjects(data, path, self._options, self._profile),
            read_source=lambda: read_source(data, path, known.media_type, self._options.limits),
            remarks=known.remarks,
            key=key,
        )

    def across(self, files: Sequence[Checked]) -> list[Told]:
        """As `Checker.across`, from memory where the same files were compared before."""
        if self._memory is None or not all(one.key for one in files):
            return self._checker.across(files)
        # in their order: of two meetings on one day it decides which comes first
        key = digest(["across", self._settings, *(one.key for one in files)])
        known = self._memory.get(key, _Between)
        if known is None:
            groups = self._checker.groups(files)
            told = joined(len(files), (self._between(self._memory, files, group) for group in groups))
            self._memory.put(key, _between(told))
            return told
        return [one.told(file.path) for one, file in zip(known.files, files, strict=True)]

    def _between(self, memory: Cache, files: Sequence[Checked], group: Sequence[tuple[int, int]]) -> dict[int, Told]:
        """As `Checker.between`: a series in which nothing changed is remembered though others did."""
        key = digest(["between", self._settings, *((files[number].key, part) for number, part in group)])
        numbers = list(dict.fromkeys(number for number, _ in group))
        known = memory.get(key, _Between)
        if known is None:
            told = self._checker.between(files, group)
            memory.put(key, _between([told.get(number, Told()) for number in numbers]))
            return told
        return {number: one.told(files[number].path) for number, one in zip(numbers, known.files, strict=True)}


def _file(checked: Checked) -> _File:
    findings, suppressed = _nameless(checked.told)
    return _File(
        findings=findings,
        suppressed=suppressed,
        media_type=checked.media_type,
        heads=checked.heads,
        remarks=checked.remarks,
    )


def _between(told: Sequence[Told]) -> _Between:
    plain = map(_nameless, told)
    return _Between(files=tuple(_Told(findings=findings, suppressed=suppressed) for findings, suppressed in plain))


def _nameless(told: Told) -> tuple[tuple[Finding, ...], int]:
    return tuple(one.finding.model_copy(update={"file": ""}) for one in told.found), told.suppressed


def _settings(checker: Checker, options: Options, profile: str | None) -> list[object]:
    """All that findings hang on beside the file itself."""
    wanted = profile or (checker.template.profile if checker.template else None)
    return [
        program(),
        [rule.code for rule in checker.rules],
        dict(checker.severities),
        checker.template.model_dump(mode="json") if checker.template else None,
        checker.publication,
        checker.told_kind,
        *reading(options, wanted),
    ]
