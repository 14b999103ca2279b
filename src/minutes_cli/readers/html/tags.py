"""Names of elements by what a browser does with them."""

from __future__ import annotations

from typing import cast

from lxml import etree


def words(text: str) -> frozenset[str]:
    """The words of a list kept as text."""
    return frozenset(text.split())


# never content, whatever the page
UNSEEN = words(
    """script style template noscript head iframe object embed svg canvas audio video button select textarea datalist
    map area link meta base param source track"""
)
# these end the paragraph before them, and their own where they end
BLOCKS = words(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section
    summary table tbody td tfoot th thead tr ul"""
)
# of these the amount of text is measured
BOXES = words("div section article main ul ol dl table td form header footer nav aside p")
LISTS = words("ul ol menu dir")
STRONG = words("b strong u")
STRUCK = words("s del strike")


def tag_of(element: etree._Element) -> str:
    """The element's name in lower case, "" for comments and the like."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def line_number(element: etree._Element) -> int:
    """The source line on which the element's start tag ends, 0 if unknown."""
    return cast("int | None", element.sourceline) or 0
