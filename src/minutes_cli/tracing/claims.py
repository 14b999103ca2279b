"""From evidence to the very characters of the document that it quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from minutes_cli.model.document import BoundingBox
from minutes_cli.model.minutes import Evidence, Minutes
from minutes_cli.model.pointer import look_up
from minutes_cli.model.tracing import Claim, SourceLine, Stretch, box_of
from minutes_cli.tracing.folded import Folded
from minutes_cli.tracing.labels import label_of

# Evidence keeps two decimals of a box; the same words set a little otherwise are still at their place.
_TOLERANCE_PT = 2.0
METADATA = "metadata"


class Finder:
    """Finds quotes in the lines of a document."""

    def __init__(self, lines: Sequence[SourceLine]) -> None:
        self.lines = lines
        self._parts: list[Folded] = []
        self._of_page: dict[int, list[Folded]] = defaultdict(list)
        self._of_number: dict[int, list[Folded]] = defaultdict(list)
        self._of_block: dict[str, list[Folded]] = defaultdict(list)
        together: dict[tuple[int, int | None], list[int]] = defaultdict(list)
        for index, line in enumerate(lines):
            together[id(line.paragraph), line.line.page].append(index)
        for indices in together.values():
            part = Folded([lines[i] for i in indices], indices)
            self._parts.append(part)
            first = part.lines[0]
            if first.line.page is not None:
                self._of_page[first.line.page].append(part)
            for line in part.lines:
                if line.line.number is not None:
                    self._of_number[line.line.number].append(part)
            if first.paragraph.block is not None:
                self._of_block[first.paragraph.block].append(part)

    def at_place(self, evidence: Evidence) -> tuple[Stretch, ...]:
        """The stretches of the quote at the place that the evidence names; none if it does not stand there."""
        best: tuple[float, tuple[Stretch, ...]] | None = None
        for found in self._occurrences(evidence.quote, self._parts_at(evidence)):
            away = self._distance(found, evidence)
            if away <= _TOLERANCE_PT and (best is None or away < best[0]):
                best = (away, found)
        return best[1] if best else ()

    def anywhere(self, evidence: Evidence) -> tuple[Stretch, ...]:
        """The stretches of the quote wherever it stands first; none if it stands nowhere."""
        return next(self._occurrences(evidence.quote, self._parts), ())

    def _parts_at(self, evidence: Evidence) -> Sequence[Folded]:
        if evidence.page is not None:
            return self._of_page.get(evidence.page, ())
        if evidence.line is not None:
            return self._of_number.get(evidence.line, ())
        return self._of_block.get(evidence.block or "", ())

    def _occurrences(self, quote: str, parts: Iterable[Folded]) -> Iterator[tuple[Stretch, ...]]:
        quote = " ".join(quote.split())
        for part in parts:
            for start in part.find(quote):
                yield part.stretches(start, start + len(quote))

    def _distance(self, stretches: tuple[Stretch, ...], evidence: Evidence) -> float:
        """How far, in points or lines, the stretches are from the place of the evidence."""
        first = self.lines[stretches[0].line].line
        if evidence.bbox is not None:
            box = self.box(stretches)
            return max(abs(a - b) for a, b in zip(box, evidence.bbox, strict=True)) if box else float("inf")
        # lines count from the first that the quote touches
        if evidence.line is not None and first.number is not None:
            return 0.0 if first.number == evidence.line else float("inf")
        return 0.0

    def box(self, stretches: tuple[Stretch, ...]) -> BoundingBox | None:
        boxes = [self.lines[s.line].place(s.start, s.end).bbox for s in stretches]
        known = [box for box in boxes if box is not None]
        return box_of(known) if known else None


def find_claims(finder: Finder, minutes: Minutes) -> tuple[Claim, ...]:
    """Every entry of the evidence with the stretches that it quotes; none for what the file says of itself."""
    data = minutes.model_dump(mode="json", by_alias=True, exclude={"evidence"})
    return tuple(_claim(finder, evidence, data) for evidence in minutes.evidence)


def _claim(finder: Finder, evidence: Evidence, data: object) -> Claim:
    value, label = value_at(data, evidence.path) or "", label_of(evidence.path)
    if evidence.block == METADATA:
        return Claim(evidence, value, label, ())
    stretches = finder.at_place(evidence)
    return Claim(evidence, value, label, stretches or finder.anywhere(evidence), bool(stretches))


def value_at(data: object, path: str) -> str | None:
    """The value as a string; None where there is none."""
    try:
        value = look_up(data, path)
    except LookupError:
        return None
    return None if value is None or isinstance(value, dict | list) else str(value)
