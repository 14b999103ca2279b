"""What users set once for a folder, in `minutes.toml` or under `[tool.minutes]` in `pyproject.toml`."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from minutes_cli.model.document import Severity
from minutes_cli.model.minutes import Frozen


def key_of(field: str) -> str:
    """The name of a field as users write it: `per_file_ignores` is `per-file-ignores`."""
    return field.replace("_", "-")


class _Table(Frozen):
    model_config = ConfigDict(alias_generator=key_of, validate_by_name=True, validate_by_alias=True)


class CheckSettings(_Table):
    """What `minutes check` looks for, and where."""

    select: tuple[str, ...] = Field(default=(), description="Rules or families to run instead of the usual ones.")
    ignore: tuple[str, ...] = Field(default=(), description="Rules or families not to run.")
    extend_select: tuple[str, ...] = Field(default=(), description="Rules or families to run beside the usual ones.")
    fail_on: Severity = Field(default="warning", description="The least severity that makes the exit code 1.")
    severity: dict[str, Severity] = Field(default={}, description="Rule or family -> its severity.")
    per_file_ignores: dict[str, tuple[str, ...]] = Field(
        default={}, description="Pattern of files -> rules or families that are not told in them."
    )
    exclude: tuple[str, ...] = Field(
        default=(), description="Patterns, as in .gitignore, of files and folders to leave out of folders."
    )
    template: str | None = Field(
        default=None, description="What the minutes must have: the name of a template, or the path of a TOML file."
    )
    baseline: str | None = Field(default=None, description="The file of findings that are known and pass.")
    publication: bool = Field(default=False, description="Whether the minutes are to be published.")


class Settings(_Table):
    """All settings."""

    profile: str | None = Field(
        default=None, description="The profile that minutes are read with: a name, or the path of a TOML file."
    )
    limits: dict[str, int | str] = Field(
        default={}, description='What a document may take: seconds = 60, memory-bytes = "2G"; `--allow help` lists all.'
    )
    check: CheckSettings = CheckSettings()
