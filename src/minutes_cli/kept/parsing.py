"""Parses only what was not parsed before."""

from __future__ import annotations

import hashlib
from pathlib import Path

from minutes_cli import pipeline
from minutes_cli.kept.cache import Cache
from minutes_cli.kept.keys import digest, is_text, ocr, program, reading
from minutes_cli.model.minutes import Frozen, Minutes
from minutes_cli.readers.options import Options


class _Parsed(Frozen):
    minutes: tuple[Minutes, ...]


def parse_kept(data: bytes, name: str, options: Options, profile: str | None, cache: Cache) -> tuple[Minutes, ...]:
    """As `pipeline.parse_all_bytes`, from the cache where the same was parsed before.

    A file is known by its bytes and its name without the folder. With a password, only files that cannot be locked are
    kept: passwords are in no form.
    """
    lockable = not is_text(data)
    if options.password is not None and lockable:
        return pipeline.parse_all_bytes(data, name, options, profile)
    content = hashlib.sha256(data).hexdigest()
    key = digest([program(), *reading(options, profile), Path(name).name, content, ocr() if lockable else ""])
    known = cache.get(key, _Parsed)
    if known is None:
        known = _Parsed(minutes=pipeline.parse_all_bytes(data, name, options, profile))
        cache.put(key, known)
    return known.minutes
