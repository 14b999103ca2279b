"""Phrases that say in which way the people behind them were there: "Present:", "Apologies for absence"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_cli.model.minutes import Status
from minutes_cli.parser.tables import fold
from minutes_cli.profiles import Profile
from minutes_cli.text.later import later
from minutes_cli.text.name_words import COURTESY, OFFICES
from minutes_cli.text.names import looks_like_name

STATUSES: tuple[Status, ...] = ("apologies", "absent", "in_attendance", "present")


@dataclass(frozen=True, slots=True)
class Label:
    """A phrase that says in which way the people behind it were there."""

    status: Status
    start: int
    end: int
    group: bool = False


_LABEL_TAIL = (
    r"(?:\s+(?:for|absence|absences?|received|from|were|was|present|members?|and|non-members|in|"
    r"attendance|attending|by|of|the|chair|at|meeting|"
    r"public|only|board|directors|committee|staff|officers?|guests?|apologies|this|voting|remote(?:ly)?|"
    r"online|virtual(?:ly)?|person|via|zoom|"
    r"teams|teleconference|absent|council|councillors|trustees|group|with|excused|are|included|list|"
    r"names?|roll|governors|\([^)]{1,40}\)|&|/|"
    r"those|who|attended|other|others|officials|external|record|quorum|participants|attendees|not|voting))*"
)
# Words that are labels only when they stand alone.
_WEAK = frozenset(
    [
        "public",
        "staff",
        "support",
        "others",
        "committee",
        "members",
        "panel",
        "who",
        "remote",
        "external",
        "administration",
        "secretariat",
        "consultants",
        "invited",
        "officers",
    ]
)

# "Public officer: Jane Roe" is an office.
_ONE = frozenset(("officer", "member", "guest"))
# Behind a label without a colon the first entry has to be a name beyond doubt.
_SURE_FIRST = 0.8
_LONGEST_FIRST = 60


class Labels:
    """Finds the labels of the attendance in a text."""

    def __init__(self, profile: Profile) -> None:
        self.status_of: dict[str, Status] = {}
        for status in reversed(STATUSES):
            for phrase in profile.words(f"attendance.{status}"):
                self.status_of[phrase] = status
        phrases = profile.alternatives(*(f"attendance.{s}" for s in STATUSES))
        self._start = later(
            rf"^\W{{0,40}}((?:[A-Za-z’'&/-]{{1,40}}[\s_]+){{0,4}}?)({phrases})({_LABEL_TAIL})\s*(?::|$|[–—-]\s|\t|(?<=from)\s|"
            rf"(?<=for)\s)",
            re.IGNORECASE,
        )
        self._bare = later(rf"^\W{{0,40}}({phrases})\s+(?=[A-Z])", re.IGNORECASE)
        self._inside = later(
            rf"(?:(?<=[.;,\n)])|(?<=\s\s)|^|\t)\s*((?:also |were |was )?(?:{phrases})(?:\s+(?:were|was|from|for|by|"
            rf"absence|received|at|the|meeting|members)){{0,4}})\s*(?::|\s(?=were\s)|(?<=were)\s|(?<=from)\s)",
            re.IGNORECASE,
        )

    def at_start(self, text: str) -> Label | None:
        """The label that `text` begins with, or is."""
        found = self._start.match(text[:200].replace("_", " "))
        if not found:
            return self._without_mark(text)
        lead, tail = found[1].strip(" _\n"), found[3].strip()
        words = fold(" ".join((lead, found[2], tail)))
        firm = any(re.search(rf"\b{re.escape(p)}\b", words) for p in self.status_of if p not in _WEAK)
        unmarked, alone = ":" not in found.group(), found.end() >= len(text.rstrip())
        if not firm and (tail in _ONE or (lead and (tail or unmarked)) or (unmarked and not alone)):
            return None
        status = self.status_of[fold(found[2])]
        whole_label = fold(" ".join((lead, found[2], tail)))
        # the stronger word decides: "Members absent", "Staff apologies"
        for stronger in ("apologies", "absent", "in_attendance"):
            if any(re.search(rf"\b{re.escape(p)}\b", whole_label) for p in self._phrases(stronger)):
                status = stronger
                break
        if lead and looks_like_name(lead) > 0.8 and status == "present":
            return None
        return Label(status, 0, found.end())

    def _without_mark(self, text: str) -> Label | None:
        """A label with nothing between it and the first name: "In attendance Cllr Roe (Chair), Cllr Poe"."""
        found = self._bare.match(text)
        if not found or fold(found[1]) in _WEAK or fold(found[1]).split()[-1] in OFFICES | COURTESY:
            return None
        first = re.split(r"[,;(\n]|\s[–-]\s|\sand\s", text[found.end() : found.end() + _LONGEST_FIRST], maxsplit=1)[0]
        if looks_like_name(first.strip()) < _SURE_FIRST:
            return None
        return Label(self.status_of[fold(found[1])], 0, found.end())

    def _phrases(self, status: str) -> list[str]:
        return [p for p, s in self.status_of.items() if s == status]

    def inside(self, text: str) -> list[Label]:
        """Labels further on in the same text: "Present: A, B. Apologies: C."."""
        labels = []
        for found in self._inside.finditer(text):
            words = fold(found[1])
            for phrase in sorted(self.status_of, key=len, reverse=True):
                if phrase in words:
                    labels.append(Label(self.status_of[phrase], found.start(1), found.end()))
                    break
        return labels
