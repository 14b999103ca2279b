"""The words that make an action, as patterns made of a profile."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_cli.model.minutes import ActionState
from minutes_cli.profiles import Profile

# Names may hold particles: "Ines de Souza", "Cllr van der Meer".
_PARTICLES = r"(?:(?:d[aeiu]|van|von|der|den|la|bin)\s+){0,3}(?:(?:al|el)-)?"
WHO = (
    r"(?P<who>(?:[Tt]he\s+)?(?:@[\w-]{1,39}|[A-Z][\w.’'@-]*)(?:(?:\s*[,/&+]\s*|\s+and\s+|,\s*and\s+|"
    rf"\s+)(?:the\s+)?(?:@[\w-]{{1,39}}|{_PARTICLES}[A-Z(][\w.’')@-]*)){{0,7}})"
)


# A name as people have it in a chat: "rsingh", "odette_b".
_NICK = r"@?[a-z][\w-]{1,29}"
# What a chat puts in front of a line: who typed it, or a remark of the tool that made the minutes of it.
IRC = r"(?:(?:<[^<>\s]{1,30}>|\[[A-Z]{2,9}\])\s*)?"
# "The meeting closed at 9 pm" says nothing of the task above it.
_OF_MEETING = re.compile(r"\W*(?:the\s)?(?:\w{1,20}\s)?meeting\b", re.IGNORECASE)


@dataclass
class Cues:
    """The profile's words for actions, as patterns."""

    profile: Profile
    marker: re.Pattern[str] = field(init=False)
    inner: re.Pattern[str] = field(init=False)
    verb: re.Pattern[str] = field(init=False)
    task: re.Pattern[str] = field(init=False)
    nick: re.Pattern[str] = field(init=False)
    closed: re.Pattern[str] = field(init=False)
    open: re.Pattern[str] = field(init=False)
    body: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        markers = self.profile.alternatives("actions.markers")
        verbs = self.profile.alternatives("actions.verbs")
        self.marker = re.compile(
            rf"^\W{{0,4}}{IRC}(?:\d+\s*[-.)]\s*)?(?P<lead>[A-Z][\w]*\s+)?(?P<marker>{markers})\b"
            r"(?P<ref>\s*(?:no\.?\s*|#\s*)?"
            rf"(?!\d{{4}}-\d\d)(?-i:[A-Z]{{1,6}}[ /-])?\d[\w/.]{{0,8}}(?=\s*[:.)\]–—-]|\s+[A-Z]))?"
            rf"(?P<info>\s*\([^)]{{1,60}}\)|(?:\s+(?:\d{{4}}-\d\d-\d\d|(?:on|for|by)?\s*[A-Z@][\w@/&’'.-]*|and|d[aeiu]|van|von|der|al-[A-Z]\w+|"
            rf",)){{0,6}}?(?:\s*-\s*[A-Z]{{4,9}})?)?\s*\]?\)?(?P<sep>[:–—-]+)\s*",
            re.IGNORECASE,
        )
        self.inner = re.compile(
            r"(?<=[.;)!?]\s)(?:ACTIONS?|Actions?)(?:\s+[Pp]oint)?(?:\s+\d[\w/]*)?\s*[:–—-]\s*(?=\S)"
        )
        self.verb = re.compile(rf"(?:{verbs})\b", re.IGNORECASE)
        not_verbs = r"(?!be\b|have\b|the\b|take (?:the )?(?:minutes|notes)\b)"
        self.task = re.compile(
            rf"^\W{{0,3}}{WHO}(?:,\s[^,.;:]{{3,40}},?)?(?P<link>\s+(?:to|will|shall|is to|are to|is going to|"
            rf"agreed to|agrees to|volunteered to|offered to|undertook to|was asked to|was instructed to|"
            rf"was requested to|were asked to|has agreed to|took an action(?: item)? to|has an action to|needs to|"
            rf"will be)\s+)(?:also |then |now |continue to )?{not_verbs}(?P<verb>(?:{verbs})\b|[a-z-]+\b)",
        )
        self.nick = re.compile(
            rf"^\W{{0,3}}(?P<who>{_NICK}(?:(?:\s*[,/&]\s*|\s+and\s+){_NICK}){{0,3}})\s+(?:to|will)\s+(?:{verbs})\b"
        )
        self.closed = re.compile(rf"\b(?:{self.profile.alternatives('actions.closed')})\b", re.IGNORECASE)
        self.open = re.compile(rf"\b(?:{self.profile.alternatives('actions.open')})\b", re.IGNORECASE)

        self.body = re.compile(
            rf"\b(?:{self.profile.alternatives('meeting.body_words')}|members|meeting)$", re.IGNORECASE
        )

    def state(self, words: str) -> ActionState | None:
        """What the words say of a task: "closed", "open" (also for "not complete"), or None."""
        if _OF_MEETING.match(words):
            return None
        if self.open.search(words):
            return "open"
        if self.closed.search(words):
            return "closed"
        return None


_FOR_WHOM = re.compile(r"\s+(?:for|of)\s+(?:the\s+)?(?=\S)")
_REMARK = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]$")


def is_list_heading(title: str, lists: set[str]) -> bool:
    """Whether a folded heading announces a list of actions: "Outstanding actions", "Action items for the board"."""
    title = _REMARK.sub("", title)
    return bool({title, _FOR_WHOM.split(title, maxsplit=1)[0]} & lists) or (
        len(title.split()) <= 6 and any(re.search(rf"\b{re.escape(p)}$", title) for p in lists if "action" in p)
    )


def owned_marker(profile: Profile) -> re.Pattern[str]:
    """A marker with its owner and the task on one line: "Action (AR): write", "Action Ann Roe: write"."""
    return re.compile(
        rf"^(?!(?:{profile.alternatives('actions.false_friends')})\b)(?:{profile.alternatives('actions.markers')})\s+"
        r"(?:\([^)]{1,40}\)|(?-i:@?[A-Z][\w’'.-]{0,20}(?:(?:\s|/|,\s|\sand\s|\s&\s)[A-Za-z][\w’'.-]{0,20}){0,6}))"
        r"\s?:\s*\S",
        re.IGNORECASE,
    )
