"""A passage as a heading it may be: its number, the title, and the text that runs on behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes_cli.parser.passages import Passage, Text
from minutes_cli.parser.titles import split_title
from minutes_cli.text.dates import find_dates
from minutes_cli.text.numbering import Number, find_number
from minutes_cli.text.prose import heading_likeness

# A style that more than this share of the text has says nothing about headings.
COMMON = 0.5
_ENDING_BRACKET = re.compile(r"\s*\([^()]*\)\W*$")


@dataclass(eq=False)
class Candidate:
    """A passage that may be a heading, with what speaks for it."""

    passage: Passage
    number: Number | None
    number_text: Text | None
    body: Text
    title: Text
    rest: Text
    likeness: float
    strong: bool
    lead: bool
    score: float = 0.0
    level: int = 1
    in_run: bool = False
    reasons: list[str] = field(default_factory=list)

    def add(self, amount: float, reason: str) -> None:
        self.score += amount
        self.reasons.append(f"{reason} {amount:+.2f}")


@dataclass(frozen=True)
class Looks:
    """What is ordinary in this document."""

    size: float
    strong_share: float


def looks_of(passages: Sequence[Passage]) -> Looks:
    """What most of the text looks like."""
    sizes: Counter[float] = Counter()
    strong = total = 0
    for passage in passages:
        length = len(passage.text)
        sizes[round(passage.paragraph.size * 2) / 2] += length
        total += length
        if passage.text.strong:
            strong += length
    return Looks(sizes.most_common(1)[0][0] if sizes else 0.0, strong / total if total else 0.0)


# A line that is bold from end to end is one heading up to this length, whatever colons it has.
_LONGEST_STRONG = 100


def candidate_of(passage: Passage, looks: Looks) -> Candidate:
    """The passage with its number, title and rest told apart; nothing is weighed yet."""
    text = passage.text
    number, number_text, body = None, None, text
    if (passage.label and passage.label[0].isalnum()) or passage.label.startswith("("):
        number = find_number(passage.label.strip() + " ")
        number_text = passage.label_text
    if number is None:
        number = find_number(str(text))
        if (
            number is not None
            and not number.marked
            and any(d.start == 0 for d in find_dates(str(text)[:60], default_year=2000))
        ):
            number = None
        if number is not None:
            at = str(text).find(number.text)
            number_text, body = text[at : at + len(number.text)], text[number.end :]
            second = find_number(str(body))
            # agenda and minute number side by side
            if second and second.style in ("minute", "code", "dotted") and number.style == "integer" and second.marked:
                number_text, number = body[: len(second.text)], second
                body = body[second.end :]
            elif second and second.style == "integer" and second.marked and number.style in ("minute", "code"):
                body = body[second.end :]
    end, rest = split_title(str(body), body.strong_until if looks.strong_share < COMMON else 0, number is not None)
    if body.strong and len(body) <= _LONGEST_STRONG and len(body.paragraph.lines) == 1:
        end = rest = len(str(body))
    title = body[:end]
    printed = str(title).rstrip(".") if body[rest:] else str(title)
    return Candidate(
        passage,
        number,
        number_text,
        body,
        title,
        body[rest:],
        heading_likeness(_ENDING_BRACKET.sub("", printed) if "(" in printed else printed),
        title.strong,
        end < len(str(body)),
    )
