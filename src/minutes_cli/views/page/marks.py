"""Stretches of lines that became values, each with an anchor that leads to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from minutes_cli.model.rules import RULES
from minutes_cli.model.tracing import Claim, Explanation
from minutes_cli.views.claims import full_name
from minutes_cli.views.page.tags import class_of, element, escaped
from minutes_cli.views.words import counted

# The details of a stretch list so many values; the rest stand in the list of all.
_MOST_TOLD = 6
# From here on more values on the same characters make no darker colour.
_DEEPEST = 3


class Segment(NamedTuple):
    """Characters of one line that the same values were read from; `claims` are their indices, none between values."""

    start: int
    end: int
    claims: tuple[int, ...]


class Marks:
    """The segments of all lines, and at which of them each value is found."""

    def __init__(self, found: Explanation) -> None:
        self._found = found
        spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for number, claim in enumerate(found.claims):
            for stretch in claim.stretches:
                spans[stretch.line].append((number, stretch.start, stretch.end))
        self._segments = {line: list(_cut(len(found.lines[line].source.text), spans[line])) for line in sorted(spans)}
        # claim -> the id of the first segment it covers; that segment -> the id
        self._anchors: dict[int, str] = {}
        self._ids: dict[tuple[int, int], str] = {}
        for line, segments in self._segments.items():
            for segment in segments:
                new = [number for number in segment.claims if number not in self._anchors]
                if new:
                    self._ids[line, segment.start] = f"m{new[0]}"
                    self._anchors.update(dict.fromkeys(new, f"m{new[0]}"))

    def segments(self, line: int) -> list[Segment]:
        """The whole line from left to right, what no value was read from included."""
        return self._segments.get(line) or [Segment(0, len(self._found.lines[line].source.text), ())]

    def anchor(self, claim: int) -> str | None:
        """The id of the segment that the value is found at; None where it stands in no line."""
        return self._anchors.get(claim)

    def link(self, line: int, segment: Segment, content: str, style: str = "", tip: str = "") -> str:
        """An anchor around `content`: it tells its values on hover and focus and leads to them in the list.

        tip  further classes of the box that tells them
        Only where a value begins the anchor takes part in tabbing: one stop a value.
        """
        told = [self._found.claims[number] for number in segment.claims]
        # a line has its claims in the order in which they name it
        claims = [claim for claim in self._found.lines[line].claims if any(claim is one for one in told)]
        depth = min(sum(not claim.reference for claim in claims) or 1, _DEEPEST)
        name = self._ids.get((line, segment.start))
        attributes = {"href": f"#v{segment.claims[0]}", "aria_label": self._in_words(claims)}
        attributes |= {"id": name} if name else {"tabindex": "-1"}
        attributes |= {"style": style} if style else {}
        return element(
            "a", content, self._tip(claims, tip), kind=f"mark {class_of(claims[0].label)} d{depth}", **attributes
        )

    def _in_words(self, claims: list[Claim]) -> str:
        own = [claim for claim in claims if not claim.reference] or claims
        return "; ".join(f"{full_name(claim, self._found.minutes)} {claim.value}" for claim in own[:_MOST_TOLD])

    def _tip(self, claims: list[Claim], kind: str) -> str:
        rows = [self._row(claim) for claim in claims[:_MOST_TOLD]]
        more = counted(max(0, len(claims) - _MOST_TOLD), "more value")
        return element("span", *rows, element("span", more, kind="more") if more else "", kind=f"tip {kind}".strip())

    def _row(self, claim: Claim) -> str:
        name = element("span", escaped(full_name(claim, self._found.minutes)), kind="name")
        why = RULES.get(claim.evidence.rule or "", "")
        sentence = element("span", escaped(why), kind="why") if why else ""
        value = element("b", escaped(claim.value))
        return element("span", name, value, proof(claim), sentence, *weighed(claim), kind="row")


def proof(claim: Claim) -> str:
    """How the value follows from its words, how sure that is, and by which rule."""
    evidence = claim.evidence
    words = (evidence.grade, f"{evidence.confidence:.2f}", evidence.rule or "")
    return element("small", escaped(" · ".join(word for word in words if word)))


def weighed(claim: Claim) -> Iterator[str]:
    """Other readings that were weighed and not taken."""
    for other in claim.evidence.alternatives:
        words = " · ".join(word for word in (f"not “{other.value}”", other.rule or "") if word)
        yield element("small", escaped(words), kind="other")


def _cut(length: int, spans: list[tuple[int, int, int]]) -> Iterator[Segment]:
    """Cut a line at every beginning and end of a span."""
    bounds = sorted({0, length, *(start for _, start, _ in spans), *(end for _, _, end in spans)})
    for start, end in pairwise(bounds):
        yield Segment(start, end, tuple(sorted({n for n, first, last in spans if first < end and last > start})))
