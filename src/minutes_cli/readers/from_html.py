"""HTML: the page's content as blocks, without the menus around it. Nothing is fetched, run or expanded."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from minutes_cli.errors import NoTextError, over
from minutes_cli.model.document import Block, Document, Problem
from minutes_cli.readers.decode import decode
from minutes_cli.readers.html.blocks import BlockWalker
from minutes_cli.readers.html.content import find_content, find_unseen
from minutes_cli.readers.html.include import Variables
from minutes_cli.readers.html.tags import line_number
from minutes_cli.readers.html.unseen import find_faint
from minutes_cli.readers.markup.turned import turned
from minutes_cli.readers.options import Limits, Options
from minutes_cli.text.counting import counted

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
# a page names its encoding early, or it is not believed
_CHARSET_WITHIN = 2048
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def read(data: bytes, name: str, options: Options) -> Document:
    """The blocks of a page's content; its <title> is metadata."""
    source = decode(data, name, options.limits, declared_encoding(data), in_lines=False)
    root = _parse(source.text, name, options.limits)
    if root is None:
        raise NoTextError(name, "no text in it", "was the right file given?")
    content = find_content(root)
    variables = Variables(root)
    blocks = BlockWalker(name, options.limits, content.skipped, variables).blocks(root)
    if not blocks:
        # a page of nothing but links is no menu
        blocks = BlockWalker(name, options.limits, content.unseen, variables).blocks(root)
    if not blocks:
        raise NoTextError(name, "no text in the page", "save the page from the browser once it has loaded")
    problems = (*source.problems, *turned(source.text), *_hidden(content.hidden), *_faint(root, content.unseen))
    document = Document(tuple(blocks), "text/html", metadata=_metadata(root), problems=problems)
    most = options.limits.line_characters
    if len(source.text) > most:
        lines = (line for paragraph in document.paragraphs() for line in paragraph.lines)
        if cut := next((line for line in lines if len(line.text) >= most), None):
            problem = Problem("line-cut", f"a line is longer than {most} characters: cut", line=cut.number)
            return replace(document, problems=(*problems, problem))
    return document


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page itself names."""
    found = _CHARSET.search(data[:_CHARSET_WITHIN])
    return found[1].decode("ascii") if found else None


def read_fragment(markup: str, first_line: int, name: str, limits: Limits) -> tuple[list[Block], tuple[Problem, ...]]:
    """The blocks of a piece of HTML inside another format, all of it taken for content, and what was odd."""
    root = _parse(markup, name, limits)
    if root is None:
        return [], ()
    unseen, hidden = find_unseen(root)
    problems = (*_hidden(hidden, first_line), *_faint(root, unseen, first_line))
    return BlockWalker(name, limits, unseen, first_line=first_line).blocks(root), problems


def _parse(markup: str, name: str, limits: Limits) -> etree._Element | None:
    # a declaration would tell of an encoding that the text no longer has
    declaration = _XML_DECLARATION.match(markup)
    if declaration:
        markup = "\n" * declaration[0].count("\n") + markup[declaration.end() :]
    data = markup.encode("utf-8", errors="replace")
    root, problem = _tree(data, huge=False)
    if problem:
        # libxml2 stops at a depth of 256 and at texts of 10 MB unless told otherwise; our own limits hold instead
        root, problem = _tree(data, huge=True)
    if problem:
        hint = "save the page as plain text or PDF"
        raise over(name, f"elements nested more than {limits.html_depth} deep", "html-depth", hint)
    return root


def _tree(data: bytes, huge: bool) -> tuple[etree._Element | None, bool]:
    """The tree, and whether a limit of libxml2 cut it short."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=huge)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None
    return root, any("HUGE" in entry.message for entry in parser.error_log)


def _metadata(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    title = root.find("head/title")
    if title is not None and title.text and title.text.strip():
        found["title"] = " ".join(title.text.split())
    for meta in root.iterfind("head/meta"):
        value = " ".join((meta.get("content") or "").split())
        key = (meta.get("name") or "").lower()
        if value and key in ("author", "date"):
            found.setdefault(key, value)
    return found


def _hidden(elements: tuple[etree._Element, ...], first_line: int = 1) -> tuple[Problem, ...]:
    if not elements:
        return ()
    message = f"text that a browser does not show was left out ({counted(len(elements), 'piece')})"
    return (Problem("hidden-text", message, line=first_line - 1 + line_number(elements[0])),)


def _faint(
    root: etree._Element, unseen: set[etree._Element] | frozenset[etree._Element], first_line: int = 1
) -> tuple[Problem, ...]:
    elements = find_faint(root, unseen)
    if not elements:
        return ()
    message = f"text is read that is white, tiny or out of sight ({counted(len(elements), 'piece')})"
    return (Problem("unseen-text", message, line=first_line - 1 + line_number(elements[0])),)
