"""What several rules of this family ask of the heading."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.template import MeetingField
from minutes_cli.rules.base import Flag, Subject


def left_out(subject: Subject, field: MeetingField, message: str) -> Iterator[Flag]:
    """Tell that the heading leaves out a field; with a template what it demands counts, and another rule tells that."""
    if getattr(subject.minutes.meeting, field) is None and subject.template is None:
        yield Flag(message, subject.place("/meeting/title"), f"/meeting/{field}")
