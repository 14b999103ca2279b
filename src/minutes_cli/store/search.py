"""Full-text search (SQLite's FTS5, ranked with bm25)."""

from __future__ import annotations

import re
import sqlite3

from minutes_cli.model.records import Hit, HitKind
from minutes_cli.model.tracking import Sitting
from minutes_cli.text.bodies import is_body

# Exchanges, commitments and actions stand in paragraphs too: without a choice each place is found once.
_EVERYWHERE: tuple[HitKind, ...] = ("item", "paragraph", "action", "decision")
_WHERE: dict[str, tuple[HitKind, ...]] = {
    "items": ("item", "paragraph"),
    "actions": ("action",),
    "decisions": ("decision",),
    "exchanges": ("exchange",),
    "commitments": ("commitment",),
    "people": ("attendee",),
}
CHOICES = tuple(_WHERE)
_WORDS_AROUND = 24
# Marks that stand in no text: control characters are taken out when a document is read.
_OPEN, _CLOSE = "\x02", "\x03"
_TERM = re.compile(r'"([^"]*)"|(\S+)')


def search(
    connection: sqlite3.Connection,
    words: str,
    place: str | None = None,
    body: str | None = None,
    since: str | None = None,
    most: int = 20,
) -> list[Hit]:
    """The passages that hold all the words, the best first; words in double quotes stand together, `rur*` begins so.

    place   one of CHOICES; None for all
    """
    query = _query(words)
    if not query:
        return []
    kinds = _WHERE[place] if place else _EVERYWHERE
    rows = connection.execute(
        "SELECT passage.id, kind, item, page, line, meeting.title, meeting.date, meeting.file, meeting.key,"
        " coalesce(body_name, body.name) FROM passage_text JOIN passage ON passage.id = passage_text.rowid"
        " JOIN meeting ON meeting.id = meeting_id JOIN body ON body.id = body_id"
        f" WHERE passage_text MATCH ? AND kind IN ({','.join('?' * len(kinds))}) AND day >= ?"
        " ORDER BY rank, day DESC, passage.id",
        (query, *kinds, since or ""),
    )
    hits: list[Hit] = []
    seen: set[tuple[str, str]] = set()
    for one, kind, item, page, line, title, date, file, key, name in rows:
        if not is_body(body, name, title) or (since and date is None):
            continue
        (snippet,) = connection.execute(
            "SELECT snippet(passage_text, 0, ?, ?, '…', ?) FROM passage_text WHERE rowid = ? AND passage_text MATCH ?",
            (_OPEN, _CLOSE, _WORDS_AROUND, one, query),
        ).fetchone()
        text, marked = _unmarked(" ".join(snippet.split()))
        if (key, text) in seen:  # an action stands in its item's paragraph too
            continue
        seen.add((key, text))
        sitting = Sitting(meeting=title or name, date=date, file=file, key=key)
        hits.append(
            Hit(kind=kind, sitting=sitting, body=name, item=item, snippet=text, marked=marked, page=page, line=line)
        )
        if len(hits) == most:
            break
    return hits


def _query(words: str) -> str:
    """What users type as FTS5 reads it: every term is quoted, so that nothing in it is an operator."""
    terms = []
    for phrase, word in _TERM.findall(words):
        text = (phrase or word).replace('"', " ").replace("\0", " ").strip()
        star = "*" if not phrase and text.endswith("*") else ""
        if any(c.isalnum() for c in text):
            terms.append(f'"{text.rstrip("*")}"{star}')
    return " ".join(terms)


def _unmarked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The snippet without its marks, and where they stood."""
    text, marked, begun = "", list[tuple[int, int]](), 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", snippet):
        if piece == _OPEN:
            begun = len(text)
        elif piece == _CLOSE:
            marked.append((begun, len(text)))
        else:
            text += piece
    return text, tuple(marked)
