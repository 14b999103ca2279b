"""A baseline: findings that are known, and pass."""

from __future__ import annotations

from pydantic import Field

from minutes_cli.model.minutes import Frozen


class Known(Frozen):
    """One finding, with what people need to see which it is."""

    fingerprint: str
    code: str
    message: str


class Baseline(Frozen):
    """The file that --write-baseline writes."""

    version: int = 1
    files: dict[str, tuple[Known, ...]] = Field(
        default={}, description="Path from the folder of the baseline on -> what is known of the file."
    )
