"""`python -m minutes_cli` and the command `minutes`."""

from __future__ import annotations

import sys

from minutes_cli.cli import main, reads_documents


def run() -> None:
    """Run the command line of this process and exit."""
    arguments = sys.argv[1:]
    if not reads_documents(arguments):
        sys.exit(main(arguments))
    from minutes_cli.isolation.supervision import supervised

    sys.exit(supervised(lambda: main(arguments)))


if __name__ == "__main__":
    run()
