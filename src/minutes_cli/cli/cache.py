"""`minutes cache`: what is kept from one run to the next."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click

from minutes_cli.cli.output import print_line
from minutes_cli.kept.cache import Cache


def open_cache(environment: Mapping[str, str]) -> Cache:
    """What is kept for this user."""
    if chosen := environment.get("MINUTES_CACHE_DIR"):
        return Cache(Path(chosen))
    from platformdirs import user_cache_path

    return Cache(user_cache_path("minutes", appauthor=False) / "results")


@click.group("cache")
def command() -> None:
    """What `minutes parse` and `minutes check` keep of documents, so that those that did not change are done at once.

    It is in files that only you can read, and never leaves this machine. The oldest results go when there are too many.
    """


@command.command("info")
def info() -> None:
    """Say where the results are kept, how many, and how large they are."""
    from minutes_cli.text.counting import counted

    cache = open_cache(os.environ)
    count, size = cache.size()
    print_line(f"{cache.folder}: {counted(count, 'result')}, {size / 2**20:.1f} MiB")


@command.command("clear")
def clear() -> None:
    """Drop all results that are kept."""
    from minutes_cli.text.counting import counted

    cache = open_cache(os.environ)
    count, _ = cache.size()
    cache.clear()
    print_line(f"{cache.folder}: {counted(count - cache.size()[0], 'result')} dropped")
