"""A process that parses documents for another: `python -m minutes_cli.isolation.worker`, spoken to as `protocol` says.

The first line of standard input holds the settings, each further one the name of a file; `-` comes with its bytes.
Standard output takes the results. What libraries print goes nowhere.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
import time
import traceback
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from minutes_cli.errors import CrashError, MinutesError
from minutes_cli.isolation.bounds import bounded, peak_bytes
from minutes_cli.isolation.deaths import nested_too_deeply, out_of_memory
from minutes_cli.isolation.orphans import die_with_parent
from minutes_cli.isolation.protocol import Content, Result, Settings, encoded
from minutes_cli.readers import waiting
from minutes_cli.readers.files import read_bytes

# A worker that once took so much goes when it has answered: what it holds on to would count for the next document.
_MOST_KEPT = 300 * 2**20


def main() -> None:
    """Answer until nobody asks any more."""
    die_with_parent()
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "r+b") as nothing:  # noqa: PTH123 (a device)
        for standard in (0, 1, 2):
            os.dup2(nothing.fileno(), standard)
    settings = Settings.decoded(requests.readline())
    _warm_up(settings)
    _send(replies, b"\n")
    for line in requests:
        asked = json.loads(line)
        given = requests.read(asked["size"]) if "size" in asked else None
        result = _result(asked["name"], given, settings, replies)
        last = peak_bytes() > _MOST_KEPT
        _send(replies, result.encoded(last))
        if last:
            return


def _warm_up(settings: Settings) -> None:
    """Import what every document needs: no document's time goes into it."""
    import minutes_cli.pipeline  # noqa: F401
    from minutes_cli.exporters import exporter

    exporter(settings.form)


def _result(name: str, given: bytes | None, settings: Settings, replies: BinaryIO) -> Result:
    began = time.monotonic()
    result = Result(name)
    try:
        with bounded(settings.options.limits), waiting.heard_by(lambda more: _send(replies, encoded({"more": more}))):
            data = read_bytes(Path(name), settings.options) if given is None else given
            result = replace(result, sha256=hashlib.sha256(data).hexdigest())
            result = _parsed(result, data, settings)
    except MinutesError as error:
        result = replace(result, failure=error)
    except MemoryError:
        result = replace(result, failure=out_of_memory(name, settings.options.limits))
    except RecursionError:
        result = replace(result, failure=nested_too_deeply(name))
    except Exception as error:
        result = replace(result, bug=CrashError(type(error).__name__, "".join(traceback.format_exception(error))))
    return replace(result, seconds=round(time.monotonic() - began, 3))


def _parsed(result: Result, data: bytes, settings: Settings) -> Result:
    from minutes_cli.exporters import exporter
    from minutes_cli.pipeline import parse_all_bytes

    # bytes of a file name that are no text are spelled out: JSON could not hold them
    name = result.name.encode("utf-8", "backslashreplace").decode()
    form = exporter(settings.form)
    write = form.write_next if settings.joined else form.write
    meetings = parse_all_bytes(data, name, settings.options, settings.profile)
    contents = []
    for minutes in meetings:
        stream = io.BytesIO()
        write(minutes, stream)
        contents.append(Content(minutes.source.part, stream.getvalue()))
    return replace(result, contents=tuple(contents), pages=meetings[0].source.pages)


def _send(replies: BinaryIO, data: bytes) -> None:
    replies.write(data)
    replies.flush()


if __name__ == "__main__":
    try:
        main()
    except (BrokenPipeError, KeyboardInterrupt):
        sys.exit(1)  # nobody listens any more
