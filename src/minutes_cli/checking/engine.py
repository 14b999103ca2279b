"""Runs the rules over files and over the meetings of each body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from minutes_cli.checking.fingerprints import Fingerprints
from minutes_cli.checking.places import Places
from minutes_cli.checking.selection import severity_of
from minutes_cli.checking.suppression import Silence
from minutes_cli.checking.trials import try_out
from minutes_cli.errors import UnsupportedInputError
from minutes_cli.model.document import Severity
from minutes_cli.model.findings import Finding
from minutes_cli.model.source_text import Fix
from minutes_cli.model.template import Template
from minutes_cli.pipeline import DEFAULT_OPTIONS, read_parts
from minutes_cli.readers.options import Options
from minutes_cli.rules import page
from minutes_cli.rules.base import Flag, Kind, Rule, Subject
from minutes_cli.source import read_source
from minutes_cli.source.edits import resolve
from minutes_cli.tracking.bodies import by_body

_NO_SEVERITIES: Mapping[str, Severity] = MappingProxyType({})


class Found(NamedTuple):
    """A finding and what would mend it."""

    finding: Finding
    fix: Fix | None = None


class Told(NamedTuple):
    """What was found in a file, and how much more a comment in it silences."""

    found: tuple[Found, ...] = ()
    suppressed: int = 0


@dataclass(frozen=True)
class Checked:
    """One file, its meetings and what was found in each; `path` is its name for the user.

    remarks  what is odd about the comments in it that are for the checker
    """

    path: str
    subjects: tuple[Subject, ...]
    found: tuple[Found, ...] = ()
    suppressed: int = 0
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Checker:
    """The rules to run and what they are told.

    severities   by code, family or name of a rule, where the user wants others
    told_kind    what the user says that the files are
    """

    rules: tuple[Rule, ...]
    template: Template | None = None
    publication: bool = False
    severities: Mapping[str, Severity] = field(default_factory=lambda: _NO_SEVERITIES)
    told_kind: Kind | None = None

    def check(self, data: bytes, path: str, options: Options = DEFAULT_OPTIONS, profile: str | None = None) -> Checked:
        """Check one file by itself; raises as `pipeline.parse_bytes` does."""
        subjects = tuple(self._subjects(data, path, options, profile))
        flags = [
            (place, rule, flag)
            for place, subject in enumerate(subjects)
            for rule in self.rules
            if rule.check is not None and subject.kind in rule.kinds
            for flag in rule.check(subject)
        ]
        told = self._told(path, subjects, flags)
        return Checked(path, subjects, told.found, told.suppressed, tuple(_remarks(subjects[0])))

    def across(self, files: Sequence[Checked]) -> list[Told]:
        """What is wrong between the meetings of each body: for each file, in the order given."""
        held = [
            (number, place, subject)
            for number, checked in enumerate(files)
            for place, subject in enumerate(checked.subjects)
            if subject.kind == "minutes"
        ]
        rules = [rule for rule in self.rules if rule.across is not None]
        flags: list[list[tuple[int, Rule, Flag]]] = [[] for _ in files]
        for group in by_body(held, lambda one: one[2].minutes.meeting.body) if rules else ():
            group.sort(key=lambda one: _when(one[2]))
            series = [subject for _, _, subject in group]
            for rule in rules if len(series) > 1 else ():
                assert rule.across is not None
                for at, flag in rule.across(series):
                    number, place, _ = group[at]
                    flags[number].append((place, rule, flag))
        return [self._told(checked.path, checked.subjects, told) for checked, told in zip(files, flags, strict=True)]

    def _subjects(self, data: bytes, path: str, options: Options, profile: str | None) -> Iterator[Subject]:
        wanted = profile or (self.template.profile if self.template else None)
        chosen, parts = read_parts(data, path, options, wanted)
        source = read_source(data, path, parts[0][0].media_type, options.limits)
        for document, minutes in parts:
            subject = Subject(minutes, document, source, chosen, self.template, self.publication, self.told_kind)
            if subject.kind == "template" and any("template" in rule.kinds for rule in self.rules):
                with nullcontext() if self.told_kind else suppress(UnsupportedInputError):
                    trial = try_out(data, path, document.media_type, self.template, chosen, options, wanted)
                    subject = replace(subject, trial=trial)
            yield subject

    def _told(self, path: str, subjects: Sequence[Subject], flags: Iterable[tuple[int, Rule, Flag]]) -> Told:
        """The flags as findings, in the order of the document; what has no place comes first."""
        places = [Places(subject) for subject in subjects]
        silence = Silence(subjects[0].source)
        prints = Fingerprints()
        found: list[Found] = []
        suppressed = 0
        ordered = sorted(flags, key=lambda one: (one[0], places[one[0]].position(one[2].place), one[1].code))
        for number, rule, flag in ordered:
            fix = flag.fix if flag.fix and resolve(subjects[number].source, flag.fix) else None
            kept = flag._replace(fix=fix)
            finding = self._finding(path, subjects[number], places[number], rule, kept, prints)
            if silence.holds(rule, flag.place):
                suppressed += 1
            else:
                found.append(Found(finding, fix))
        return Told(tuple(found), suppressed)

    def _finding(
        self, path: str, subject: Subject, places: Places, rule: Rule, flag: Flag, prints: Fingerprints
    ) -> Finding:
        place, item = flag.place, places.item(flag.path, flag.place)
        columns = places.columns(place) if place else None
        quote = " ".join(place.quote.split()) if place and place.quote else None
        return Finding(
            file=path,
            code=rule.code,
            name=rule.name,
            severity=severity_of(rule, self.severities),
            message=flag.message,
            hint=flag.hint or page(rule.code).fix or None,
            item=(item.number or item.title) if item else None,
            page=place.page if place else None,
            line=place.line if place else None,
            column=columns[0] if columns else None,
            end_column=columns[1] if columns else None,
            block=place.block if place else None,
            bbox=place.bbox if place else None,
            quote=quote,
            path=flag.path,
            part=subject.minutes.source.part,
            fix=("safe" if flag.fix.safe else "unsafe") if flag.fix else None,
            fingerprint=prints.make(rule.code, item.title if item else None, quote),
        )


def _remarks(subject: Subject) -> Iterator[str]:
    for address, name in Silence(subject.source).unknown():
        where = f"line {address}" if isinstance(address, int) else address or "a comment"
        yield f"{where}: no rule is called {name}"


def _when(subject: Subject) -> tuple[bool, str, str, str]:
    meeting = subject.minutes.meeting
    return meeting.date is None, meeting.date or "", meeting.start_time or "", subject.minutes.source.file
