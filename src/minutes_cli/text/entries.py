"""One entry of an attendance list: name, role, abbreviation and remark, however they are set beside each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_cli.text.name_words import OFFICES, ORGANISATION_WORDS, POST_NOMINALS, REASONS, ROLE_WORDS
from minutes_cli.text.person_names import bare_span, initials_forms, looks_like_name, title_span

Span = tuple[int, int]

# From here on a string is taken for a name where the layout (a bracket, a comma) already sets it apart.
SURE_NAME = 0.6
# A single capitalised word is taken for a name where an office stands before it ("Trustee Roe") or nothing else can be.
POSSIBLE_NAME = 0.3
# An attendance entry has one or two brackets; a text with more is prose.
_MOST_BRACKETS = 6
# Names that stand before or after a role without any sign have at most so many words.
_MOST_NAME_WORDS = 4

_LEAD = re.compile(r"\s*(?:(?:[•·▪●○◦*‣–—-]|\(?\d{1,3}[.)])\s+|[☐☑✓✔]\s*){0,2}")
_BRACKET = re.compile(r"[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]")
_ABBREVIATION = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&]{1,5}")
_SEPARATOR = re.compile(r"\s+[-–—‑]+\s+|\s*[–—:;,\t|]\s*|(?<=\w)-\s+|\s*/\s*|[ \u00a0]{3,}")
_REMARK = re.compile(
    r"(?i)(?:until|till|from|for items?|for part|via|by (?:video|phone|telephone|tele|zoom|teams)|on (?:zoom|teams|line|video)"
    r"|joined|joining|left|leaving|arriv\w+|departed|dialled in|item|items|minute|in part|part of|at \d|after \d|since \d)\b"
)
# Offices that are known by their letters, so "(CC)" after a name that does not begin so is an office.
_LOWER_ROLES = ROLE_WORDS | frozenset({"note", "clerk", "minute"})


@dataclass(frozen=True, slots=True)
class Entry:
    """The parts of an entry as spans into its text.

    name    without titles and letters; empty where the entry names nobody
    title   the courtesy titles and ranks before the name
    note    why or how somebody was (not) there: "illness", "until 11.40", "via Zoom"
    """

    name: Span
    role: Span | None = None
    abbreviation: Span | None = None
    note: str | None = None
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
    """What separators and brackets leave of an entry, in order."""
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
        self.notes: list[str] = []

    def entry(self) -> Entry:
        return Entry(self.name or (0, 0), self.role, self.abbreviation, "; ".join(self.notes) or None, self.title)

    def place(self, pieces: list[Span]) -> None:
        """Give each piece its part; the name is the first piece that holds one, everything else is role or remark."""
        remarks = [piece for piece in pieces if piece is not pieces[0] and _is_remark(self.text[slice(*piece)])]
        self.notes += [self.text[slice(*piece)] for piece in remarks]
        rest = [piece for piece in pieces if piece not in remarks]
        scores = [looks_like_name(self.text[slice(*piece)]) for piece in rest]
        chosen = _first_name(scores)
        if chosen is not None:
            self._take_name(rest[chosen])
        else:
            chosen = next((index for index, piece in enumerate(rest) if self._take_fused(piece)), None)
        for index, piece in enumerate(rest):
            if index == chosen:
                continue
            if self.name and self.text[slice(*piece)] in POST_NOMINALS:
                continue
            if self.name and self._is_initials(piece):
                self.abbreviation = self.abbreviation or piece
                continue
            self._extend_role(piece)

    def _take_name(self, piece: Span) -> None:
        words = self.text[slice(*piece)]
        start, end = bare_span(words)
        self.name = (piece[0] + start, piece[0] + end)
        title = title_span(words)
        self.title = (piece[0] + title[0], piece[0] + title[1]) if title else None

    def _take_fused(self, piece: Span) -> bool:
        """Find a name beside a role without any sign between: "Fire Chief Jane Roe", "Jane Roe JR Clerk"."""
        words = [(piece[0] + hit.start(), piece[0] + hit.end()) for hit in re.finditer(r"\S+", self.text[slice(*piece)])]
        for count in range(min(_MOST_NAME_WORDS + 2, len(words) - 1), 0, -1):
            head, tail = (words[0][0], words[count - 1][1]), (words[count][0], words[-1][1])
            if self._fits(head, words[count]):
                self._take_name(head)
                if self._is_initials(words[count]):
                    self.abbreviation = words[count]
                    tail = (words[count + 1][0], tail[1]) if count + 1 < len(words) else (tail[1], tail[1])
                if tail[0] < tail[1]:
                    self._extend_role(tail)
                return True
        for count in range(1, len(words)):
            head, tail = (words[0][0], words[count - 1][1]), (words[count][0], words[-1][1])
            office = self.text[slice(*words[count - 1])].casefold() in OFFICES | ROLE_WORDS
            needed = POSSIBLE_NAME if office else 1.0
            if office and looks_like_name(self.text[slice(*tail)]) >= needed:
                self._take_name(tail)
                self._extend_role(head)
                return True
        return False

    def _fits(self, head: Span, following: Span) -> bool:
        name, word = self.text[slice(*head)], self.text[slice(*following)]
        if looks_like_name(name) < SURE_NAME:
            return False
        known = word.casefold().strip(".,") in ROLE_WORDS | ORGANISATION_WORDS
        return known or (word.isupper() and len(word) > 1 and word in initials_forms(name))

    def _is_initials(self, piece: Span) -> bool:
        if self.name is None:
            return False
        word = self.text[slice(*piece)]
        return bool(_ABBREVIATION.fullmatch(word)) and word in initials_forms(self.text[slice(*self.name)])

    def _extend_role(self, piece: Span) -> None:
        self.role = piece if self.role is None else (min(self.role[0], piece[0]), max(self.role[1], piece[1]))

    def add_bracket(self, bracket: Span) -> None:
        """Decide what a bracket holds."""
        inner = _trimmed(self.text, bracket[0] + 1, bracket[1] - 1)
        words = self.text[slice(*inner)]
        if not words:
            return
        if self._is_initials(inner) or (self.role and _ABBREVIATION.fullmatch(words) and not self.abbreviation):
            self.abbreviation = inner
        elif self.name is None and looks_like_name(words) >= SURE_NAME:
            self._take_name(inner)
        elif _is_remark(words):
            self.notes.append(words)
        elif self.role is None:
            self.role = inner
        elif not self.text[self.role[1] : bracket[0]].strip():
            self.role = (self.role[0], bracket[1])


def _first_name(scores: list[float]) -> int | None:
    """The piece that is the name: the first sure one, or a possible one that leads."""
    sure = next((index for index, score in enumerate(scores) if score >= SURE_NAME), None)
    if sure is None and scores and scores[0] >= POSSIBLE_NAME:
        return 0
    return sure


def _is_remark(words: str) -> bool:
    """Whether words tell how somebody was there rather than who they are."""
    if _REMARK.match(words):
        return True
    known = [word.strip(".,").casefold() for word in words.split()]
    if any(word in REASONS for word in known) and not any(word in _LOWER_ROLES for word in known):
        return True
    return words == words.lower() and len(known) <= 4 and not any(word in _LOWER_ROLES for word in known)
