"""Elements of Akoma Ntoso, and text in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from minutes_cli.text.days import day_of
from minutes_cli.text.safe import safe

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# lxml's name of the namespace that needs no prefix is None, which its types do not know
_NSMAP: Any = {None: NAMESPACE}
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_NO_ID = re.compile(r"[^\w.-]+")


def element(name: str, text: str | None = None, /, **attributes: str | None) -> _Element:
    from lxml import etree

    made = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap=_NSMAP)
    for key, value in attributes.items():
        if value is not None:
            # `as` is a word of Python's own
            made.set(key.rstrip("_"), value)
    made.text = safe(text) if text is not None else None
    return made


def child(parent: _Element, name: str, text: str | None = None, /, **attributes: str | None) -> _Element:
    made = element(name, text, **attributes)
    parent.append(made)
    return made


def paragraph(parent: _Element, *parts: str | _Element) -> _Element:
    """A `p` of text and inline elements."""
    made = child(parent, "p")
    last: _Element | None = None
    for part in parts:
        if not isinstance(part, str):
            made.append(part)
            last = part
        elif last is None:
            made.text = (made.text or "") + safe(part)
        else:
            last.tail = (last.tail or "") + safe(part)
    return made


def eid(kind: str, one: str | int) -> str:
    """An eId: the kind of thing and its id."""
    return f"{kind}-{_NO_ID.sub('-', str(one))}"


def day(iso: str) -> str | _Element:
    """A day as `date`, or as text where it is no whole date."""
    return element("date", iso, date=iso) if day_of(iso) else iso


def clock(name: str, time: str, /, **attributes: str) -> str | _Element:
    """A time of HH:MM as an element of that name, or as text where it is none."""
    return element(name, time, **attributes, time=f"{time}:00") if _TIME.fullmatch(time) else time
