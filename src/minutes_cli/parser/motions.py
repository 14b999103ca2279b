"""Who moved and seconded a motion, how the votes fell, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes_cli.model.minutes import Outcome
from minutes_cli.parser.action_cues import IRC
from minutes_cli.parser.draft import Decision, Fact, fact, preferred
from minutes_cli.parser.owners import OFFICE
from minutes_cli.parser.passages import Text
from minutes_cli.profiles import Profile
from minutes_cli.text.later import later
from minutes_cli.text.names import looks_like_name, strip_office, strip_title

_TITLE = (
    r"(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Mayor|Deputy|Trustee|Supervisor|Commissioner|Member|"
    r"Director|Chair(?:man|person)?|President|Vice|Secretary|Treasurer|Clerk|Ald|Alderman|Councilm[ae]n|"
    r"Councilmember|Councilwoman|Sir|Prof|Board|Committee)\.?\s+)*"
)
# Names may begin with a particle: "van der Meer", "al-Sayed".
_PARTICLES = r"(?:(?:d[aeiu]|dos|des|van|von|der|den|la|ter|bin|al|el)[\s-]){0,3}"
# They begin where a word does: looked for at each letter of a long one, they would take the square of its length.
_PERSON = (
    rf"(?<![^\W_]){_TITLE}{_PARTICLES}[A-Z][\w.’'-]*(?:\s+(?:[A-Z]\.|(?:d[aeiu]|van|von|der|la|Mc|Mac)\b|al-[A-Z]\w+|"
    rf"[A-Z][\w’'-]+)){{0,3}}(?:\s\([A-Z]{{1,3}}\))?"
)
_TITLED = r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Ald)\.?\s[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,2}"
MOVER = (
    later(
        rf"(?<!econd )(?<!2nd )\b(?:[Mm]otion(?:ed)?|MOTION|[Mm]oved|MOVED|[Pp]roposed|PROPOSED|[Pp]roposer|[Mm]over|"
        rf"MOVER)(?:\s+(?:was\s+)?(?:made|moved|proposed))?\s*(?:by\s*:?|BY\s*:?|:)\s*(?P<who>{_PERSON})"
    ),
    later(
        rf"(?P<who>{_PERSON})(?:\s+from\s+{_PERSON})?\s+(?:has\s+|then\s+|also\s+)?(?:made (?:a|the) "
        rf"motion|moved(?!\s+(?:from|forward|"
        rf"on|into|away|in|up|out|house)\b)|motioned|motions to|MOVED|proposed|moves|makes a motion|"
        rf"makes a MOTION|so moved)\b"
    ),
    later(rf"\b[Mm](?:ade|oved)\s+by\s+(?P<who>{_PERSON})"),
    later(rf"\b(?:[Oo]n|ON) the (?:proposal|proposition|motion) of\s+(?P<who>{_PERSON})"),
    later(
        rf"(?P<who>{_PERSON})\s*(?:\((?:[Mm]otion|[Mm]over|[Mm]oved|[Ff]irst)\)|[–-]\s*(?:[Ff]irst|1st) [Mm]otion\b)"
    ),
    later(rf"\b(?:First Motion|1st|First|MOVED|Moved|Motion)\s*[–:-]?\s+(?P<who>{_PERSON})(?=\s*[/;,.–-])"),
    later(r"\b[Mm]otion\s*\((?P<who>[A-Z][\w’'-]+)\s*/\s*[A-Z]"),
    later(rf"\b[Pp]roposed\s+(?P<who>{_PERSON}),?\s+(?:and\s+)?[Ss]econded\s"),
    # without a seconder the title tells that a person follows
    later(rf"(?<!\w)P(?:roposed|ROPOSED)\s+(?P<who>{_TITLED})(?=\s?(?:[.;,)]|$))"),
    later(r"(?<![\w.:])1\s?:\s?(?P<who>[A-Z][\w]+)[,;]?\s+2\s?:\s?[A-Z]"),
    later(rf"\bby (?P<who>{_PERSON}),?\s+(?:and\s+)?(?:second|2nd)"),
    later(rf"\(?(?P<who>{_PERSON})\s+(?:proposed|moved)\b"),
    later(r"^(?:[A-Z]\d{4}-\d+\s+)?(?P<who>[A-Z]\.\s?[A-Z][\w’'-]+),\s+[A-Z]\.\s?[A-Z][\w’'-]+\s*:"),
)
SECONDER = (
    later(
        rf"\b(?:[Ss]econd(?:ed|er)?|SECOND(?:ED|ER)?|2nd(?:ed)?)(?:\s+motion)?(?:\s+(?:was\s+)?(?:made))?\s*(?:by\s*:?|"
        rf"BY\s*:?|:)\s*(?P<who>{_PERSON})"
    ),
    later(rf"(?P<who>{_PERSON})(?:\s\((?:and|&)[^()]{{1,30}}\))?\s+(?:seconded|seconds|2nd|second)\b"),
    later(rf"\b(?:second|2nd)\s+by\s+(?P<who>{_PERSON})"),
    later(
        rf"(?P<who>{_PERSON})\s*(?:\((?:[Ss]econd|[Ss]econded|[Ss]econder|2nd)\)|[–-]\s*(?:[Ss]econd|2nd) [Mm]otion\b)"
    ),
    later(
        rf"\b(?:Second Motion|2nd Motion|2nd|SECONDED|[Ss]econded|Second)\s*[–:-]?\s+(?P<who>{_PERSON})"
        r"(?=\s*[/;,.)–-]|$)"
    ),
    later(r"\b[Mm]otion\s*\([A-Z][\w’'-]+\s*/\s*(?P<who>[A-Z][\w’'-]+)\)"),
    # in brackets the second of two councillors seconds: "(Proposed Cllr Roe, Cllr Cole)"
    later(rf"\(P(?:roposed|ROPOSED)\s+{_TITLED},\s(?P<who>{_TITLED})(?=\s?[,;)])"),
    later(r"(?<![\w.:])1\s?:\s?[A-Z][\w]+[,;]?\s+2\s?:\s?(?P<who>[A-Z][\w]+)"),
    later(r"^(?:[A-Z]\d{4}-\d+\s+)?[A-Z]\.\s?[A-Z][\w’'-]+,\s+(?P<who>[A-Z]\.\s?[A-Z][\w’'-]+)\s*:"),
)
_YES = later(
    r"\b(?:Yes|Yeas?|Ayes?|For|In favou?r|YES|AYES?|FOR)\s*[-–:=]?\s*(\d{1,3})\b|\b(\d{1,3}|one|two|three|"
    r"four|five|six|seven|eight|nine|ten)\s+(?:votes?\s+)?(?:were\s+)?(?:in favou?r|for\b|yes\b|ayes?\b)(?!\s?[:=])",
    re.IGNORECASE,
)
_NO = later(
    r"\b(?:No|Nays?|Noes|Against|Opposed|NO|NAYS?)\s*[-–:=]?\s*(\d{1,3})\b|\b(\d{1,3}|one|two|three|four|"
    r"five)\s+(?:votes?\s+)?(?:were\s+)?(?:against|opposed|nays?|noes)\b(?!\s?[:=])",
    re.IGNORECASE,
)
_ABSTAIN = later(
    r"\b(?:Abs|Abstain(?:ed|ing)?|Abstentions?)\s*[-–:=]?\s*(\d{1,3})\b|\b(\d{1,3}|one|two|three|"
    r"four|five)\s+(?:abstentions?|abstain(?:ed|ing)?)\b(?!\s?[:=])",
    re.IGNORECASE,
)
_SCORE = later(
    r"(?<![\d/.-])(\d{1,2})\s*[-–:]\s*(\d{1,2})(?:\s*[-–:]\s*(\d{1,2}))?(?![\d/-])(?!\s*(?i:am|pm|a\.m|p\.m))"
)
# As a meeting's chat bot counts: "(+4, 0, -1)".
_TALLY = later(r"\(\+(\d{1,3}),\s*(\d{1,3}),\s*-(\d{1,3})\)")
_NUMBERS = {
    w: str(n)
    for n, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
}


@dataclass
class Cues:
    """The profile's words for decisions, as patterns."""

    profile: Profile

    def __post_init__(self) -> None:
        markers = self.profile.alternatives("decisions.markers")
        self.marker = later(
            rf"^\W{{0,4}}{IRC}(?:[A-Z]\d{{4}}-\d+\s+)?(?P<marker>{markers})\s*(?:#?\d+\s*)?(?P<sep>[:–—-]+|,\s+that\b|"
            rf"\bthat\b|\bto\b)\s*",
            re.IGNORECASE,
        )
        self.states: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
            (outcome, later(rf"\b(?:{self.profile.alternatives(f'decisions.{outcome}')})\b", re.IGNORECASE))
            for outcome in ("defeated", "withdrawn", "deferred", "carried")
        )

    def outcome(self, text: Text) -> tuple[Outcome | None, Fact | None]:
        """What became of it, with the words that say so."""
        for outcome, pattern in self.states:
            matches = list(pattern.finditer(str(text)))
            if matches:
                found = matches[-1]
                return outcome, fact(text.group(found), outcome, rule="decision.outcome.words")
        return None, None


def read_names(decision: Decision, texts: Sequence[Text], labelled: bool = False) -> None:
    for text in texts:
        value = str(text)[:3000]
        if decision.mover is None:
            decision.mover = _name(text, value, MOVER[:1], "decision.mover") if labelled else _mover(text, value)
        if decision.seconder is None:
            decision.seconder = _name(text, value, SECONDER[:1] if labelled else SECONDER, "decision.seconder")


_NOT_NAMES = frozenset(
    [
        "the",
        "it",
        "he",
        "she",
        "they",
        "we",
        "motion",
        "vote",
        "board",
        "council",
        "committee",
        "that",
        "to",
        "this",
        "all",
        "members",
        "upon",
        "and",
        "a",
        "an",
        "by",
        "second",
        "seconded",
        "moved",
        "proposed",
        "carried",
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december"),
        "sept",
        "oct",
        "nov",
        "dec",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "january",
        "february",
    ]
)


def _mover(text: Text, value: str) -> Fact | None:
    """Who moved it; of "moved by Roe" and "Poe moved" in one text what stands first counts, the other is listed.

    "Roe moved to accept the change proposed by Poe."
    """
    found = [_name(text, value, [pattern], "decision.mover") for pattern in MOVER[:2]]
    named = sorted((f for f in found if f), key=lambda f: f.quotes[0].start)
    if len({f.value for f in named}) < 2:
        return named[0] if named else _name(text, value, MOVER[2:], "decision.mover")
    return replace(preferred(named[0], named[1:]), grade="ambiguous")


def _name(text: Text, value: str, patterns: Sequence[re.Pattern[str]], rule: str) -> Fact | None:
    """The first name that one of the patterns gives."""
    for pattern in patterns:
        for found in pattern.finditer(value):
            printed = _only_name(found["who"])
            bare = strip_office(strip_title(printed)[0])[0] or printed
            if (
                not bare
                or not any(word[0].isupper() for word in re.split(r"[\s-]", bare) if word)
                or (_first_word(bare) in _NOT_NAMES and not _INITIALS.fullmatch(bare))
                or not _may_be_somebody(bare, value[found.end("who") :])
            ):
                continue
            at = found.start("who") + found["who"].find(bare)
            how = "label" if pattern in (MOVER[0], SECONDER[0]) else "wording"
            return fact(text[at : at + len(bare)].strip("."), rule=f"{rule}.{how}")
    return None


def _first_word(bare: str) -> str:
    """The first word in small letters, an initial left out: "A Roe" is no article."""
    words = bare.lower().split()
    return words[1] if len(words) > 1 and len(words[0].strip(".")) == 1 else words[0]


def _may_be_somebody(bare: str, behind: str) -> bool:
    """Whether words can stand for a person: no topic ("Membership Fee"), no blank to fill in, no name of a thing."""
    if _BLANK.fullmatch(bare) or _GOES_ON.match(behind):
        return False
    bare = re.sub(r"\s*\([^()]*\)$", "", bare.strip(" .,"))
    return bool(looks_like_name(bare) or _INITIALS.fullmatch(bare) or OFFICE.search(bare))


_BLANK = later(r"[Xx]{3,}|_+|[A-Z]?\.{2,}")
# A number behind a word makes it the name of a thing: "CSAF 2.0".
_GOES_ON = later(r"\s\d{1,2}\.\d")


def _only_name(printed: str) -> str:
    """The name without what follows it: the next sentence or the next label."""
    printed = re.split(
        r"(?<=[a-z]{2})\.\s|\.\s(?=[A-Z]{4})|"
        r"\s(?:Second(?:ed|er)?|Motion|All|Vote|The|Carried|Passed|Lost|Defeated|Deferred|Tabled|Withdrawn|Yes|Aye)\b",
        printed,
        maxsplit=1,
    )[0]
    return re.sub(r"^(?:The|AM|PM)\s+", "", printed)


_INITIALS = later(r"[A-Z]{2,4}")


def read_votes(decision: Decision, text: Text) -> None:
    value = str(text)
    for key, pattern in (("for", _YES), ("against", _NO), ("abstain", _ABSTAIN)):
        found = pattern.search(value)
        if found and key not in decision.votes:
            which = 1 if found[1] else 2
            decision.votes[key] = fact(
                text.group(found, which),
                _NUMBERS.get(found[which].lower(), found[which]),
                rule="decision.votes.counted",
            )
    tally = _TALLY.search(value)
    if tally and "for" not in decision.votes:
        for group, key in enumerate(("for", "abstain", "against"), start=1):
            decision.votes[key] = fact(text.group(tally, group), rule="decision.votes.score")
    lost = re.search(
        r"\b(?:by|of|approved,|passed,|carried,|adopted,|rejected,|defeated,) (\d{1,3})(?: votes?)? to (\d{1,3})\b",
        value,
        re.IGNORECASE,
    )
    if lost and "for" not in decision.votes:
        one, two = ("against", "for") if re.search(r"\blost|defeated|failed\b", value) else ("for", "against")
        for key, group in ((one, 1), (two, 2)):
            decision.votes[key] = fact(text.group(lost, group), lost[group], rule="decision.votes.ratio")
    if "for" in decision.votes or not re.search(
        r"\bvote|carried|passed|motion|unanim|approved|failed|defeated", value, re.IGNORECASE
    ):
        return
    for score in _SCORE.finditer(value):
        for number, key in enumerate(("for", "against", "abstain"), start=1):
            if score[number]:
                decision.votes[key] = fact(text.group(score, number), score[number], rule="decision.votes.score")
        return


def read_vote(decision: Decision, texts: Sequence[Text], cues: Cues) -> None:
    """All that `texts`, the motion first, say of names, votes and outcome; what is said last of the outcome counts."""
    read_names(decision, texts)
    for number, text in enumerate(texts):
        read_votes(decision, text)
        outcome, said = cues.outcome(text)
        if outcome and (decision.outcome is None or number):
            decision.outcome, decision.outcome_fact = outcome, said


_VOTED = later(r"\bvoted (?:unanimously |\d{1,2}\s?[-–]\s?\d{1,2},? )?to [a-z]", re.IGNORECASE)
_DEFERS = later(r"\bto (?:table|defer|postpone)\b|\bbe (?:tabled|deferred|postponed)\b", re.IGNORECASE)


def complete(decision: Decision, cues: Cues) -> None:
    """The outcome from the decision's own words or its votes, where nothing else said it."""
    if decision.outcome is None:
        decision.outcome, decision.outcome_fact = cues.outcome(decision.text.quotes[0])
    if decision.outcome is None and _VOTED.search(decision.text.value):
        said = fact(decision.text.quotes[0], "carried", rule="decision.outcome.words")
        decision.outcome, decision.outcome_fact = "carried", said
    motion = decision.text.quotes[0] if decision.text.quotes else None
    defers = _DEFERS.search(str(motion)) if motion is not None else None
    if decision.outcome == "carried" and motion is not None and defers:
        decision.outcome = "deferred"
        decision.outcome_fact = fact(motion.group(defers), "deferred", rule="decision.outcome.words")
    if decision.outcome is None and decision.votes.get("for") and decision.votes.get("against"):
        won = int(decision.votes["for"].value) > int(decision.votes["against"].value)
        decision.outcome = "carried" if won else "defeated"
        decision.outcome_fact = fact(decision.votes["for"].quotes[0], decision.outcome, rule="decision.outcome.votes")
