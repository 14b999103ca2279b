"""Server-side includes: a page from a web server's folder sets a variable in one comment and shows it in another."""

from __future__ import annotations

import re

from lxml import etree

from minutes_cli.readers.html.tags import line_number

_SET = re.compile(r'#set\s+var="([^"]{1,100})"\s+value="([^"]{0,1000})"')
_ECHO = re.compile(r'#echo\s[^"]{0,100}(?:"[^"]{0,100}"\s+)?var="([^"]{1,100})"')
_TAG = re.compile(r"<[^<>]*>")


class Variables:
    """The variables of a page, each with the line on which it is set."""

    def __init__(self, root: etree._Element) -> None:
        self._values: dict[str, tuple[str, int]] = {}
        for comment in (*root.itersiblings(etree.Comment, preceding=True), *root.iter(etree.Comment)):
            if found := _SET.search(comment.text or ""):
                self._values.setdefault(found[1], (_TAG.sub("", found[2]), line_number(comment)))

    def shown_by(self, comment: etree._Element) -> tuple[str, int] | None:
        """The text that a comment puts on the page, and the line on which it stands."""
        found = _ECHO.search(comment.text or "") if self._values else None
        return self._values.get(found[1]) if found else None
