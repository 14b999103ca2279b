"""Blank documents that ship, and how they read when they are filled."""

from __future__ import annotations

from functools import cache

from minutes_cli.checking.engine import Checker
from minutes_cli.checking.selection import choose_rules
from minutes_cli.model.findings import Finding
from minutes_cli.model.minutes import Minutes
from minutes_cli.pipeline import parse_bytes
from minutes_cli.profiles import load_profile
from minutes_cli.readers import read
from minutes_cli.readers.options import Options
from minutes_cli.templates import WRITERS, blank_document, load_template
from minutes_cli.templates.filling import fill

SUFFIXES = tuple(WRITERS)


@cache
def blank(name: str, suffix: str, body: str | None = None) -> bytes:
    template = load_template(name)
    return blank_document(template, load_profile(template.profile or "generic"), suffix, body)


def filled(data: bytes, name: str, suffix: str) -> bytes:
    template = load_template(name)
    profile = load_profile(template.profile or "generic")
    options = Options()
    media_type = read(data, f"notes{suffix}", options).media_type
    return fill(data, f"notes{suffix}", media_type, template, profile, options.limits).data


@cache
def read_back(name: str, suffix: str) -> Minutes:
    return parse_bytes(filled(blank(name, suffix), name, suffix), f"notes{suffix}", profile=load_template(name).profile)


def findings(data: bytes, name: str, suffix: str, blank: bool = True) -> list[Finding]:
    """What is found in a blank document by the rules on those, or else in minutes by all rules."""
    rules = choose_rules(("T0",) if blank else ())
    checker = Checker(rules, load_template(name), told_kind="template" if blank else None)
    return [found.finding for found in checker.check(data, f"notes{suffix}").found]
