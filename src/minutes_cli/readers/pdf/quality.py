"""Whether a page's text can be trusted: pictures of text, rubbish from fonts without a map to Unicode."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from minutes_cli.errors import CorruptInputError, NoTextError
from minutes_cli.model.document import Problem
from minutes_cli.readers.pdf.page import Page
from minutes_cli.text.counting import counted

if TYPE_CHECKING:
    from minutes_cli.readers.pdf.scans import Scans

# a scanned page may carry a stamp or a page number as text; a page of minutes has more than this many characters
_FEW_CHARACTERS = 40
# a scan fills its page but for margins
_PICTURE = 0.5
# shares beyond which a page is rubbish: characters without meaning; vowels among Latin letters (a third to a half in
# European languages, acronyms included)
_MOST_MEANINGLESS = 0.3
_VOWELS = (0.2, 0.62)
# fewer Latin letters than this say nothing about vowels
_ENOUGH_LETTERS = 200
# what no language writes much of: the unmapped, the private, and beyond ASCII all but letters and usual signs
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff]|[^\\w\\s\\x00-\\x7f£€‘’“”•·…–—°§©®™☐☑☒✓✗■▪●○□]")
_STRANGE_ASCII = b"\\^`{}~"
_LETTERS = string.ascii_letters.encode()
_VOWEL_LETTERS = b"aeiouyAEIOUY"


class Quality:
    """Keeps count over a file's pages."""

    def __init__(self, scans: Scans) -> None:
        self._scans = scans
        self._problems: list[Problem] = []
        self._read = 0
        self._damaged = 0

    def judge(self, page: Page) -> None:
        """Note what is wrong with a page; its text is taken from it where it is rubbish."""
        if page.damaged:
            self._damaged += 1
            self._problems.append(Problem("page-damaged", "page cannot be opened", "error", page.number))
            return
        if page.lost:
            message = f"{page.lost} words outside the visible page left out"
            self._problems.append(Problem("text-off-page", message, "warning", page.number))
        # beneath a scan, letters are not drawn because the scan shows them
        if page.unseen and page.pictures < _PICTURE:
            pieces = counted(page.unseen, "piece")
            message = f"{pieces} of text that a page does not show (white, tiny or not drawn), but read"
            self._problems.append(Problem("unseen-text", message, "warning", page.number))
        if page.is_turned:
            message = "characters that reorder text on screen were dropped: the page may look different in a viewer"
            self._problems.append(Problem("bidi-controls", message, "warning", page.number))
        text = text_of(page)
        if is_rubbish(text):
            page.words, page.turned = [], []
            message = "text layer is unreadable (its fonts do not say which characters they show)"
            if page.lean:
                message = "what OCR reads in its picture is no language"
            self._problems.append(Problem("page-unreadable", message, "error", page.number))
        elif is_guesswork(page):
            message = "text may be wrong (its fonts do not say which characters they show)"
            self._problems.append(Problem("page-guessed", message, "warning", page.number))
        elif is_picture(page):
            message = "page holds a picture, no text"
            if self._scans.is_missing:
                message += "; install tesseract to have it read"
            self._problems.append(Problem("page-without-text", message, "warning", page.number))
        if page.words or page.turned:
            self._read += 1

    def refuse_if_nothing_is_left(self, name: str) -> None:
        if self._read:
            return
        if self._damaged:
            raise CorruptInputError(name, "no page can be opened", "open it in a PDF viewer and save it again")
        if not self._scans.is_wanted:
            raise NoTextError(name, "no text layer (scanned pages?)", "run it without --ocr never")
        if self._scans.is_missing:
            hint = "install tesseract, which reads scanned pages, and run again"
            raise NoTextError(name, "no text layer (scanned pages?)", hint)
        raise NoTextError(
            name, "no text, not even in its pictures", "give a sharper scan, upright and with dark letters"
        )

    def problems(self) -> tuple[Problem, ...]:
        return (*self._scans.problems(), *self._problems)


def text_of(page: Page) -> str:
    return "".join([word.text for word in page.words])


def is_picture(page: Page) -> bool:
    """Whether a page is a picture with hardly any text beside it."""
    return len(text_of(page)) < _FEW_CHARACTERS and page.pictures >= _PICTURE


def has_usable_text(page: Page) -> bool:
    """Whether a page's own text will do; without any, only its picture tells whether there is something to read."""
    if is_rubbish(text_of(page)) or is_picture(page):
        return False
    return bool(page.words or page.turned)


def is_guesswork(page: Page) -> bool:
    """Whether the engine could only guess at much of a page's text."""
    return page.guessed > _MOST_MEANINGLESS * len(text_of(page))


def is_rubbish(text: str) -> bool:
    """Whether a page's letters cannot be language."""
    if not text:
        return False
    ascii_text = text.encode("ascii", "ignore")
    strange = _count(ascii_text, _STRANGE_ASCII) + (0 if text.isascii() else len(_STRANGE.findall(text)))
    if strange > _MOST_MEANINGLESS * len(text):
        return True
    letters = _count(ascii_text, _LETTERS)
    if letters < _ENOUGH_LETTERS:
        return False
    return not _VOWELS[0] <= _count(ascii_text, _VOWEL_LETTERS) / letters <= _VOWELS[1]


def _count(text: bytes, characters: bytes) -> int:
    return len(text) - len(text.translate(None, characters))
