"""What the rules on blank documents share: what the trial of one asked for."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.trial import Asked
from minutes_cli.rules.base import Subject


def asked(subject: Subject, part: str) -> Iterator[Asked]:
    """What the template demands of this part and the blank document lacks."""
    for one in subject.trial.asked if subject.trial else ():
        if one.part == part:
            yield one
