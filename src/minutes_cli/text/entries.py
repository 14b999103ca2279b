"""One entry of an attendance list: name, role, abbreviation and remark, however they are set beside each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_cli.text.name_words import OFFICES, ORGANISATION_WORDS, POST_NOMINALS, REASONS, ROLE_WORDS
from minutes_cli.text.person_names import ABBREVIATION, abbreviates, bare_span, looks_like_name, title_span

Span = tuple[int, int]

# From here on a string is taken for a name where the layout (a bracket, a comma) already sets it apart.
SURE_NAME = 0.6
# A single capitalised word is taken for a name where an office stands before it ("Trustee Roe") or nothing else can be.
POSSIBLE_NAME = 0.3
# "work commitment" has two words; more than these in small letters are a sentence.
_SMALL_WORDS = 4
# An attendance entry has one or two brackets; a text with more is prose.
_MOST_BRACKETS = 6
# A name with its titles that stands before or after a role without any sign has at most so many words.
_MOST_NAME_WORDS = 6

_LEAD = re.compile(r"\s*(?:(?:[•·▪●○◦*‣–—-]|\(?\d{1,3}[.)])\s+|[☐☑✓✔]\s*){0,2}")
_AFFILIATION = frozenset({"of", "from", "representing"})
_BRACKET = re.compile(r"[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]")
# What follows a name without any sign between: "Jane Roe deputising for Bo Poe", "Jane Roe from item 4".
FUSED = re.compile(
    r"\s(?=(?:deputi[sz]ing for|substitut(?:e|ing) for|standing in for|(?:from|until|for|to) items?\s\d)(?!\w))"
)
# A colon within a time ("left at 20:10") separates nothing.
_SEPARATOR = re.compile(
    r"\s[-–—‑]+(?=\s)|[–—](?=\s)|\s[–—]|[;,\t|/\n]|:(?!\d\d)|(?<=\w)-\s|[ \u00a0]{3}|" + FUSED.pattern
)
_REMARK = re.compile(
    r"(?i)(?:until|till|from|for items?|for part|via|by (?:video|phone|telephone|tele|zoom|teams)"
    r"|on (?:zoom|teams|line|video)|joined|joining|left|leaving|arriv\w+|departed|dialled in|items?|minute|in part"
    r"|part of|at \d|after \d|since \d)\b"
)
# A rank in full is as good as a role ("Detective Sergeant J. Roe"); in letters it is but a title.
_FULL_RANKS = frozenset({"superintendent", "inspector", "sergeant", "constable", "commander"})
# Roles that are printed without a capital: "Jane Roe, notes".
_LOWER_ROLES = ROLE_WORDS | {"note", "minute"}


@dataclass(frozen=True, slots=True)
class Entry:
    """The parts of an entry as spans into its text.

    name    without titles and letters; empty where the entry names nobody
    title   the courtesy titles and ranks before the name
    notes   why or how somebody was (not) there: "illness", "until 11.40", "via Zoom"
    """

    name: Span
    role: Span | None = None
    abbreviation: Span | None = None
    notes: tuple[Span, ...] = ()
    title: Span | None = None


def split_entry(text: str) -> Entry:
    """Split one entry of an attendance list; titles and ranks before the name are no part of it.

    The name may stand before the role, after it, or in brackets behind it; a bracket holds an abbreviation, a role,
    a name, or a remark, which what stands in it and before it tells.
    """
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    end = len(text.rstrip(" \t\r\n\u00a0,;:*"))
    if end > start and text[end - 1] == "." and len(text[start:end].split()[-1]) > 3:
        end -= 1
    brackets = [hit.span() for hit in _BRACKET.finditer(text, start, end)][:_MOST_BRACKETS]
    pieces = _pieces(text, start, end, brackets)
    draft = _Draft(text)
    draft.place(pieces)
    for bracket in brackets:
        draft.add_bracket(bracket)
    return draft.entry()


def _pieces(text: str, start: int, end: int, brackets: list[Span]) -> list[Span]:
    """List what separators and brackets leave of an entry, in order."""
    masked = list(text[:end])
    for left, right in brackets:
        masked[left:right] = "\t" * (right - left)
    line = "".join(masked)
    name_start, _ = bare_span(line[start:])
    pieces, position = [], start
    for hit in _SEPARATOR.finditer(line, start + name_start):
        pieces.append((position, hit.start()))
        position = hit.end()
    pieces.append((position, end))
    return [piece for piece in (_trimmed(text, *piece) for piece in pieces) if piece[0] < piece[1]]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return start, end


class _Draft:
    """An entry in the making."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.name: Span | None = None
        self.title: Span | None = None
        self.role: Span | None = None
        self.abbreviation: Span | None = None
        self.notes: list[Span] = []

    def entry(self) -> Entry:
        if self.role is None and self.title and self._words(self.title).casefold().split()[-1] in _FULL_RANKS:
            self.role = self.title
        return Entry(self.name or (0, 0), self.role, self.abbreviation, tuple(self.notes), self.title)

    def place(self, pieces: list[Span]) -> None:
        """Give each piece its part: the first that holds a name is the name, the others are roles or remarks."""
        remarks = [piece for piece in pieces[1:] if _is_remark(self._words(piece))]
        self.notes += remarks
        rest = [piece for piece in pieces if piece not in remarks]
        chosen = _first_name([looks_like_name(self._words(piece)) for piece in rest])
        if chosen is not None:
            self._take_name(rest[chosen])
        else:
            chosen = next((index for index, piece in enumerate(rest) if self._take_fused(piece, len(rest) == 1)), None)
        for piece in rest[:chosen] + rest[chosen + 1 :] if chosen is not None else rest:
            if _is_other(self._words(piece)):
                break
            if self._is_initials(piece):
                self.abbreviation = self.abbreviation or piece
            elif piece[1] - piece[0] > 1 and self._words(piece) not in POST_NOMINALS:
                self._extend_role(piece)

    def _words(self, span: Span) -> str:
        return self.text[slice(*span)]

    def _take_name(self, piece: Span) -> None:
        words = self._words(piece)
        start, end = bare_span(words)
        self.name = (piece[0] + start, piece[0] + end)
        title = title_span(words)
        self.title = (piece[0] + title[0], piece[0] + title[1]) if title else None

    def _take_fused(self, piece: Span, alone: bool) -> bool:
        """Find a name beside a role without any sign between: "Fire Chief Jane Roe", "Jane Roe JR Clerk"."""
        words = [(piece[0] + hit.start(), piece[0] + hit.end()) for hit in re.finditer(r"\S+", self._words(piece))]
        return self._take_leading(words, alone) or self._take_trailing(words)

    def _take_leading(self, words: list[Span], alone: bool) -> bool:
        for count in range(1, min(_MOST_NAME_WORDS, len(words) - 1) + 1):
            head, following = (words[0][0], words[count - 1][1]), words[count]
            if looks_like_name(self._words(head)) < SURE_NAME:
                continue
            word = self._words(following).casefold().strip(".,")
            tail = words[count:]
            if abbreviates(self._words(following), self._words(head)):
                self.abbreviation, tail = following, words[count + 1 :]
            elif word in _AFFILIATION:
                tail = words[count + 1 :] if alone else []
            elif word not in ROLE_WORDS | ORGANISATION_WORDS:
                continue
            self._take_name(head)
            if tail:
                self._extend_role((tail[0][0], tail[-1][1]))
            return True
        return False

    def _take_trailing(self, words: list[Span]) -> bool:
        for count in range(max(1, len(words) - _MOST_NAME_WORDS), len(words)):
            tail, before = (words[count][0], words[-1][1]), self._words(words[count - 1]).casefold()
            needed = POSSIBLE_NAME if before in OFFICES | ROLE_WORDS else SURE_NAME
            if before in OFFICES | ROLE_WORDS | ORGANISATION_WORDS and looks_like_name(self._words(tail)) >= needed:
                self._take_name(tail)
                self._extend_role((words[0][0], words[count - 1][1]))
                return True
        return False

    def _is_initials(self, piece: Span) -> bool:
        return self.name is not None and abbreviates(self._words(piece), self._words(self.name))

    def _extend_role(self, piece: Span) -> None:
        """Add a piece to the role; where the name stands between, the first role is kept."""
        if self.role is None:
            self.role = piece
        elif not (self.name and self.role[1] <= self.name[0] < piece[0]):
            self.role = (self.role[0], piece[1])

    def add_bracket(self, bracket: Span) -> None:
        """Decide what a bracket holds."""
        inner = _trimmed(self.text, bracket[0] + 1, bracket[1] - 1)
        words = self.text[slice(*inner)]
        if len(words) < 2:
            return
        if self._is_initials(inner) or (self.role and ABBREVIATION.fullmatch(words) and not self.abbreviation):
            self.abbreviation = inner
        elif self.name is None and looks_like_name(words) >= SURE_NAME:
            self._take_name(inner)
        elif _is_remark(words) or _is_small(words):
            self.notes.append(inner)
        elif self.role is None:
            self.role = inner
        elif self.role[1] <= bracket[0] and not self.text[self.role[1] : bracket[0]].strip():
            self.role = (self.role[0], bracket[1])


def _first_name(scores: list[float]) -> int | None:
    """Choose the piece that is the name: the first sure one, or a possible one that leads."""
    sure = next((index for index, score in enumerate(scores) if score >= SURE_NAME), None)
    if sure is None and scores and scores[0] >= POSSIBLE_NAME:
        return 0
    return sure


def _is_other(words: str) -> bool:
    """Whether words begin with somebody else, whose bracket is cut off: "Jane Roe (JR"."""
    name, bracket, _ = words.partition("(")
    return bool(bracket) and looks_like_name(name) >= SURE_NAME


def _is_remark(words: str) -> bool:
    """Whether words tell how somebody was there rather than who they are."""
    if _REMARK.match(words):
        return True
    known = {word.strip(".,").casefold() for word in words.split()}
    return not known.isdisjoint(REASONS) and known.isdisjoint(_LOWER_ROLES)


def _is_small(words: str) -> bool:
    """Whether there are a few words without a capital or a role among them, which in brackets is a remark."""
    known = {word.strip(".,").casefold() for word in words.split()}
    return words == words.lower() and len(known) <= _SMALL_WORDS and known.isdisjoint(_LOWER_ROLES)
