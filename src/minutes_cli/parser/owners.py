"""Who is to do it: the words in front of "to engage" or "will send", and those in an owner's column."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes_cli.parser.draft import Fact, Person, fact
from minutes_cli.parser.passages import Text
from minutes_cli.profiles import Profile
from minutes_cli.text.names import looks_like_name, strip_office, strip_title

_SEPARATOR = re.compile(r"\s*(?:,\s*and\s+|,|;|/|\+|&|\band\b|\bwith help from\b|\n)\s*", re.IGNORECASE)
OFFICE = re.compile(
    r"\b(?:clerk|chair(?:man|person|woman)?|secretary|treasurer|president|officer|manager|director|"
    r"committee|board|council|team|staff|all|"
    r"everyone|members?|trustees?|group|supervisor|mayor|deputy|commissioner|constable|executive|"
    r"superintendent|inspector|lead|leads|"
    r"sysadmins?|editors?|convener|caretaker|handyman|groundsman|administrator|attorney|solicitor|"
    r"engineer|accountant|governors?|"
    r"department|office|force|police|councillors?|cllrs?|contractor|coordinator|co-ordinator|chief|warden|"
    r"registrar|scribe|writer|"
    r"representatives?|reps?|sec|pres|vp|tbc|tbd)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"^[A-Z][A-Za-z]{0,2}[A-Z]{1,3}\d?$|^[A-Z]{2,5}s?$")
_HANDLE = re.compile(r"^@[\w-]+$")
_NOT_OWNER = frozenset(
    [
        "it",
        "this",
        "that",
        "there",
        "which",
        "what",
        "who",
        "they",
        "we",
        "i",
        "he",
        "she",
        "you",
        "action",
        "actions",
        "nothing",
        "anything",
        "something",
        "motion",
        "minutes",
        "meeting",
        "agenda",
        "report",
        "item",
        "update",
        "need",
        "needs",
        "how",
        "when",
        "where",
        "why",
        "if",
        "still",
        "yet",
        "also",
        "discussion",
        "proposal",
        "question",
        "plan",
        "order",
    ]
)


class Owners:
    """Knows the people and offices of one document."""

    def __init__(self, people: Iterable[Person], profile: Profile) -> None:
        self.known: set[str] = set()
        self._states = {*profile.words("actions.closed"), *profile.words("actions.open")}
        for person in people:
            bare = strip_office(strip_title(person.name.value)[0])[0]
            for name in (person.name.value, bare, *bare.split()[:1], *bare.split()[-1:]):
                self.known.add(name.lower())
            if person.abbreviation:
                self.known.add(person.abbreviation.value.lower())
        self.known |= {office.lower() for office in profile.offices}

    def likeness(self, words: str) -> float:
        """How likely `words` name someone who can act, from 0 to 1."""
        value = words.strip(" .:–-*[]()")
        lower = re.sub(r"^the\s+", "", value.lower())
        if (
            not value
            or len(value) > 60
            or lower in _NOT_OWNER
            or lower.split()[0] in _NOT_OWNER
            or lower in self._states
        ):
            return 0.0
        bare = strip_office(strip_title(value)[0])[0]
        if lower in self.known or bare.lower() in self.known:
            return 1.0
        if _SHORT.match(re.sub(r"^[Tt]he\s+", "", value)) or _HANDLE.match(value):
            return 0.8
        if OFFICE.search(value) and len(value.split()) <= 5:
            return 0.75
        return 0.8 * looks_like_name(bare or value)

    def split(self, text: Text, least: float, rule: str) -> list[Fact]:
        """The owners that `text` lists, as printed, told by `rule`; [] where one is less like an owner than `least`."""
        value, found, at = str(text), [], 0
        if _is_one(value, self):
            return [fact(text.strip(" .:–-*[]()"), rule=rule)]
        for cut in [*_SEPARATOR.finditer(value), None]:
            end = cut.start() if cut else len(value)
            part = text[at:end].strip(" .:–-*[]()")
            at = cut.end() if cut else end
            if gloss := _GLOSS.search(str(part)):
                part = part[: gloss.start()]
            if not part:
                continue
            if self.likeness(str(part)) < least:
                return []
            found.append(fact(_without_article(part), rule=rule))
        return found

    def split_nicks(self, text: Text, verb: re.Pattern[str], rule: str) -> list[Fact]:
        """The owners that `text` lists by their names in a chat, in lower case; [] where one is an ordinary word."""
        found = []
        for word in re.finditer(r"@?[\w-]+", str(text)):
            value = word[0].lower()
            if value == "and":
                continue
            likely = value in self.known or re.search(r"[@_\d]", value) or looks_like_name(value.title()) >= _ONE_WORD
            if not likely or value in _NOT_OWNER or verb.fullmatch(value):
                return []
            found.append(fact(text[word.start() : word.end()], rule=rule))
        return found


# Initials beside the name they stand for, the bracket behind them already stripped: "Ann Roe (AR) to write".
_GLOSS = re.compile(r"\s[(\[][A-Z][\w.&/-]{0,14}[)\]]?$")
# What a single capitalised word is worth as a name.
_ONE_WORD = 0.4


def _is_one(value: str, owners: Owners) -> bool:
    """One owner though the words hold a separator: an attendee's whole name or office."""
    return value.strip().lower() in owners.known


def _without_article(text: Text) -> Text:
    return text[4:] if str(text).lower().startswith("the ") else text
