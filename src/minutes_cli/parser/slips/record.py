"""What a kind of slip is looked for in: the finished minutes, and the draft that knows where each value stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from minutes_cli.model.document import Severity
from minutes_cli.model.minutes import Diagnostic, Minutes
from minutes_cli.parser.draft import Draft, Fact
from minutes_cli.parser.head import Head
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.parser.when import meeting_day
from minutes_cli.profiles import Profile


@dataclass(frozen=True)
class Record:
    """One meeting as read; people, items and actions stand in `draft` and `minutes` in the same order."""

    draft: Draft
    minutes: Minutes
    head: Head
    profile: Profile

    @property
    def day(self) -> date | None:
        """The meeting's date."""
        return meeting_day(self.draft)

    @property
    def passages(self) -> list[Passage]:
        return self.draft.passages

    def dated(self) -> Iterator[tuple[str, Fact]]:
        """Every fact that is a date, with the path of its value."""
        if found := self.draft.meeting.get("date"):
            yield "/meeting/date", found
        for number, action in enumerate(self.draft.actions):
            if action.due:
                yield f"/actions/{number}/due", action.due
        for number, commitment in enumerate(self.draft.commitments):
            if commitment.when:
                yield f"/commitments/{number}/when", commitment.when
        if found := self.draft.next_meeting.get("date"):
            yield "/next_meeting/date", found


def slip(
    code: str, message: str, text: Text | None = None, path: str | None = None, severity: Severity = "warning"
) -> Diagnostic:
    """The diagnostic for a slip that stands in `text`."""
    place = next(iter(text.places), None) if text is not None else None
    return Diagnostic(
        code=code,
        severity=severity,
        message=message,
        path=path,
        page=place.page if place else None,
        line=place.line if place else None,
        block=place.block if place else None,
        quote=" ".join(place.quote.split()) if place else None,
    )


def quoted(text: Text | str) -> str:
    """Words of the document in a message, white space folded and cut where they are long."""
    words = " ".join(str(text).split())
    return f"“{words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rstrip() + ' …'}”"


_LONGEST_QUOTE = 60
