"""Text and elements of HTML; the one gate through which text of a document enters a page."""

from __future__ import annotations

from html import escape

from minutes_cli.text.safe import safe


def escaped(text: str) -> str:
    """Text without markup: control and invisible format characters written out, the rest escaped."""
    return escape(safe(text), quote=True)


def element(name: str, *content: str, kind: str = "", **attributes: str) -> str:
    """An element around content that is HTML already; `kind` is its class. Values of attributes are escaped here."""
    given = {"class": kind, **attributes} if kind else attributes
    return f"<{name}{_attributes(given)}>{''.join(content)}</{name}>"


def _attributes(given: dict[str, str]) -> str:
    return "".join(f' {name.rstrip("_").replace("_", "-")}="{escaped(value)}"' for name, value in given.items())


def class_of(label: str) -> str:
    """The class that colours what belongs to a label."""
    return f"k-{label.replace(' ', '-')}"
