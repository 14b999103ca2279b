"""OpenDocument text (ODT) and its templates: bytes -> Document.

Tracked deletions, comments and hidden text are left out and told as problems. Nothing in the file is run or fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from minutes_cli.errors import CorruptInputError, LimitError, LockedInputError
from minutes_cli.model.document import Block, Document, Paragraph
from minutes_cli.readers.archive import SAVE_AGAIN, Archive, properties
from minutes_cli.readers.odt.lists import Lists, read_list_styles
from minutes_cli.readers.odt.names import DC, META, OFFICE, STYLE, TEXT, Element
from minutes_cli.readers.odt.story import Reading, Story
from minutes_cli.readers.odt.styles import Styles, read_styles, style_holders
from minutes_cli.readers.office.blocks import require_text, texts
from minutes_cli.readers.options import Options

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_PROPERTIES = {
    "title": (f"{DC}title",),
    "author": (f"{META}initial-creator", f"{DC}creator"),
    "date": (f"{META}creation-date", f"{DC}date"),
}
# the page style that word processors give to pages without one of their own
_USUAL_PAGE = "Standard"


def read(data: bytes, name: str, options: Options) -> Document:
    """Read an OpenDocument text."""
    archive = Archive(data, name, options.limits)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise LockedInputError(name, "encrypted", "save it without a password, then run again")
    try:
        return _document(archive, options)
    except RecursionError as error:
        raise LimitError(name, "is nested too deeply", SAVE_AGAIN) from error


def _document(archive: Archive, options: Options) -> Document:
    content, shared = archive.xml("content.xml"), _beside(archive, "styles.xml")
    text = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or text is None:
        raise CorruptInputError(archive.name, "holds no text document", SAVE_AGAIN)
    for_text, for_pages = style_holders(content, shared)
    reading = Reading(Lists(read_list_styles(*for_pages, *for_text)), options.limits)
    page_styles, styles = read_styles(*for_pages), read_styles(*for_text)
    used = {element.get(STYLE + "master-page-name") for element in content.iter(STYLE + "style")} | {_USUAL_PAGE}
    headers = list(_margins(shared, reading, page_styles, used, "header"))
    body = Story(reading, styles).blocks(text)
    notes = list(_notes(reading, styles))
    footers = list(_margins(shared, reading, page_styles, used, "footer"))
    blocks = (*headers, *body, *notes, *footers)
    require_text(blocks, archive.name)
    return Document(
        blocks,
        MEDIA_TYPE,
        metadata=properties(_beside(archive, "meta.xml"), _PROPERTIES),
        problems=(*archive.problems, *reading.notices.problems()),
    )


def _beside(archive: Archive, part: str) -> Element | None:
    """The root of a part that the text can be read without."""
    with archive.may_lack(part):
        return archive.xml(part)
    return None


def _margins(
    shared: Element | None, reading: Reading, styles: Styles, used: set[str | None], kind: str
) -> Iterator[Block]:
    """The headers or footers of the page styles in use and of those that follow on them, each text once."""
    masters = None if shared is None else shared.find(OFFICE + "master-styles")
    pages = {} if masters is None else {p.get(STYLE + "name"): p for p in masters.iterchildren(STYLE + "master-page")}
    names = [name for name in pages if name in used]
    seen: set[tuple[str, ...]] = set()
    for name in names:  # grows on the way
        following = pages[name].get(STYLE + "next-style-name")
        if following in pages and following not in names:
            names.append(following)
        for margin in pages[name].iterchildren(*(f"{STYLE}{kind}{which}" for which in ("", "-left", "-first"))):
            story = Story(reading, styles, "header" if kind == "header" else "footer")
            blocks = story.blocks(margin, f"{kind}[{len(seen) + 1}]/")
            if margin.get(STYLE + "display") != "false" and (said := texts(blocks)) and said not in seen:
                seen.add(said)
                yield from blocks


def _notes(reading: Reading, styles: Styles) -> Iterator[Block]:
    """The notes in order, with their numbers as the labels of their first paragraphs; notes in notes are not read."""
    counts = {"footnote": 0, "endnote": 0}
    for note in list(reading.notes):
        kind = "endnote" if note.get(TEXT + "note-class") == "endnote" else "footnote"
        body = note.find(TEXT + "note-body")
        if body is None:
            continue
        counts[kind] += 1
        label = (note.findtext(TEXT + "note-citation") or "").strip()
        for block in Story(reading, styles, "footnote").blocks(body, f"{kind}[{counts[kind]}]/"):
            yield replace(block, label=label) if label and isinstance(block, Paragraph) else block
            label = ""
