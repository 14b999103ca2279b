"""Runs the rules over files and over the meetings of each body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType

from minutes_cli.checking.checked import Checked, Found, Head, Told
from minutes_cli.checking.fingerprints import Fingerprints
from minutes_cli.checking.places import Places
from minutes_cli.checking.selection import severity_of
from minutes_cli.checking.suppression import Silence
from minutes_cli.errors import UnsupportedInputError
from minutes_cli.model.document import Severity
from minutes_cli.model.findings import Finding
from minutes_cli.model.template import Template
from minutes_cli.readers.options import Options
from minutes_cli.rules import page
from minutes_cli.rules.across.meetings import Series
from minutes_cli.rules.base import Flag, Kind, Rule, Subject
from minutes_cli.source import read_source
from minutes_cli.source.edits import resolve

DEFAULT_OPTIONS = Options()
_NO_SEVERITIES: Mapping[str, Severity] = MappingProxyType({})


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

    def check(
        self,
        data: bytes,
        path: str,
        options: Options = DEFAULT_OPTIONS,
        profile: str | None = None,
        key: str = "",
    ) -> Checked:
        """Check one file by itself; raises as `pipeline.parse_bytes` does.

        key  what the file is to be remembered by
        """
        subjects = self.subjects(data, path, options, profile)
        flags = [
            (place, rule, flag)
            for place, subject in enumerate(subjects)
            for rule in self.rules
            if rule.check is not None and subject.kind in rule.kinds
            for flag in rule.check(subject)
        ]
        return Checked(
            path,
            subjects[0].document.media_type,
            self._told(path, subjects, flags),
            tuple(_head(subject) for subject in subjects),
            read=lambda: subjects,
            read_source=lambda: subjects[0].source,
            remarks=tuple(_remarks(subjects[0])),
            key=key,
        )

    def subjects(
        self, data: bytes, path: str, options: Options = DEFAULT_OPTIONS, profile: str | None = None
    ) -> tuple[Subject, ...]:
        """The meetings in a file."""
        from minutes_cli.pipeline import read_parts  # not before there is something to read

        wanted = profile or (self.template.profile if self.template else None)
        chosen, parts = read_parts(data, path, options, wanted)
        source = read_source(data, path, parts[0][0].media_type, options.limits)
        made = (
            Subject(minutes, document, source, chosen, self.template, self.publication, self.told_kind)
            for document, minutes in parts
        )
        return tuple(self._tried(subject, data, path, options, wanted) for subject in made)

    def _tried(self, subject: Subject, data: bytes, path: str, options: Options, wanted: str | None) -> Subject:
        """A blank document with how it fares when it is filled, where some rule asks for that."""
        if subject.kind != "template" or not any("template" in rule.kinds for rule in self.rules):
            return subject
        from minutes_cli.checking.trials import require_blank, try_out

        if self.told_kind:
            require_blank(path, subject.minutes)
        with nullcontext() if self.told_kind else suppress(UnsupportedInputError):
            media_type, profile = subject.document.media_type, subject.profile
            return replace(subject, trial=try_out(data, path, media_type, self.template, profile, options, wanted))
        return subject

    def across(self, files: Sequence[Checked]) -> list[Told]:
        """What is wrong between the meetings of each body: for each file, in the order given."""
        return joined(len(files), (self.between(files, group) for group in self.groups(files)))

    def groups(self, files: Sequence[Checked]) -> list[list[tuple[int, int]]]:
        """The meetings of each body of which there are several, in their order: (number of the file, place in it)."""
        if not any(rule.across for rule in self.rules):
            return []
        from minutes_cli.tracking.bodies import by_body

        held = [
            (number, place, head)
            for number, checked in enumerate(files)
            for place, head in enumerate(checked.heads)
            if head.kind == "minutes"
        ]
        groups = by_body(held, lambda one: one[2].body)
        ordered = (sorted(group, key=lambda one: one[2].when) for group in groups if len(group) > 1)
        return [[(number, place) for number, place, _ in group] for group in ordered]

    def between(self, files: Sequence[Checked], group: Sequence[tuple[int, int]]) -> dict[int, Told]:
        """What is wrong between the meetings of one body, by the number of the file."""
        series = Series(files[number].subjects[place] for number, place in group)
        flags: dict[int, list[tuple[int, Rule, Flag]]] = {}
        for rule in self.rules:
            for at, flag in rule.across(series) if rule.across else ():
                number, place = group[at]
                flags.setdefault(number, []).append((place, rule, flag))
        return {number: self._told(files[number].path, files[number].subjects, told) for number, told in flags.items()}

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
            if silence.holds(rule, None if _is_absence(subjects[number], flag) else flag.place):
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


def _is_absence(subject: Subject, flag: Flag) -> bool:
    """Whether a fault is that the meeting lacks something: told at the title, or at front matter, it stands nowhere."""
    table, _, field = (flag.path or "").lstrip("/").partition("/")
    if table in ("meeting", "next_meeting") and field:
        return getattr(getattr(subject.minutes, table), field, "") is None
    return flag.place is not None and flag.place.block == "metadata"


def _remarks(subject: Subject) -> Iterator[str]:
    for address, name in Silence(subject.source).unknown():
        where = f"line {address}" if isinstance(address, int) else address or "a comment"
        yield f"{where}: no rule is called {name}"


def joined(files: int, told: Iterable[Mapping[int, Told]]) -> list[Told]:
    """What several comparisons tell of each of so many files."""
    found: list[list[Told]] = [[] for _ in range(files)]
    for one in told:
        for number, more in one.items():
            found[number].append(more)
    return [
        Told(tuple(chain.from_iterable(one.found for one in own)), sum(one.suppressed for one in own)) for own in found
    ]


def _head(subject: Subject) -> Head:
    meeting = subject.minutes.meeting
    when = meeting.date is None, meeting.date or "", meeting.start_time or "", subject.minutes.source.file
    return Head(subject.kind, meeting.body, when)
