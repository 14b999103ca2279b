"""The parser of Markdown as it is set for documents that nobody vouches for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core import inline as parse_inline
from markdown_it.rules_inline import StateInline, image, link
from mdit_py_plugins.front_matter import front_matter_plugin

# lists in lists in quotes: the library drops what is nested deeper, and recurses as deep
MOST_NESTING = 40
# brackets in brackets within a paragraph: each level reads what is left of it once more
_MOST_BRACKETS = 8

_Rule = Callable[[StateInline, bool], bool]


def commonmark() -> MarkdownIt:
    """A parser of CommonMark with tables, strikethrough and front matter; its time grows with the text."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": MOST_NESTING})
    parser.enable(["table", "strikethrough"]).use(front_matter_plugin)
    parser.core.ruler.at("inline", _inline)
    parser.inline.ruler.at("link", _if_closed(link))
    parser.inline.ruler.at("image", _if_closed(image))
    return parser


def _inline(state: StateCore) -> None:
    with _nesting(state.md, _MOST_BRACKETS):
        parse_inline(state)


@contextmanager
def _nesting(parser: MarkdownIt, most: int) -> Iterator[None]:
    before = parser.options["maxNesting"]
    parser.options["maxNesting"] = most
    try:
        yield
    finally:
        parser.options["maxNesting"] = before


def _if_closed(rule: _Rule) -> _Rule:
    """The rule of a link or image, which is not asked where no bracket is closed further on."""

    def checked(state: StateInline, silent: bool) -> bool:
        # kept beside what the library keeps of places in the same paragraph
        last = state.cache.get(-1)
        if last is None:
            last = state.cache[-1] = state.src.rfind("]")
        return state.pos < last and rule(state, silent)

    return checked
