"""Inline tokens of Markdown -> text as rendered."""

from __future__ import annotations

import re

from markdown_it.token import Token

from minutes_cli.readers.html.tags import STRONG, STRUCK
from minutes_cli.readers.markup.inline import InlineText
from minutes_cli.text.blanks import is_blank

# CommonMark takes no emphasis between a letter and a colon ("CHAIR**:**"), which converters write all the same
_STRAY_STRONG = re.compile(r"\*\*([^*]{1,500})\*\*")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
# elements of pages that are called as a field may be
_ELEMENT = re.compile(r"<(?:time|title|text)\b", re.IGNORECASE)
# a picture stands for text only where its text is as short as a tick
_TICK_CHARACTERS = 3


def rendered(token: Token, number: int, strict: bool = False) -> InlineText:
    """The text of an inline token that begins on source line `number`.

    strict   asterisks that CommonMark takes for characters are characters
    """
    text = InlineText()
    strong = struck = 0
    for child in token.children or ():
        kind = child.type
        if kind in ("strong_open", "strong_close"):
            strong += child.nesting
        elif kind in ("s_open", "s_close"):
            struck += child.nesting
        elif kind in ("softbreak", "hardbreak"):
            number += 1
            text.new_line(number)
        elif kind == "html_inline" and is_blank(child.content) and not _ELEMENT.match(child.content):
            # "<name>" is no element: a browser shows nothing, and its writer meant a field to fill in
            text.add(child.content, number, strong > 0, struck > 0)
        elif kind == "html_inline":
            tag = _TAG.match(child.content)
            name = tag["name"].lower() if tag else ""
            step = -1 if tag and tag["close"] else 1
            strong = max(strong + step * (name in STRONG), 0)
            struck = max(struck + step * (name in STRUCK), 0)
            number += child.content.count("\n")
            if name == "br":
                text.new_line(number)
        elif kind == "image":
            if len(child.content) <= _TICK_CHARACTERS:
                text.add(child.content, number, strong > 0, struck > 0)
        elif kind == "text" and not strict:
            for at, piece in enumerate(_STRAY_STRONG.split(child.content)):
                text.add(piece.replace("**", ""), number, strong > 0 or at % 2 == 1, struck > 0)
        elif child.content:
            text.add(child.content.replace("\n", " "), number, strong > 0, struck > 0)
    return text
