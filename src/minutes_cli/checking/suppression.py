"""Findings that a comment in the file silences.

A comment behind text is about its line, one that stands alone about the block that follows, one of Word's about the
paragraphs it is set on. What has no place, such as a date that is missing, is silenced by any comment that names it.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.checking.selection import fits
from minutes_cli.model.document import Place
from minutes_cli.model.source_text import Address, SourceText
from minutes_cli.rules import all_rules
from minutes_cli.rules.base import Rule
from minutes_cli.text.directives import Directive, directive


class Silence:
    """What the comments of one file silence."""

    def __init__(self, source: SourceText) -> None:
        told = ((directive(comment.text), comment) for comment in source.comments)
        self._told = [(said, comment) for said, comment in told if said is not None]

    def holds(self, rule: Rule, place: Place | None) -> bool:
        address = place.line or place.block if place else None
        return any(_is_meant(said, rule, address, comment.about) for said, comment in self._told)

    def unknown(self) -> Iterator[tuple[Address | None, str]]:
        """Names in the comments that no rule has, each with its place."""
        rules = all_rules()
        for said, comment in self._told:
            for name in said.selectors:
                if not any(fits((name,), rule.code, rule.name) for rule in rules):
                    yield comment.address, name


def _is_meant(said: Directive, rule: Rule, address: Address | None, about: tuple[Address, ...]) -> bool:
    if said.selectors and not fits(said.selectors, rule.code, rule.name):
        return False
    if said.whole_file:
        return True
    return bool(said.selectors) if address is None else any(_within(address, one) for one in about)


def _within(address: Address, about: Address) -> bool:
    """Whether one is the other; of Word files, also whether one is a table or row that the other stands in."""
    if isinstance(address, int) or isinstance(about, int):
        return address == about
    return address == about or about.startswith(f"{address}/") or address.startswith(f"{about}/")
