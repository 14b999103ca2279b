"""`minutes template`: what minutes of a body must have, and blank documents that ask for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.check_options import printing_options
from minutes_cli.cli.options import reading_options
from minutes_cli.cli.output import new_file, print_line, print_names, standard_output
from minutes_cli.errors import ExitCode, UsageError
from minutes_cli.text.safe import safe

if TYPE_CHECKING:
    from minutes_cli.cli.check_print import Printing
    from minutes_cli.readers.options import Options


@click.group("template")
def command() -> None:
    """List, print, write and check templates: what the minutes of a body must have."""


@command.command("list")
def list_templates() -> None:
    """List the templates that ship."""
    from minutes_cli.templates import template_names

    print_names(template_names())


@command.command("show")
@click.argument("name")
def show_template(name: str) -> None:
    """Print a template as TOML, to read or to start one of your own.

    \b
    minutes template show pcc > ours.toml
    minutes check --template ours.toml notes.docx
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.templates import template_text

    lines = (safe(line) for line in template_text(name).splitlines())
    with standard_output() as stream:
        stream.writelines(f"{line}\n".encode() for line in lines)


@command.command("schema")
def print_schema() -> None:
    """Print the JSON Schema (draft 2020-12) of templates, for editors."""
    from minutes_cli.model.template import Template

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Template.model_json_schema()}
    with standard_output() as stream:
        stream.write(json.dumps(schema, indent=2, ensure_ascii=False).encode() + b"\n")


@command.command("new")
@click.argument("name")
@click.option(
    "--to",
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    help="The document to write: notes.docx or notes.md.",
)
@click.option("--body", metavar="NAME", help="Whose minutes they will be; else there is a place to write it.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def new_document(name: str, path: Path, body: str | None, force: bool) -> None:
    """Write a blank document that asks for all that a template demands, as Word or Markdown.

    \b
    minutes template new parish-council --to minutes.docx --body "Harbour Parish Council"
    minutes template new ours.toml --to notes.md
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.profiles import load_profile
    from minutes_cli.templates import WRITERS, blank_document, load_template

    template = load_template(name)
    profile = load_profile(template.profile or "generic")
    suffix = path.suffix.lower()
    if suffix not in WRITERS:
        raise UsageError(str(path), "no kind of document that can be written", "name a .docx or .md file with --to")
    if path.exists() and not force:
        raise UsageError(str(path), "is there already", "name another file, or write over it with --force")
    data = blank_document(template, profile, suffix, body)
    with new_file(path) as stream:
        stream.write(data)
    print_line(f"{path}: a blank document by the template {template.name}")


@command.command("check")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--template",
    "name",
    default="general",
    show_default=True,
    metavar="T",
    help="What they must ask for: a name of `minutes template list` or a TOML file.",
)
@printing_options
@reading_options
def check_documents(
    files: tuple[str, ...], name: str, printing: Printing, profile: str | None, options: Options
) -> int:
    """Check blank documents, Word or Markdown: whether they ask for all that a template demands, and keep it.

    Each is filled with made-up data and read back. A field that does not come back is named with its place. The exit
    code is 1 where an error or a warning was found.

    \b
    minutes template check --template pcc notes.docx
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.checking.engine import Checker
    from minutes_cli.checking.remembering import Remembering
    from minutes_cli.checking.report import is_failing, report_of
    from minutes_cli.checking.selection import choose_rules
    from minutes_cli.cli.check_files import Checking
    from minutes_cli.templates import load_template

    rules = tuple(rule for rule in choose_rules() if "template" in rule.kinds)
    checker = Checker(rules, load_template(name), told_kind="template")
    batch = Checking(files, options, profile, Remembering(checker, None, options, profile).check)
    checked = [result for _, result in batch]
    report = report_of(checked, checker.across(checked), batch.failed)
    printing.print(report, checked)
    return batch.exit_code or (ExitCode.PROBLEMS if is_failing(report, "warning") else ExitCode.DONE)
