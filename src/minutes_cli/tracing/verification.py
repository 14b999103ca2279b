"""Prove every value anew against its source, which may have been edited since."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from minutes_cli.model.minutes import Evidence, Minutes
from minutes_cli.model.pointer import field_of
from minutes_cli.model.tracing import Reading, Stretch
from minutes_cli.model.verification import FAILING, STANDINGS, Check, Verification
from minutes_cli.tracing.claims import METADATA, Finder, value_at
from minutes_cli.tracing.lines import source_lines
from minutes_cli.tracing.proofs import name_of_entry, pointers_to_prove

_Data = Mapping[str, object]


def verify(minutes: Minutes, reading: Reading) -> Verification:
    """Hold the values of `minutes` against what a file says now.

    A value holds where its words stand at their place and it follows from them: it stands in them, or reading the file
    gives it for the same words. Paragraphs of items have no evidence: they hold where they stand anywhere.
    """
    checks = tuple(_Verifier(minutes, reading).checks())
    counts = {standing: sum(check.standing == standing for check in checks) for standing in STANDINGS}
    return Verification(
        source=minutes.source,
        file=reading.minutes.source.file,
        same_file=minutes.source.sha256 == reading.minutes.source.sha256,
        holds=not any(counts[standing] for standing in FAILING),
        counts=counts,
        checks=checks,
    )


class _Verifier:
    def __init__(self, minutes: Minutes, reading: Reading) -> None:
        self._minutes = minutes
        self._metadata = reading.document.metadata
        self._lines = source_lines(reading.document)
        self._finder = Finder(self._lines)
        self._data: _Data = minutes.model_dump(mode="json", by_alias=True, exclude={"evidence"})
        self._anew = _Anew(reading.minutes)
        self._paragraphs = "\n".join(squeezed(paragraph.text) for paragraph in reading.document.paragraphs())

    def checks(self) -> Iterator[Check]:
        proofs: dict[str, list[Evidence]] = defaultdict(list)
        for evidence in self._minutes.evidence:
            proofs[evidence.path].append(evidence)
        for path, entries in proofs.items():
            yield self._check(path, entries)
        for path in pointers_to_prove(self._data):
            if path not in proofs:
                yield Check(path=path, value=value_at(self._data, path), standing="unproved")
        for number, item in enumerate(self._minutes.items):
            for place, text in enumerate(item.paragraphs):
                # a mere mark says nothing that could be lost
                stands = not words(text) or squeezed(text) in self._paragraphs
                path = f"/items/{number}/paragraphs/{place}"
                yield Check(path=path, value=text, standing="holds" if stands else "lost", quote=text)

    def _check(self, path: str, proofs: Sequence[Evidence]) -> Check:
        value = value_at(self._data, path)
        first = proofs[0]
        check = Check(
            path=path,
            value=value,
            standing="holds",
            quote=" … ".join(proof.quote for proof in proofs),
            page=first.page,
            line=first.line,
            block=first.block,
        )
        if value is None:
            return check.model_copy(update={"standing": "unproved"})
        there = [found for proof in proofs if (found := self._at_place(proof)) is not None]
        in_place = len(there) == len(proofs)
        if in_place and _stands_in(value, proofs) and all(self._is_apart(found) for found in there):
            return check
        again = self._anew.gives(self._data, path, value, proofs)
        if again is not None:
            now = {"now_page": again.page, "now_line": again.line, "now_block": again.block}
            return check if in_place else check.model_copy(update={"standing": "moved", **now})
        if not in_place and not all(self._stands_apart(proof) for proof in proofs):
            return check.model_copy(update={"standing": "lost"})
        reading = self._anew.instead(self._data, path, proofs)
        return check.model_copy(update={"standing": "changed", "reading": reading})

    def _at_place(self, proof: Evidence) -> tuple[Stretch, ...] | None:
        """The stretches of the quote at its place, none in what the file says of itself; None where it is not there."""
        if proof.block == METADATA:
            held = any(squeezed(proof.quote) in squeezed(text) for text in self._metadata.values())
            return () if held else None
        return self._finder.at_place(proof) or None

    def _stands_apart(self, proof: Evidence) -> bool:
        """Whether the quote stands anywhere."""
        found = self._at_place(proof) or self._finder.anywhere(proof)
        return bool(found) and self._is_apart(found)

    def _is_apart(self, found: tuple[Stretch, ...]) -> bool:
        """Whether no letter or digit is joined to the words at either end: "6 March" does not stand in "16 March"."""
        ends = [(found[0].line, found[0].start), (found[-1].line, found[-1].end)] if found else []
        texts = [(self._lines[line].text, at) for line, at in ends]
        return not any(text[:at][-1:].isalnum() and text[at:][:1].isalnum() for text, at in texts)


def _stands_in(value: str, proofs: Sequence[Evidence]) -> bool:
    """Whether the value is what is printed, word for word."""
    quoted = " ".join(proof.quote for proof in proofs)
    return proofs[0].grade == "exact" and f" {words(value)} " in f" {words(quoted)} "


class _Read(NamedTuple):
    """A value as the file gives it now."""

    evidence: Evidence
    value: str | None
    entry: tuple[str, str] | None
    quote: str


class _Anew:
    """What reading the file gives now, by the kind of value."""

    def __init__(self, minutes: Minutes) -> None:
        data = minutes.model_dump(mode="json", by_alias=True, exclude={"evidence"})
        self._of_field: dict[str, list[_Read]] = defaultdict(list)
        for evidence in minutes.evidence:
            path = evidence.path
            read = _Read(evidence, value_at(data, path), name_of_entry(data, path), squeezed(evidence.quote))
            self._of_field[field_of(path)].append(read)
        self._entries = {read.entry for reads in self._of_field.values() for read in reads}

    def gives(self, data: _Data, path: str, value: str, proofs: Sequence[Evidence]) -> Evidence | None:
        """Evidence of the same value for the same words, in the same entry if that is still there."""
        return next((read.evidence for read in self._alike(data, path, proofs) if read.value == value), None)

    def instead(self, data: _Data, path: str, proofs: Sequence[Evidence]) -> str | None:
        """What the same words, or the same entry, give now."""
        entry = name_of_entry(data, path)
        same = [read for read in self._of_field[field_of(path)] if read.entry == entry]
        return next((read.value for read in (*self._alike(data, path, proofs), *same)), None)

    def _alike(self, data: _Data, path: str, proofs: Sequence[Evidence]) -> Iterator[_Read]:
        entry = name_of_entry(data, path)
        quotes = [quote for proof in proofs if (quote := squeezed(proof.quote))]
        for read in self._of_field[field_of(path)]:
            same_words = any(read.quote in quote or quote in read.quote for quote in quotes)
            if same_words and (entry not in self._entries or read.entry == entry):
                yield read


def squeezed(text: str) -> str:
    """Letters and digits only: blanks, and hyphens at the ends of lines, prove nothing; a mere mark ("✓") as it is."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum()) or text.strip()


def words(text: str) -> str:
    """The words of a text without case and punctuation, a blank between two."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
