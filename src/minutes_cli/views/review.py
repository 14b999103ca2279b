"""Doubtful links between meetings: what both sides say, and the command that settles each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from minutes_cli.model.tracking import Doubt, Mention, TrackedAction
from minutes_cli.text.days import short_date
from minutes_cli.views.words import HEADING, QUIET, joined, place_in_words, plain


def review(doubts: Iterable[Doubt], actions: Sequence[TrackedAction]) -> RenderableType:
    """One block a doubt; of mentions that are in no action any more there is none."""
    where = {mention.id: (action, mention) for action in actions for mention in action.mentions}
    views: list[RenderableType] = []
    for doubt in doubts:
        if doubt.earlier in where and doubt.later in where:
            views.append(_block(doubt, where[doubt.earlier], where[doubt.later]))
    return Group(*views) if views else Text("No doubtful links.")


def _block(
    doubt: Doubt, earlier: tuple[TrackedAction, Mention], later: tuple[TrackedAction, Mention]
) -> RenderableType:
    one, other = earlier[0].number or earlier[0].id, later[0].number or later[0].id
    joined_now = earlier[0].id == later[0].id
    title = f"{one} goes on here?" if joined_now else f"{one} and {other}: one action?"
    facts = joined([plain(title, HEADING), plain(f"{doubt.confidence:.2f}, {doubt.reason}", QUIET)], "  ")
    lines = [_line(earlier[1]), _line(later[1])]
    if joined_now and earlier[0].number:
        lines.append(plain(f"not the same: minutes action unlink {one} {later[1].key}", QUIET))
    elif earlier[0].number:
        lines.append(plain(f"the same: minutes action link {one} {other}", QUIET))
    return Group(facts, Padding(Group(*lines), (0, 0, 1, 2)))


def _line(mention: Mention) -> Text:
    where = place_in_words(mention.page, mention.line)
    day = " ".join(part for part in (short_date(mention.date) or mention.file, where) if part)
    return joined([plain(day, QUIET), plain(" ".join(part for part in (mention.quote, mention.update) if part))], "  ")
