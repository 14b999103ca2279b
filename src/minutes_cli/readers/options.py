"""What a caller may tell a reader, and how much of an untrusted file is read before it is refused.

Sizes are bytes unless said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one document; a file over one of them raises `LimitError`.

    Those of time and memory are kept by the process that waits for the reader.
    """

    seconds: int = 15
    memory_bytes: int = 900 * MIB
    result_bytes: int = 100 * MIB
    input_bytes: int = 100 * MIB
    inflated_bytes: int = 200 * MIB
    part_bytes: int = 100 * MIB
    inflation_ratio: int = 200
    ratio_floor_bytes: int = 10 * MIB
    zip_entries: int = 10_000
    xml_depth: int = 256
    html_depth: int = 500
    pdf_pages: int = 2_000
    stream_bytes: int = 75 * MIB
    pdf_forms: int = 100_000
    page_characters: int = 200_000
    page_rulings: int = 100_000
    line_characters: int = MIB
    table_span: int = 1_000
    ocr_pages: int = 200
    ocr_seconds: int = 60
    image_dots: int = 100_000_000


@dataclass(frozen=True, slots=True)
class Options:
    """Given to every reader; each uses what concerns its format.

    isolated  limits of time and memory are kept
    """

    limits: Limits = Limits()
    password: str | None = None
    pdf_engine: Literal["pdfium", "pdfplumber"] = "pdfium"
    ocr: Literal["auto", "never", "always"] = "auto"
    ocr_language: str = "eng"
    isolated: bool = True
