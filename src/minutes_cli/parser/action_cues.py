"""The words that make an action, as patterns made of a profile."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_cli.model.minutes import ActionState
from minutes_cli.profiles import Profile
from minutes_cli.text.later import later

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
_OF_MEETING = later(r"\W*(?:the\s)?(?:\w{1,20}\s)?meeting\b", re.IGNORECASE)

# What may stand in front of a verdict: "now complete", "this has been sent".
_SMALL = later(
    r"\W{0,3}(?:(?:now|still|not|all|this|action|item|is|was|has been|been|already|since)\s){0,4}", re.IGNORECASE
)
# "Proposed for closure", "recommend to close": asked for, not yet granted.
_ASKED = later(
    r"\b(?:propos(?:e|ed|al|ing)|recommend(?:ed|ation|ing)?|suggest(?:ed|ing)?|request(?:ed|ing)?|seek(?:ing)?)\s"
    r"(?:\w+\s){0,3}?(?:closure|close|closed|closing|discharged?)\b|"
    r"\b(?:for|pending|awaiting)\s(?:closure|closing|discharge|sign[- ]?off)\b",
    re.IGNORECASE,
)
# In front of "complete": it is not so yet.
_NOT_YET = later(
    r"\b(?:(?:to|will|would|should|must|shall|can[’']?t|cannot|only|not|never)\s(?:\w+\s)?be(?:en)?|once|when|if|until|unless|"
    r"almost|nearly|part|mostly|largely|half|substantially|(?<!\d)\d{1,2}\s?%|being|due to be|yet to be|not)\s$",
    re.IGNORECASE,
)
_REACH = 30


@dataclass
class Cues:
    """The profile's words for actions, as patterns."""

    profile: Profile
    marker: re.Pattern[str] = field(init=False)
    inner: re.Pattern[str] = field(init=False)
    bare: re.Pattern[str] = field(init=False)
    verb: re.Pattern[str] = field(init=False)
    task: re.Pattern[str] = field(init=False)
    nick: re.Pattern[str] = field(init=False)
    closed: re.Pattern[str] = field(init=False)
    open: re.Pattern[str] = field(init=False)
    body: re.Pattern[str] = field(init=False)
    verdict_before: re.Pattern[str] = field(init=False)
    capital_verdict: re.Pattern[str] = field(init=False)
    told_label: re.Pattern[str] = field(init=False)
    field_label: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        markers = self.profile.alternatives("actions.markers")
        verbs = self.profile.alternatives("actions.verbs")
        self.marker = later(
            rf"^\W{{0,4}}{IRC}(?:\d+\s*[-.)]\s*)?(?P<lead>[A-Z][\w]*\s+)?(?P<marker>{markers})(?![a-z_])"
            r"(?P<ref>\s*(?:no\.?\s*|#\s*)?"
            rf"(?!\d{{4}}-\d\d\b)(?:ref\.?\s*)?(?-i:[A-Z]{{1,6}}[ /-]){{0,2}}\d(?:[\w/.]|-(?=\d)){{0,10}}"
            r"(?=\s*[:.)\]–—-]|\s+[A-Z]|\s*\())?"
            rf"(?P<info>\s*\([^)]{{1,60}}\)|(?:\s+(?:\d{{4}}-\d\d-\d\d|(?:on|for|by)?\s*[A-Z@][\w@/&’'.-]*|and|d[aeiu]|van|von|der|al-[A-Z]\w+|"
            rf",)){{0,6}}?(?:\s*-\s*[A-Z]{{4,9}})?)?\s*\]?\)?(?P<sep>[:–—-]+)\s*",
            re.IGNORECASE,
        )
        self.inner = later(r"(?<=[.;)!?]\s)(?:ACTIONS?|Actions?)(?:\s+[Pp]oint)?(?:\s+\d[\w/]*)?\s*[:–—-]\s*(?=\S)")
        # "ACTION Bo to write": without a colon it is a marker only in front of a task
        self.bare = later(r"^\W{0,3}(?:ACTIONS?|Actions?)(?:\s(?:POINT|ITEM|[Pp]oint|[Ii]tem))?\s+(?=[A-Z@])")
        self.verb = later(rf"(?:{verbs})\b", re.IGNORECASE)
        not_verbs = r"(?!be\b|have\b|the\b|take (?:the )?(?:minutes|notes)\b)"
        self.task = later(
            rf"^\W{{0,3}}{WHO}(?:,\s[^,.;:]{{3,40}},?)?(?P<link>\s+(?:to|will|shall|is to|are to|is going to|"
            rf"agreed to|agrees to|volunteered to|offered to|undertook to|was asked to|was instructed to|"
            rf"was requested to|were asked to|has agreed to|took an action(?: item)? to|has an action to|needs to|"
            rf"will be)\s+)(?:also |then |now |continue to )?{not_verbs}(?P<verb>(?:{verbs})\b|[a-z-]+\b)",
        )
        self.nick = later(
            rf"^\W{{0,3}}(?P<who>{_NICK}(?:(?:\s*[,/&]\s*|\s+and\s+){_NICK}){{0,3}})\s+(?:to|will)\s+(?:{verbs})\b"
        )
        self.closed = later(rf"\b(?:{self.profile.alternatives('actions.closed')})\b", re.IGNORECASE)
        self.open = later(rf"\b(?:{self.profile.alternatives('actions.open')})\b", re.IGNORECASE)

        closed, still = (self.profile.alternatives(f"actions.{key}") for key in ("closed", "open"))
        self.verdict_before = later(
            rf"^\W{{0,3}}(?:[\[(](?P<boxed>(?i:{closed}|{still}))[\])]\s?[:–—-]?|"
            rf"(?P<plain>(?i:{closed}|{still}))\s?(?::|\s[–—-]))\s*(?=\S)"
        )
        capitals = "|".join(p.upper() for key in ("closed", "open") for p in self.profile.words(f"actions.{key}"))
        self.capital_verdict = later(rf"[\s–—:;([-]{{1,5}}\b(?P<state>{capitals})\W{{0,3}}$")
        # a column may be headed "Done"; in front of a colon that is no label but a verdict
        no_verdict = rf"(?!(?:{closed}|{still})\s?[:–—-])"
        told, revised, due, owner = (
            no_verdict + "(?:" + self.profile.alternatives(*(f"actions.column_{key}" for key in keys.split())) + ")"
            for keys in ("update state", "revised", "due", "owner")
        )
        self.told_label = later(
            rf"(?:^|[.;)!]\s|\s[–—-]\s|\()\W{{0,3}}(?i:{told})(?:\s\(?[\w/. ]{{2,20}}\)?)?:\s+(?=\S)"
        )
        when = r"(?:\s?\(?(?:\w{1,10}[\s/.-]){0,3}\w{1,10}\)?)?"
        self.field_label = later(
            rf"^\W{{0,3}}(?i:(?P<revised>{revised})|(?P<due>{due})|(?P<owner>{owner})|(?P<told>{told}){when})"
            r"\s?(?::|\s[–—-]\s)\s*(?=\S)"
        )

        self.body = later(rf"\b(?:{self.profile.alternatives('meeting.body_words')}|members|meeting)$", re.IGNORECASE)

    def state(self, words: str) -> ActionState | None:
        """What the words say of a task: "closed", "open" (also for "not complete"), or None."""
        if _OF_MEETING.match(words):
            return None
        asked = _ASKED.search(words) is not None
        words = _ASKED.sub(" ", words)
        if self.open.search(words):
            return "open"
        done = list(self.closed.finditer(words))
        if any(not _NOT_YET.search(words, max(0, found.start() - _REACH), found.start()) for found in done):
            return "closed"
        return "open" if done or asked else None

    def begins_verdict(self, words: str) -> bool:
        """Whether words begin with a verdict, as a remark in brackets does: "now complete"."""
        small = _SMALL.match(words)
        places = {0, small.end() if small else 0}
        return any(
            self.open.match(words, at) or self.closed.match(words, at) or _ASKED.match(words, at) for at in places
        )


_FOR_WHOM = later(r"\s+(?:for|of)\s+(?:the\s+)?(?=\S)")
_REMARK = later(r"\s*[(\[][^()\[\]]{1,60}[)\]]$")


def is_list_heading(title: str, lists: set[str]) -> bool:
    """Whether a folded heading announces a list of actions: "Outstanding actions", "Action items for the board"."""
    title = _REMARK.sub("", title) if title.endswith((")", "]")) else title
    return bool({title, _FOR_WHOM.split(title, maxsplit=1)[0]} & lists) or (
        len(title.split()) <= 6 and any(_ends_with(title, p) for p in lists if "action" in p)
    )


def _ends_with(title: str, words: str) -> bool:
    return title.endswith(words) and not title.removesuffix(words)[-1:].isalnum()


def owned_marker(profile: Profile) -> re.Pattern[str]:
    """A marker with its owner and the task on one line: "Action (AR): write", "Action Ann Roe: write"."""
    return later(
        rf"^(?!(?:{profile.alternatives('actions.false_friends')})\b)(?:{profile.alternatives('actions.markers')})\s+"
        r"(?:\([^)]{1,40}\)|(?-i:@?[A-Z][\w’'.-]{0,20}(?:(?:\s|/|,\s|\sand\s|\s&\s)[A-Za-z][\w’'.-]{0,20}){0,6}))"
        r"\s?:\s*\S",
        re.IGNORECASE,
    )
