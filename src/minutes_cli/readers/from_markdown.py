"""Markdown: CommonMark with tables, task lists, strikethrough, front matter and pieces of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markdown_it.token import Token

from minutes_cli.errors import NoTextError
from minutes_cli.model.document import Block, Cell, Document, Paragraph, Problem, Table
from minutes_cli.readers.decode import decode
from minutes_cli.readers.from_html import read_fragment
from minutes_cli.readers.from_text import read_lines
from minutes_cli.readers.html.unseen import is_faint_tag
from minutes_cli.readers.markup.commonmark import MOST_NESTING, commonmark
from minutes_cli.readers.markup.front_matter import front_matter
from minutes_cli.readers.markup.markdown_inline import rendered
from minutes_cli.readers.markup.marks import marked
from minutes_cli.readers.markup.turned import turned
from minutes_cli.readers.options import Limits, Options
from minutes_cli.readers.plain.joining import join_torn
from minutes_cli.readers.plain.lines import SourceLine, ends_sentence, is_page_number, is_unfinished
from minutes_cli.text.layout import MARK

_BARE_NUMBER = re.compile(r"\d{1,4}$")


def read(data: bytes, name: str, options: Options) -> Document:
    """The blocks of a Markdown file; `metadata` from its front matter."""
    source = decode(data, name, options.limits)
    tokens = commonmark().parse(_without_attributes(source.text.replace("\f", " ")))
    walker = _Walker(tokens, name, options.limits)
    found = list(walker.blocks())
    blocks = tuple(found if walker.is_set else join_torn([block] for block in found))
    if not blocks:
        raise NoTextError(name, "no text in it", "was the right file given?")
    problems = (*source.problems, *turned(source.text), *walker.problems, *_nesting_problems(tokens), *_faint(tokens))
    return Document(blocks, "text/markdown", metadata=walker.metadata, problems=problems)


# Lines for the site generator: attributes of the block above ("{: .no_toc}"), and fences of a named block (":::").
_FOR_GENERATORS = re.compile(r"^(?:[ \t]{0,8}\{:[^{}\n]{0,200}\}|:{3,}[^\n]{0,200})[ \t]*$", re.MULTILINE)
_HEADING_ATTRIBUTES = re.compile(r"(?<=\S)[ \t]+\{[:#.][^{}\n]{0,200}\}[ \t]*$", re.MULTILINE)


def _without_attributes(text: str) -> str:
    """The text with what only a site generator reads blanked out; every line stays where it is."""
    return _HEADING_ATTRIBUTES.sub("", _FOR_GENERATORS.sub("", text)) if "{" in text or ":::" in text else text


def _nesting_problems(tokens: Sequence[Token]) -> Iterator[Problem]:
    deepest = next((token for token in tokens if token.level >= MOST_NESTING - 1), None)
    if deepest:
        message = f"text nested more than {MOST_NESTING} deep was left out"
        yield Problem("nesting-cut", message, line=_line(deepest))


def _faint(tokens: Sequence[Token]) -> Iterator[Problem]:
    """A note of the first piece of HTML within a line that hides its text."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "html_inline" and is_faint_tag(child.content):
                message = "text that HTML makes white, tiny or invisible, but which is read"
                yield Problem("unseen-text", message, line=_line(token))
                return


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


@dataclass
class _Item:
    """An open list item; its label goes to its first paragraph."""

    label: str | None
    line: int


class _Walker:
    """Walks the flat list of block tokens."""

    def __init__(self, tokens: Sequence[Token], name: str, limits: Limits) -> None:
        self._tokens = tokens
        self._name, self._limits = name, limits
        self._pages = _rules_part_pages(tokens)
        self._counters: list[int | None] = []
        self._items: list[_Item] = []
        self._waiting: SourceLine | None = None
        self.metadata: dict[str, str] = {}
        # what we wrote ourselves was neither typed nor converted: marks at the beginning of a text are the text's own,
        # a bare number is no page's, and no page break tore a sentence
        self.is_set = False
        self.problems: list[Problem] = []

    def blocks(self) -> Iterator[Block]:
        found: list[Block] = []
        after_rule = False
        for block in self._walk():
            if block is None:
                # a thematic break: a bare number on either side of it is a page's
                if found:
                    found[-1] = _as_page_number(found[-1])
                after_rule = True
                continue
            found.append(_as_page_number(block) if after_rule else block)
            after_rule = False
        return iter(found)

    def _walk(self) -> Iterator[Block | None]:
        """Blocks in order, None for a thematic break."""
        at = 0
        while at < len(self._tokens):
            token = self._tokens[at]
            kind = token.type
            if kind == "front_matter":
                self.metadata = front_matter(token.content)
                self.is_set = self.metadata.get("format") == MARK
            elif kind in ("bullet_list_open", "ordered_list_open"):
                self._counters.append(0 if kind == "ordered_list_open" else None)
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self._counters.pop()
            elif kind == "list_item_open":
                self._items.append(_Item(self._label(token), _line(token)))
            elif kind == "list_item_close":
                yield from self._end_item()
            elif kind == "inline":
                yield from self._paragraph(self._tokens[at - 1], token)
            elif kind == "hr":
                yield None
            elif kind in ("fence", "code_block"):
                yield from self._verbatim(token)
            elif kind == "html_block":
                at, markup = self._markup(at)
                blocks, problems = read_fragment(markup, _line(token), self._name, self._limits)
                self.problems.extend(problems)
                yield from blocks
                continue
            elif kind == "table_open":
                start = at
                while self._tokens[at].type != "table_close":
                    at += 1
                yield self._table(self._tokens[start:at])
            at += 1
        yield from self._unlabelled()

    def _label(self, token: Token) -> str:
        """The item's number as written, or counted on where all are written alike; "•" for a bullet."""
        last = self._counters[-1]
        if last is None:
            return "•"
        written = int(token.info)
        number = written if written > last else last + 1
        self._counters[-1] = number
        return f"{number}{token.markup}"

    def _end_item(self) -> Iterator[Paragraph]:
        item = self._items.pop()
        if item.label and item.label != "•":
            # a number torn off its text, which follows as a paragraph
            yield from self._unlabelled()
            self._waiting = SourceLine(item.line, item.label)

    def _unlabelled(self) -> Iterator[Paragraph]:
        if self._waiting:
            yield Paragraph((self._waiting.as_line(),))
            self._waiting = None

    def _take_label(self) -> str | None:
        if self._items:
            label, self._items[-1].label = self._items[-1].label, None
            return label
        label = self._waiting.text if self._waiting else None
        self._waiting = None
        return label

    def _paragraph(self, opened: Token, token: Token) -> Iterator[Paragraph | None]:
        lines, strong, struck = rendered(token, _line(token), self.is_set).build(self._limits.line_characters)
        if not lines:
            return
        paragraph = Paragraph(
            lines, label=self._take_label(), level=max(len(self._counters) - 1, 0), strong=strong, struck=struck
        )
        if is_page_number(paragraph.text) and not self.is_set:
            yield replace(paragraph, role="footer")
        elif opened.type != "heading_open":
            yield self._marked(paragraph)
        elif opened.markup == "-" and (self._pages or _BARE_NUMBER.match(paragraph.text)):
            yield marked(paragraph)
            yield None
        else:
            yield replace(paragraph, heading=int(opened.tag[1]))

    def _marked(self, paragraph: Paragraph) -> Paragraph:
        return paragraph if self.is_set else marked(paragraph)

    def _verbatim(self, token: Token) -> Iterator[Block]:
        first = _line(token) + (token.type == "fence")
        texts = token.content.split("\n")
        yield from read_lines([SourceLine(first + at, text) for at, text in enumerate(texts)])

    def _markup(self, at: int) -> tuple[int, str]:
        """The end of the run of HTML from `at`, and its markup with blank lines where the source has them."""
        pieces: list[str] = []
        line = _line(self._tokens[at])
        while at < len(self._tokens) and self._tokens[at].type == "html_block":
            token = self._tokens[at]
            pieces.append("\n" * (_line(token) - line) + token.content)
            line = _line(token) + token.content.count("\n")
            at += 1
        return at, "".join(pieces)

    def _table(self, tokens: Sequence[Token]) -> Table:
        rows: list[tuple[Cell, ...]] = []
        cells: list[Cell] = []
        number = 1
        for token in tokens:
            if token.type == "tr_open":
                cells = []
                number = _line(token) if token.map else number
            elif token.type == "inline":
                lines, strong, struck = rendered(token, number, self.is_set).build(self._limits.line_characters)
                content = (self._marked(Paragraph(lines, strong=strong, struck=struck)),) if lines else ()
                cells.append(Cell(content, len(rows) + 1, len(cells) + 1))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
        return Table(tuple(rows), max((len(row) for row in rows), default=1), headers=1)


def _as_page_number(block: Block) -> Block:
    if isinstance(block, Paragraph) and _BARE_NUMBER.match(block.text) and block.label is None:
        return replace(block, role="footer", heading=None)
    return block


def _rules_part_pages(tokens: Sequence[Token]) -> bool:
    """Whether the file puts "---" between its pages, right under the last line: such a line is no heading."""
    return any(
        opened.type == "heading_open"
        and opened.markup == "-"
        and (ends_sentence(token.content) or is_unfinished(token.content))
        for opened, token in pairwise(tokens)
    )
