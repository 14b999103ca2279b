"""Findings that are known: read from a file, kept out of a report, written anew.

A finding is known by its fingerprint in its file, so it stays known when other text moves it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from minutes_cli.checking.patterns import relative_to
from minutes_cli.errors import InputError, UsageError
from minutes_cli.model.baseline import Baseline, Known
from minutes_cli.model.findings import CheckReport, Finding


class Compared(NamedTuple):
    """A report without what is known, and how many known findings no longer occur in the files that were checked."""

    report: CheckReport
    gone: int


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file; UsageError where there is none, InputError where it is no baseline."""
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise UsageError(str(path), "no such baseline", "write it with --write-baseline") from error
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read", "check the path and its permissions") from error
    except ValidationError as error:
        raise InputError(str(path), "is no baseline", "name another file, or take this one away") from error


def without_known(report: CheckReport, baseline: Baseline, folder: Path, codes: Collection[str]) -> Compared:
    """Take out what the baseline holds.

    folder  that of its file
    codes   the rules that ran: what others found may still be there
    """
    entries = ((file, one) for file, found in baseline.files.items() for one in found)
    known = {(file, one.fingerprint): one.code for file, one in entries}
    keys = [(_key(finding.file, folder), finding.fingerprint) for finding in report.findings]
    told = tuple(finding for finding, key in zip(report.findings, keys, strict=True) if key not in known)
    checked = {_key(file, folder) for file in report.files}
    gone = sum(file in checked and known[file, mark] in codes for file, mark in known.keys() - set(keys))
    passed = len(report.findings) - len(told)
    return Compared(report.model_copy(update={"findings": told, "known": report.known + passed}), gone)


def baseline_text(report: CheckReport, folder: Path, old: Baseline) -> bytes:
    """The baseline of a report as JSON, sorted: the same findings are the same bytes.

    old  what it replaces: it stays for files that were not checked and are still there
    """
    files: dict[str, list[Known]] = {
        file: list(entries)
        for file, entries in old.files.items()
        if (folder / file).is_file() and file not in {_key(one, folder) for one in report.files}
    }
    for finding in report.findings:
        files.setdefault(_key(finding.file, folder), []).append(_known(finding))
    data = {"version": 1, "files": dict(_sorted(files))}
    return json.dumps(data, indent=2, ensure_ascii=False).encode() + b"\n"


def _sorted(files: dict[str, list[Known]]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for file in sorted(files):
        entries = sorted(files[file], key=lambda one: (one.code, one.message, one.fingerprint))
        yield file, [entry.model_dump() for entry in entries]


def _known(finding: Finding) -> Known:
    return Known(fingerprint=finding.fingerprint, code=finding.code, message=finding.message)


def _key(file: str, folder: Path) -> str:
    if file == "-":
        return file
    return relative_to(file, folder) or Path(file).absolute().as_posix()
