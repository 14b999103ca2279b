"""The command line: opens, prints and exits, which nothing else here does."""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from typing import ClassVar

import click

from minutes_cli import __version__
from minutes_cli.cli.group import Entry, LazyGroup
from minutes_cli.cli.messages import tell, tell_bug, tell_error
from minutes_cli.errors import ExitCode, MinutesError, OutputError, lacking

PROGRAM = "minutes"
_FULL = (errno.ENOSPC, errno.EFBIG, errno.EIO)  # what click's own printing of a help page may meet


class Commands(LazyGroup):
    """All commands of `minutes`."""

    entries: ClassVar[Mapping[str, Entry]] = {
        "parse": Entry("minutes_cli.cli.parse", "Print the data of minutes as JSON or YAML.", reads=True),
        "show": Entry("minutes_cli.cli.show", "Show a summary of minutes in the terminal.", reads=True),
        "check": Entry("minutes_cli.cli.check", "Check minutes: what is missing, wrong or unclear.", reads=True),
        "rules": Entry("minutes_cli.cli.rules", "List what `minutes check` looks for, or explain one rule."),
        "config": Entry("minutes_cli.cli.config", "Print the settings in force and where each comes from."),
        "add": Entry("minutes_cli.cli.add", "Record meetings in the register.", reads=True),
        "actions": Entry("minutes_cli.cli.actions", "List the actions of one or several meetings.", reads=True),
        "action": Entry("minutes_cli.cli.action", "Show or change one action of the register."),
        "log": Entry("minutes_cli.cli.log", "List what users changed."),
        "undo": Entry("minutes_cli.cli.undo", "Take back what the last command changed."),
        "ledger": Entry(
            "minutes_cli.cli.ledger", "Balance the actions of each body: opened, closed, open.", reads=True
        ),
        "export": Entry("minutes_cli.cli.export", "Write minutes in other formats.", reads=True),
        "import": Entry("minutes_cli.cli.import_log", "Take changes from an edited workbook into the register."),
        "render": Entry("minutes_cli.cli.render", "Turn data back into minutes: Word, Markdown, HTML.", reads=True),
        "diff": Entry("minutes_cli.cli.diff", "Compare two versions of minutes as data.", reads=True),
        "meetings": Entry("minutes_cli.cli.meetings", "List the meetings of the register."),
        "search": Entry("minutes_cli.cli.search", "Find words in all meetings of the register."),
        "exchanges": Entry("minutes_cli.cli.exchanges", "Show who asked and answered what, as a dialogue.", reads=True),
        "commitments": Entry("minutes_cli.cli.commitments", "List promises made in discussion.", reads=True),
        "decisions": Entry(
            "minutes_cli.cli.decisions", "List decisions: outcome, votes, mover and seconder.", reads=True
        ),
        "redact": Entry("minutes_cli.cli.redact", "Write a copy of minutes for publication.", reads=True),
        "pillars": Entry(
            "minutes_cli.cli.pillars", "Show how often each pillar of a plan was scrutinised.", reads=True
        ),
        "attendance": Entry(
            "minutes_cli.cli.attendance", "Show who came to what, and who has long been absent.", reads=True
        ),
        "stats": Entry(
            "minutes_cli.cli.stats", "Show how actions stand: by owner and age, and what is overdue.", reads=True
        ),
        "report": Entry(
            "minutes_cli.cli.report", "Write one page on many meetings: to circulate and to print.", reads=True
        ),
        "agenda": Entry("minutes_cli.cli.agenda", "Write the matters arising for a body's next meeting.", reads=True),
        "due": Entry("minutes_cli.cli.due", "List what is due, overdue first, or write a calendar of it.", reads=True),
        "coverage": Entry("minutes_cli.cli.coverage", "Show which parts of minutes ended in no field.", reads=True),
        "explain": Entry("minutes_cli.cli.explain", "Show how the parser saw a document, line by line.", reads=True),
        "why": Entry(
            "minutes_cli.cli.why", "Show why a value is as it is: its words, its rule, its doubts.", reads=True
        ),
        "verify": Entry("minutes_cli.cli.verify", "Check whether data still follows from its source.", reads=True),
        "init": Entry("minutes_cli.cli.init", "Make a register of meetings in a folder."),
        "register": Entry("minutes_cli.cli.register", "Check the register, say where it is, export and import it."),
        "backup": Entry("minutes_cli.cli.backup", "Copy the register to a file."),
        "restore": Entry("minutes_cli.cli.restore", "Put a backup in the place of the register."),
        "profile": Entry("minutes_cli.cli.profile", "List and print the profiles of cues."),
        "template": Entry(
            "minutes_cli.cli.template", "What a body's minutes must have: list, write, check templates.", reads=True
        ),
        "cache": Entry("minutes_cli.cli.cache", "Say what is kept of documents, or drop it."),
        "schema": Entry("minutes_cli.cli.schema", "Print the JSON Schema of the data."),
    }


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="%(prog)s %(version)s")
def app() -> None:
    """Turn meeting minutes into data: who came, what was said, decided and promised, each with its place."""


def reads_documents(argv: Sequence[str]) -> bool:
    """Whether the command in `argv` is one that may."""
    entry = Commands.entries.get(argv[0]) if argv else None
    return entry is not None and entry.reads


def main(argv: Sequence[str]) -> int:
    """Run the command in `argv` (without the program's name) and return the exit code of the process."""
    # a document's objects are made once and kept: collecting often finds nothing
    gc.set_threshold(200_000, 50, 100)
    try:
        with app.make_context(PROGRAM, list(argv) or ["--help"]) as context:
            code = app.invoke(context)
            if sys.stdout is not None:
                sys.stdout.flush()
            return int(code or ExitCode.DONE)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        tell(" ".join(error.format_message().split()).rstrip("."), _hint(error))
        return ExitCode.USAGE
    except MinutesError as error:
        tell_error(error)
        if error.exit_code == ExitCode.OUTPUT:
            _drop_output()
        return error.exit_code
    except ModuleNotFoundError as error:
        tell_error(lacking("", error))
        return ExitCode.USAGE
    except BrokenPipeError:  # the reader of our output has seen enough
        _drop_output()
        return ExitCode.OUTPUT
    except OSError as error:
        if error.errno not in _FULL:
            tell_bug(error)
            return ExitCode.INTERNAL
        tell_error(OutputError("standard output", "cannot be written", "make room and try again"))
        _drop_output()
        return ExitCode.OUTPUT
    except (KeyboardInterrupt, click.Abort):
        return ExitCode.INTERRUPTED
    except Exception as error:
        tell_bug(error)
        return ExitCode.INTERNAL


def _hint(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"`{context.command_path if context else PROGRAM} --help` tells more"


def _drop_output() -> None:
    """Send what is still unwritten nowhere: the interpreter would fail on it once more when it flushes at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # standard output is closed, or no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
