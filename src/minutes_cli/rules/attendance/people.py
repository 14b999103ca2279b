"""What several rules of this family ask: where the attendance stands, and who is named without being in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from minutes_cli.model.document import Paragraph
from minutes_cli.model.minutes import Party
from minutes_cli.rules.base import Subject
from minutes_cli.text.names import looks_like_name, strip_office, strip_title
from minutes_cli.text.spelling import one_letter_apart, plain

# Fewer people are no list that somebody could be missing from.
LEAST_PEOPLE = 4
# As sure as this a phrase is the name of a person.
_SURE_NAME = 0.8
# Where no item is found the heading ends within so many paragraphs.
_HEAD = 40
# People who have no place in the attendance of a meeting that is held in public.
_PUBLIC = re.compile(r"\b(?:public|residents?|parishioners?|open forum|visitors?|delegations?)\b", re.IGNORECASE)
_WRITTEN = re.compile(r"\b(?:letters?|e-?mails?|wrote|writes|written|memo|correspondence)\b", re.IGNORECASE)
INITIALS = re.compile(r"[A-Z]{2,3}")


def attendance(subject: Subject) -> list[Paragraph]:
    """The paragraphs that name those who came and who did not."""
    return [subject.body[number] for number in _numbers(subject)]


def _numbers(subject: Subject) -> list[int]:
    found = (
        subject.number_of(subject.place(f"/attendees/{number}/{part}"))
        for number in range(len(subject.minutes.attendees))
        for part in ("name", "status")
    )
    return sorted({number for number in found if number is not None})


def heading(subject: Subject) -> str:
    """All that stands before the first item and up to the end of the attendance, and page headers and footers."""
    item = subject.number_of(subject.place("/items/0/number", "/items/0/title")) if subject.minutes.items else None
    people = [number for number in _numbers(subject) if number <= _HEAD]
    end = max(_HEAD if item is None else item, people[-1] + 1 if people else 0)
    around = [p for p in subject.paragraphs if p.role in ("header", "footer", "textbox")]
    names = [person.name for person in subject.minutes.attendees]
    return "\n".join([*(p.text for p in (*subject.body[:end], *around, *attendance(subject))), *names])


class Listed(NamedTuple):
    """A list of people; it begins in the paragraph's text at `start`.

    kind   what its label says of them; "" for a list of members, or one whose label stands elsewhere
    """

    paragraph: Paragraph
    start: int
    text: str
    kind: Literal["present", "away", ""]


# A label begins a paragraph, a line of it, or a sentence in it.
_AFTER = re.compile(r"[.;]\s|\n")
_LABEL = re.compile(
    r"\W{0,5}(?:"
    r"(?P<present>present|attendees|attending|(?:also )?in attendance|(?:also|members|those) present)"
    r"|(?P<away>apologies(?: for absence| received)?(?: from)?|regrets|absent|excused)"
    r"|(?P<other>[A-Z][\w ]{2,30}(?=\s?:))"
    r")\W{0,3}\s?(?::|\s[-–]|\bfrom\b|$|\n)",
    re.IGNORECASE,
)


def lists(subject: Subject) -> list[Listed]:
    """The lists of the attendance with their labels, cut where a paragraph goes on with the label of another."""
    found: list[Listed] = []
    for number in _numbers(subject):
        paragraph = subject.body[number]
        text = paragraph.text
        begins = {*paragraph.starts, *(one.end() for one in _AFTER.finditer(text))}
        labels = [label for begin in sorted(begins) if (label := _LABEL.match(text, begin))]
        starts = [0, *(label.start() for label in labels)]
        for begin, end, label in zip(starts, [*starts[1:], len(text)], [None, *labels], strict=True):
            if text[begin:end].strip():
                found.append(Listed(paragraph, begin, text[begin:end], _kind(label)))
    return found


def _kind(label: re.Match[str] | None) -> Literal["present", "away", ""]:
    if label is None:
        return ""
    return "present" if label["present"] else "away" if label["away"] else ""


# A name goes on in more letters, in what it owns, or as an office that somebody in brackets holds.
_GOES_ON = re.compile(r"\w|\s?[’']|\s?\((?:Mrs?|Ms|Miss|Dr|Prof)\b")


def naming(name: str, text: str) -> list[tuple[int, int]]:
    """Where a full name stands in a text; a pattern for each name would take longer than all the rest."""
    found: list[tuple[int, int]] = []
    at = text.find(name) if " " in name else -1
    while at >= 0:
        end = at + len(name)
        if not text[max(at - 1, 0) : at].isalnum() and not _GOES_ON.match(text, end):
            found.append((at, end))
        at = text.find(name, end)
    return found


def outsider(party: Party, head: str) -> str | None:
    """The surname of a person in full, or under a title, whom the heading does not name; None for all others.

    head   as `heading` gives it
    A word of the heading that differs by a letter is a slip of spelling, which is told as such.
    """
    written = party.as_written.strip(" .:,")
    bare = strip_office(strip_title(written)[0])[0]
    words = bare.split()
    if party.name or not words or (len(words) == 1 and bare == written):
        return None
    if len(words) > 1 and looks_like_name(bare) < _SURE_NAME:
        return None
    last = words[-1]
    if not re.fullmatch(r"[A-Z][\w’'-]{2,30}", last) or last.isupper() or last.casefold() in head.casefold():
        return None
    return None if any(one_letter_apart(plain(word), plain(last)) for word in _words(head)) else last


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_][\w’'-]{2,30}", text))


def is_public(title: str) -> bool:
    """Whether an item of this title gives the floor to people who came to listen."""
    return _PUBLIC.search(title) is not None


def speakers(subject: Subject) -> Iterator[tuple[Party, str, str]]:
    """Everybody who is recorded as having said something, with the path and the title of the item.

    What somebody says in a letter was not said at the meeting.
    """
    for number, item in enumerate(subject.minutes.items):
        for place, exchange in enumerate(item.exchanges):
            if not _WRITTEN.search(exchange.text):
                yield exchange.speaker, f"/items/{number}/exchanges/{place}/speaker/as_written", item.title
