"""What a run reports of each document: a line of `report.jsonl`, from which the next run knows what is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

REPORT = "report.jsonl"


class Entry(BaseModel):
    """One document.

    file      as the user named it, or its folder and its path in that
    status    failed documents are tried again by the next run, done ones are not
    seconds   that it took, of the wall clock
    pages     None in formats without pages
    written   paths below the folder of the results
    way       a digest of the program's version and of how the document was read
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    file: str
    sha256: str | None = None
    status: Literal["done", "failed"]
    reason: str | None = None
    seconds: float = 0.0
    pages: int | None = None
    written: tuple[str, ...] = ()
    way: str = ""

    def line(self) -> bytes:
        return self.model_dump_json().encode() + b"\n"


def entries(data: bytes) -> Iterator[Entry]:
    """The entries of a report; a line that was cut off, or is none, is left out."""
    for line in data.splitlines():
        try:
            yield Entry.model_validate_json(line)
        except ValidationError:
            continue
