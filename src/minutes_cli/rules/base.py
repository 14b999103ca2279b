"""What a rule is, what it is given and what it gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from minutes_cli.model.document import BoundingBox, Document, Paragraph, Place, Severity
from minutes_cli.model.minutes import Diagnostic, Item, Minutes
from minutes_cli.model.source_text import Edit, Fix, SourceText
from minutes_cli.model.template import Template
from minutes_cli.model.trial import Trial
from minutes_cli.profiles import Profile

if TYPE_CHECKING:
    from minutes_cli.rules.across.meetings import Series

# What a file is: most rules judge minutes alone.
Kind = Literal["minutes", "agenda", "template"]


@dataclass(frozen=True)
class Subject:
    """One meeting's minutes, all that a rule may look at.

    template     what they must have, where the user named one
    publication  whether they are to be published
    told_kind    what the user says that the file is
    trial        of a blank document that is checked by a template: how it fared when it was filled
    """

    minutes: Minutes
    document: Document
    source: SourceText
    profile: Profile
    template: Template | None = None
    publication: bool = False
    told_kind: Kind | None = None
    trial: Trial | None = None

    @cached_property
    def kind(self) -> Kind:
        if self.told_kind:
            return self.told_kind
        codes = {told.code for told in self.minutes.diagnostics}
        return "template" if "template" in codes else "agenda" if "agenda" in codes else "minutes"

    @cached_property
    def _places(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for piece in self.minutes.evidence:
            place = Place(piece.quote, piece.page, piece.bbox, piece.line, piece.block)
            if piece.block != "metadata":  # what a file says of itself stands on no line
                found.setdefault(piece.path, place)
        return found

    def place(self, *paths: str) -> Place | None:
        """Where the first of these values that has a place stands in the source."""
        return next((self._places[path] for path in paths if path in self._places), None)

    def told(self, *codes: str) -> Iterator[Diagnostic]:
        """What the parser or the reader found odd, of these kinds."""
        return (told for told in self.minutes.diagnostics if told.code in codes)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Everything that is printed, page headers and footers included, in reading order."""
        return tuple(self.document.paragraphs())

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """The record itself, without page headers, footers and footnotes."""
        return tuple(p for p in self.paragraphs if p.role in ("body", "textbox"))

    @cached_property
    def _numbers(self) -> dict[int | str, int]:
        """The number in `body` of the paragraph that has a line, or a block."""
        found: dict[int | str, int] = {}
        for number, paragraph in enumerate(self.body):
            for address in (paragraph.block, *(line.number for line in paragraph.lines)):
                if address is not None:
                    found.setdefault(address, number)
        return found

    @cached_property
    def _on_page(self) -> dict[int | None, list[tuple[int, str]]]:
        """The paragraphs of each page as printed, with their numbers in `body`."""
        found: dict[int | None, list[tuple[int, str]]] = {}
        for number, paragraph in enumerate(self.body):
            found.setdefault(paragraph.page, []).append((number, " ".join(line.text for line in paragraph.lines)))
        return found

    def number_of(self, place: Place | None) -> int | None:
        """The number in `body` of the paragraph in which a place lies."""
        if place is None:
            return None
        if place.page is None:
            return self._numbers.get(place.line or place.block or 0)
        holding = [number for number, text in self._on_page.get(place.page, ()) if place.quote in text]
        exact = (number for number in holding if place.bbox and _lies_in(self.body[number], place.bbox))
        return next(exact, holding[0] if holding else None)

    @cached_property
    def text(self) -> str:
        """The record itself, a paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.body)

    def says(self, *keys: str) -> bool:
        """Whether a phrase that the profile has under one of these keys stands anywhere in the record."""
        return re.search(rf"\b(?:{self.profile.alternatives(*keys)})\b", self.text, re.IGNORECASE) is not None

    def item_named(self, name: str | None) -> Item | None:
        """The item with this number or title."""
        return next((item for item in self.minutes.items if name and name in (item.number, item.title)), None)


def _lies_in(paragraph: Paragraph, box: BoundingBox) -> bool:
    """Whether one of its words stands within a box."""
    x0, top, x1, bottom = box
    words = (word for line in paragraph.lines for word in line.words)
    return any(word.top >= top and word.bottom <= bottom and x0 <= word.x0 <= x1 for word in words)


class Flag(NamedTuple):
    """One fault, as a rule tells it.

    place  where it stands; None for something that is missing from the whole
    path   JSON Pointer of the value it is about
    hint   what to do about this one; by default what the rule's page says under "Fix"
    """

    message: str
    place: Place | None = None
    path: str | None = None
    hint: str | None = None
    fix: Fix | None = None


@dataclass(frozen=True)
class Rule:
    """A kind of fault.

    code      family and number; never used anew for another
    name      the fault, in words joined by hyphens
    check     finds it in one meeting's minutes
    across    finds it in the meetings of one body, in order of date: (place in the series, flag)
    default   False for a rule that works only when it is selected
    kinds     the files that it judges
    fixes     whether some of its findings can be mended by --fix or --unsafe-fixes
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Subject], Iterator[Flag]] | None = None
    across: Callable[[Series], Iterator[tuple[int, Flag]]] | None = None
    default: bool = True
    kinds: tuple[Kind, ...] = ("minutes",)
    fixes: Literal["safe", "unsafe"] | None = None


def mending(subject: Subject, place: Place | None, new: str, *, old: str | None = None, safe: bool) -> Fix | None:
    """The fix that puts `new` for `old`, by default for all that the place quotes.

    None where the file is not edited as text, or where `old` does not stand there once: then nobody can tell which.
    """
    address = (place.line or place.block) if place else None
    old = old or (place.quote if place else "")
    if address is None or subject.source.by_address.get(address, "").count(old) != 1 or old == new:
        return None
    return Fix((Edit(address, old, new),), safe)


def at(paragraph: Paragraph, start: int, end: int) -> Place | None:
    """The place of `paragraph.text[start:end]`: its first, where it runs over pages."""
    return next(iter(paragraph.places(start, end)), None)


def place_of(told: Diagnostic) -> Place | None:
    """The place of what the parser found odd; None where it is about the whole."""
    if told.page is None and told.line is None and told.block is None:
        return None
    return Place(told.quote or "", told.page, None, told.line, told.block)


def repeated(subject: Subject, *codes: str) -> Iterator[Flag]:
    """What the parser or the reader found odd, told as it is."""
    for told in subject.told(*codes):
        yield Flag(told.message, place_of(told), told.path)
