"""A process that parses documents for another: `python -m minutes_cli.isolation.worker`, spoken to as `protocol` says.

The first line of standard input holds the settings, each further one the name of a file; `-` comes with its bytes.
Standard output takes the results. What libraries print goes nowhere.
"""

from __future__ import annotations

import json
import os
import sys
from typing import BinaryIO

from minutes_cli.isolation.bounds import peak_bytes
from minutes_cli.isolation.orphans import die_with_parent
from minutes_cli.isolation.parsing import parse
from minutes_cli.isolation.protocol import Settings, encoded

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
        result = parse(asked["name"], given, settings, lambda seconds: _send(replies, encoded({"more": seconds})))
        last = peak_bytes() > _MOST_KEPT
        _send(replies, result.encoded(last))
        if last:
            return


def _warm_up(settings: Settings) -> None:
    """Import what every document needs: no document's time goes into it."""
    import minutes_cli.pipeline  # noqa: F401
    from minutes_cli.exporters import exporter

    exporter(settings.form)


def _send(replies: BinaryIO, data: bytes) -> None:
    replies.write(data)
    replies.flush()


if __name__ == "__main__":
    try:
        main()
    except (BrokenPipeError, KeyboardInterrupt):
        sys.exit(1)  # nobody listens any more
