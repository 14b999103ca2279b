"""`python -m minutes_cli` and the command `minutes`."""

from __future__ import annotations

import sys

from minutes_cli.cli import main


def run() -> None:
    """Run the command line of this process and exit."""
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
