"""One page for the browser, complete in itself: `ins` and `del` around words, no scripts, nothing from the network."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import BinaryIO

from minutes_cli.model.differences import Difference, Differences, FieldChange
from minutes_cli.text.difference_words import PART_HEADINGS, entry_words, field_words
from minutes_cli.text.runs import around_changes
from minutes_cli.text.safe import safe

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light; font: 16px/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif; }
body { margin: 0 auto; max-width: 50rem; padding: 1.5rem; color: #1b1f24; background: #fff; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #d0d7de; }
article { margin: 0 0 1rem; padding-left: .75rem; border-left: 3px solid #8c5300; break-inside: avoid; }
article.added { border-color: #1a6b34; } article.removed { border-color: #a3172e; }
h3 { font-size: 1rem; margin: 0; font-weight: 600; overflow-wrap: anywhere; }
h3 small { font-weight: 400; color: #57606a; }
dl { margin: .25rem 0 0; display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: .25rem 1rem; }
dt { color: #57606a; } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 32rem) { body { padding: 1rem; } dl { display: block; } dd { margin: 0 0 .5rem; } }
ins { background: #d3f0da; color: #0f4d24; } del { background: #fddbe0; color: #8c1025; }
"""
_TAGS = {"added": "ins", "removed": "del"}


def write(found: Differences, stream: BinaryIO) -> None:
    stream.writelines(piece.encode() for piece in _pieces(found))


def _pieces(found: Differences) -> Iterator[str]:
    title = f"{_text(found.old.file)} → {_text(found.new.file)}"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    count = f"{len(found.differences)} difference{'' if len(found.differences) == 1 else 's'}"
    yield f"<p>{'They say the same.' if found.equal else count}</p>\n"
    for part, group in groupby(found.differences, key=lambda one: one.part):
        yield f"<section>\n<h2>{PART_HEADINGS[part]}</h2>\n"
        yield from map(_entry, group)
        yield "</section>\n"
    yield "</main>\n</body>\n</html>\n"


def _entry(one: Difference) -> str:
    name = entry_words(one.part, one.number, one.what)
    heading = f"<h3><small>{one.how}</small> {_text(name)}</h3>"
    fields = "".join(
        f"<dt>{_text(field_words(change.field))}</dt><dd>{_values(change, one.how)}</dd>" for change in one.fields
    )
    return f'<article class="{one.how}">{heading}{f"<dl>{fields}</dl>" if fields else ""}</article>\n'


def _values(change: FieldChange, how: str) -> str:
    if how != "changed":
        return _text(change.old or change.new or "")
    if change.runs:
        return "".join(_marked(*run) for run in around_changes((run.how, run.text) for run in change.runs))
    return " → ".join(_marked(way, text) for way, text in (("removed", change.old), ("added", change.new)) if text)


def _marked(how: str, text: str) -> str:
    if how == "same":
        return _text(text)
    tag, words = _TAGS[how], text.rstrip(" ")
    return f"<{tag}>{_text(words)}</{tag}>{' ' if words != text else ''}"


def _text(text: str) -> str:
    return escape(safe(text))
