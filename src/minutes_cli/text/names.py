"""People's names in one place: single names, entries of attendance lists, and the lists themselves."""

from minutes_cli.text.entries import Entry, split_entry
from minutes_cli.text.people_lists import split_people
from minutes_cli.text.person_names import (
    abbreviates,
    initials,
    initials_forms,
    looks_like_name,
    may_be_name,
    same_person,
    strip_office,
    strip_title,
    surname,
)

__all__ = [
    "Entry",
    "abbreviates",
    "initials",
    "initials_forms",
    "looks_like_name",
    "may_be_name",
    "same_person",
    "split_entry",
    "split_people",
    "strip_office",
    "strip_title",
    "surname",
]
