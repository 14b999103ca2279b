"""Complex fields of Word: marks in the text that part a field's code from its result."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class _Open:
    instead: str
    in_result: bool = False
    is_link: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open at some point of a story; they may end in a later paragraph than they began in.

    in_code   how many of them are in their code: what stands there is not shown
    in_links  how many of them show the text of a link
    """

    in_code: int = 0
    in_links: int = 0
    _open: list[_Open] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether what stands here is made by a field, and made anew when it is updated."""
        return bool(self._open)

    def begin(self, instead: str = "") -> None:
        """A field begins; `instead` is what it shows if no result of it is stored."""
        self._open.append(_Open(instead))
        self.in_code += 1

    def code(self, text: str) -> None:
        if self._open and not self._open[-1].in_result and "HYPERLINK" in text:
            self._open[-1].is_link = True

    def separate(self) -> None:
        if self._open and not self._open[-1].in_result:
            self._open[-1].in_result = True
            self.in_code -= 1
            self.in_links += self._open[-1].is_link

    def end(self) -> str:
        """The last field ends; gives what it shows if it has no result."""
        if not self._open:
            return ""
        ended = self._open.pop()
        if ended.in_result:
            self.in_links -= ended.is_link
            return ""
        self.in_code -= 1
        return ended.instead

    def end_paragraph(self) -> None:
        """Forget fields in their code, which never goes on in the next paragraph: their marks are damaged."""
        if self.in_code:
            self._open = [still for still in self._open if still.in_result]
            self.in_code = 0
