"""`python -m minutes_cli` and the command `minutes`."""

from __future__ import annotations

import gc
import os
import sys

from minutes_cli.errors import lacking


def run() -> None:
    """Run the command line of this process and exit."""
    arguments = sys.argv[1:]
    try:
        from minutes_cli.cli import main, reads_documents
    except ModuleNotFoundError as error:
        failure = lacking("minutes", error)
        sys.stderr.write(f"{failure}\n")
        sys.exit(failure.exit_code)
    # those of other tools, looked for in everything that is installed
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    if reads_documents(arguments):
        from minutes_cli.isolation.supervision import supervised

        code = supervised(lambda: main(arguments))
    else:
        code = main(arguments)
    # the memory of all that was read ends with the process: it is not looked through for circles once more
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()
