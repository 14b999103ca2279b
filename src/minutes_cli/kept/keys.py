"""By what a result is known again: all that it hangs on, as a digest."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pydantic

from minutes_cli.profiles import load_profile
from minutes_cli.readers.encodings import is_binary, marked_encoding
from minutes_cli.readers.options import Options

_SAMPLE_BYTES = 64 * 1024


def digest(told: object) -> str:
    """Hexadecimal; the same for the same content of lists, texts, numbers and the like."""
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def reading(options: Options, profile: str | None) -> list[object]:
    """How files are read, but for the password, which is kept in no form, and what only guards the run."""
    told = asdict(options)
    del told["password"], told["isolated"]
    for guard in ("seconds", "memory_bytes", "result_bytes"):
        del told["limits"][guard]
    return [asdict(load_profile(profile)) if profile else None, told]


def is_text(data: bytes) -> bool:
    """Whether the file is of a text format for sure: of a kind that nobody can lock."""
    sample = data[:_SAMPLE_BYTES]
    return b"%PDF" not in sample and (marked_encoding(sample) is not None or not is_binary(sample))


@cache
def program() -> list[object]:
    """What runs: the version of Python, and when the program's files and the libraries beside them last changed."""
    package, libraries = Path(__file__).parents[1], Path(pydantic.__file__).parents[1]
    times = list(_times(str(package)))
    return [sys.version, len(times), max(times), libraries.stat().st_mtime_ns]


def _times(folder: str) -> Iterator[int]:
    """When each file of the program in a folder last changed, in nanoseconds."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _times(entry.path)
            elif entry.name.endswith((".py", ".toml", ".json")):
                yield entry.stat().st_mtime_ns


@cache
def ocr() -> str:
    """The program that reads pictures: pages without text are findings only where there is none."""
    path = shutil.which("tesseract")
    return f"{path} {Path(path).stat().st_mtime_ns}" if path else ""
