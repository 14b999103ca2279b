"""Ids that last, and the evidence that is gathered as values are placed."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from pydantic import TypeAdapter

from minutes_cli.model.confidence import shipped
from minutes_cli.model.document import BoundingBox, Place
from minutes_cli.model.minutes import Alternative, Diagnostic, Evidence
from minutes_cli.parser.draft import Fact

_EVIDENCE = TypeAdapter(tuple[Evidence, ...])
_PRONOUN = "exchange.pronoun"


class Ids:
    """Short ids from what a thing says, so that an edit elsewhere changes none."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def make(self, prefix: str, *parts: str | None) -> str:
        key = "\x1f".join(re.sub(r"\W+", " ", part or "").strip().lower() for part in parts)
        digest = hashlib.sha256(key.encode()).hexdigest()[:8]
        self._seen[prefix + digest] += 1
        again = self._seen[prefix + digest]
        return f"{prefix}{digest}" if again == 1 else f"{prefix}{digest}-{again}"


class EvidenceLog:
    """Collects evidence as values are placed."""

    def __init__(self) -> None:
        self._found: list[tuple[str, Fact, Place]] = []
        self._rules: dict[str, str] = {}
        self._inferred: list[Diagnostic] = []
        self._told: set[tuple[str, tuple[Alternative, ...]]] = set()
        self._pronouns = 0

    @property
    def inferred(self) -> list[Diagnostic]:
        """One entry for each inferred value; speakers told from "he" and "she" share one."""
        if not self._pronouns:
            return self._inferred
        count = "1 speaker is" if self._pronouns == 1 else f"{self._pronouns} speakers are"
        told = Diagnostic(
            code="inferred",
            severity="info",
            message=f"{count} inferred from “he” or “she”: the last who spoke",
            path="/items",
        )
        return [*self._inferred, told]

    def add(self, path: str, fact: Fact | None) -> str | None:
        if fact is None:
            return None
        if fact.rule == _PRONOUN and fact.grade == "derived":
            self._pronouns += path.startswith("/items/")
        elif fact.grade == "derived":
            self._note("inferred", _inferred_from(path, fact), path, fact)
        elif fact.grade == "ambiguous" and (fact.value, fact.alternatives) not in self._told:
            self._told.add((fact.value, fact.alternatives))
            self._note("ambiguous", _otherwise(fact), path, fact)
        if not fact.quotes:
            # what the file says of itself outside its text
            self._add(path, fact, Place(fact.value, block="metadata"))
        for text in fact.quotes:
            for place in text.places:
                self._add(path, fact, place)
        return fact.value

    def _add(self, path: str, fact: Fact, place: Place) -> None:
        self._rules[path] = fact.rule
        self._found.append((path, fact, place))

    @property
    def found(self) -> tuple[Evidence, ...]:
        """The evidence of every value that was placed, with its confidence."""
        sure = shipped().of_values(self._rules)
        # made all at once: that takes half the time
        return _EVIDENCE.validate_python(
            [
                {
                    "path": path,
                    "page": place.page,
                    "bbox": _rounded(place.bbox) if place.bbox else None,
                    "line": place.line,
                    "block": place.block,
                    "quote": " ".join(place.quote.split()),
                    "grade": fact.grade,
                    "confidence": round(sure[path] * place.certainty, 2),
                    "alternatives": fact.alternatives,
                    "rule": fact.rule or None,
                }
                for path, fact, place in self._found
            ]
        )

    def _note(self, code: str, message: str, path: str, fact: Fact) -> None:
        place = next((place for text in fact.quotes for place in text.places), None)
        page, line, block = (place.page, place.line, place.block) if place else (None, None, None)
        self._inferred.append(
            Diagnostic(code=code, severity="info", message=message, path=path, page=page, line=line, block=block)
        )


def _rounded(box: BoundingBox) -> BoundingBox:
    x0, top, x1, bottom = box
    return round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2)


def _otherwise(fact: Fact) -> str:
    others = "; ".join(other.value for other in fact.alternatives)
    return f"“{fact.value}” may be read otherwise: {others}"


def _inferred_from(path: str, fact: Fact) -> str:
    words = " ".join(part for part in path.strip("/").replace("_", " ").split("/") if not part.isdigit())
    quote = " … ".join(" ".join(str(text).split())[:60] for text in fact.quotes) or "what the file says of itself"
    return f"{words} {fact.value} is inferred from “{quote}”"
