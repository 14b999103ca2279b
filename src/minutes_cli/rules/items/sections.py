"""The sections that a template demands, found among the items."""

from __future__ import annotations

from minutes_cli.model.template import Section
from minutes_cli.rules.base import Subject
from minutes_cli.text.section_titles import is_section


def found_at(subject: Subject, section: Section) -> int | None:
    """The position of the first item that is the section."""
    wordings = (section.title, *section.also)
    return next((number for number, item in enumerate(subject.minutes.items) if is_section(item.title, wordings)), None)
