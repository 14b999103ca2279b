"""Decisions: motions with mover, seconder and votes, resolutions, and what was agreed in so many words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_cli.model.minutes import Outcome
from minutes_cli.parser.draft import Decision, Draft, Fact, fact
from minutes_cli.parser.headings import Candidate
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.profiles import Profile
from minutes_cli.text.names import strip_office, strip_title

_TITLE = r"(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Mayor|Deputy|Trustee|Supervisor|Commissioner|Member|Director|Chair(?:man|person)?|President|Vice|Secretary|Treasurer|Clerk|Ald|Alderman|Councilm[ae]n|Councilmember|Councilwoman|Sir|Prof|Board|Committee)\.?\s+)*"
_PERSON = rf"{_TITLE}[A-Z][\w.’'-]*(?:\s+(?:[A-Z]\.|(?:de|van|von|der|la|Mc|Mac)\b|[A-Z][\w’'-]+)){{0,3}}(?:\s\([A-Z]{{1,3}}\))?"
_MOVER = (
    re.compile(rf"\b(?:[Mm]otion(?:ed)?|MOTION|[Mm]oved|MOVED|[Pp]roposed|PROPOSED|[Pp]roposer|[Mm]over|MOVER)(?:\s+(?:was\s+)?(?:made|moved|proposed))?\s*(?:by\s*:?|BY\s*:?|:)\s*(?P<who>{_PERSON})"),
    re.compile(rf"(?P<who>{_PERSON})\s+(?:has\s+|then\s+|also\s+)?(?:made (?:a|the) motion|moved|motioned|proposed|moves|makes a motion|makes a MOTION|so moved)\b"),
    re.compile(rf"\b[Mm](?:ade|oved)\s+by\s+(?P<who>{_PERSON})"),
    re.compile(rf"\bby (?P<who>{_PERSON}),?\s+(?:and\s+)?(?:second|2nd)"),
    re.compile(rf"\(?(?P<who>{_PERSON})\s+(?:proposed|moved)\b"),
    re.compile(rf"^(?:[A-Z]\d{{4}}-\d+\s+)?(?P<who>[A-Z]\.\s?[A-Z][\w’'-]+),\s+[A-Z]\.\s?[A-Z][\w’'-]+\s*:"),
)
_SECONDER = (
    re.compile(rf"\b(?:[Ss]econd(?:ed|er)?|SECOND(?:ED|ER)?|2nd(?:ed)?)(?:\s+(?:was\s+)?(?:made))?\s*(?:by\s*:?|BY\s*:?|:)\s*(?P<who>{_PERSON})"),
    re.compile(rf"(?P<who>{_PERSON})\s+(?:seconded|seconds|2nd|second)\b"),
    re.compile(rf"\b(?:second|2nd)\s+by\s+(?P<who>{_PERSON})"),
    re.compile(rf"^(?:[A-Z]\d{{4}}-\d+\s+)?[A-Z]\.\s?[A-Z][\w’'-]+,\s+(?P<who>[A-Z]\.\s?[A-Z][\w’'-]+)\s*:"),
)
_YES = re.compile(r"\b(?:Yes|Yeas?|Ayes?|For|In favou?r|YES|AYES?|FOR)\s*[-–:=]?\s*(\d{1,3})\b|\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:votes?\s+)?(?:were\s+)?(?:in favou?r|for\b|yes\b|ayes?\b)", re.IGNORECASE)
_NO = re.compile(r"\b(?:No|Nays?|Noes|Against|Opposed|NO|NAYS?)\s*[-–:=]?\s*(\d{1,3})\b|\b(\d{1,3}|one|two|three|four|five)\s+(?:votes?\s+)?(?:were\s+)?(?:against|opposed|nays?|noes)\b", re.IGNORECASE)
_ABSTAIN = re.compile(r"\b(?:Abstain(?:ed|ing)?|Abstentions?|Abstained)\s*[-–:=]?\s*(\d{1,3})\b|\b(\d{1,3}|one|two|three|four|five)\s+(?:abstentions?|abstain(?:ed|ing)?)\b", re.IGNORECASE)
_SCORE = re.compile(r"(?<![\d/.-])(\d{1,2})\s*[-–:]\s*(\d{1,2})(?:\s*[-–:]\s*(\d{1,2}))?(?![\d/-])(?!\s*(?:am|pm|a\.m|p\.m))")
_NUMBERS = {w: str(n) for n, w in enumerate("zero one two three four five six seven eight nine ten".split())}
_BRACED = re.compile(r"^\W*\{?\s*(?:Action|ACTION|Result|RESULT|Disposition)\s*:\s*(?P<result>[^;}\]]{3,80})\s*[;\]}]")
_RESOLUTION_NUMBER = re.compile(r"^(?:R|Res\.?|Resolution)\s?#?\d{2,4}[-/]\d+\s+[A-Z]\.?\s?\w+")


@dataclass
class Cues:
    """The profile's words for decisions, as patterns."""

    profile: Profile

    def __post_init__(self) -> None:
        markers = self.profile.alternatives("decisions.markers")
        self.marker = re.compile(rf"^\W{{0,4}}(?:[A-Z]\d{{4}}-\d+\s+)?(?P<marker>{markers})\s*(?:\d+\s*)?(?P<sep>[:–—-]+|\bthat\b|\bto\b)\s*", re.IGNORECASE)
        self.states: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
            (outcome, re.compile(rf"\b(?:{self.profile.alternatives(f'decisions.{outcome}')})\b", re.IGNORECASE))
            for outcome in ("defeated", "withdrawn", "deferred", "carried")  # type: ignore[misc]  # they are outcomes
        )

    def outcome(self, text: Text) -> tuple[Outcome | None, Fact | None]:
        """What became of it, with the words that say so."""
        for outcome, pattern in self.states:
            found = None
            for found in pattern.finditer(str(text)):
                pass
            if found:
                return outcome, fact(text[found.start() : found.end()], outcome, 0.85)
        return None, None


_FORMAL = re.compile(
    r"\b(?:[Mm]otion(?:ed)?|MOTION|moved|MOVED|[Rr]esolved|RESOLVED|seconded|SECONDED|seconds|[Ss]econd by)\b",
)
_AGREED = re.compile(
    r"\b(?:it was (?:unanimously )?(?:agreed|resolved|decided|determined)|(?:the )?(?:board|committee|council|members|trustees|commissioner|pcc|group|all|we|meeting|executive|panel|everyone|participants|audience|directors)\s+"
    r"(?:unanimously )?(?:agreed|resolved|decided|approved|ratified|adopted|voted)\b|\bdecided (?:to|against|that|not)\b|decision (?:was )?made\b|\bunanimously (?:agreed|approved|resolved|accepted|adopted)|\bwas (?:approved|ratified|adopted|agreed) (?:by|and|un))",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"\bminutes\b[^.;]{0,160}?\b(?:were|was|be|are|as)?\s*(?:discussed and |duly |then |unanimously )?(?:approved|agreed|accepted|adopted|confirmed|signed|taken as read)\b|\bapproved\b[^.;]{0,40}\bminutes\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(r"\b(?:if|would need|should be|will be asked|asked if|asked whether|to be approved|needs? to be|once|whether|previously|last (?:year|month)|unless)\b", re.IGNORECASE)
_BARE = re.compile(r"^\W*(?:GRANTED|DENIED|APPROVED|DEFERRED|REJECTED|DISMISSED|TABLED|WITHDRAWN|CARRIED|ADOPTED)\b[^.]{0,160}$")
_VOTE_TAIL = re.compile(
    r"^\W*(?:(?:roll ?call |voice )?vote|vote role|yes\b|ayes?\b|all in favou?r|all (?:ayes|were|aye)|motion (?:carried|passed|carries|passes|approved|failed|was|approved)|carried|passed|unanimous|"
    r"seconded|second(?:ed)? by|proposed by|proposed:|moved|approved|no objection|upon (?:voice )?vote|the motion|there were no|result|in favou?r|for:|against|abst|motion |discussion|agreed\b|roll call|opposed|nays?|ayes)",
    re.IGNORECASE,
)


def add_decisions(draft: Draft, headings: Sequence[Candidate], profile: Profile) -> None:
    """Fill `draft.decisions`, in the order of the document."""
    cues = Cues(profile)
    heading_at = {c.passage.index: c for c in headings}
    skip_until = -1
    passages = draft.passages
    for position, passage in enumerate(passages):
        if passage.tabular or position <= skip_until:
            continue
        heading = heading_at.get(passage.index)
        text = heading.rest if heading is not None else passage.text
        if heading is not None and (_MINUTES.search(str(heading.body)) and heading.number) and "approved" in str(heading.body).lower().split()[:4]:
            text = heading.body
        if not text or len(text) > 20_000:
            continue
        following = [p.text for p in passages[position + 1 : position + 7] if p.index not in heading_at and not p.tabular]
        for decision, used in _in_passage(text, passage, following, cues):
            if used:
                skip_until = max(skip_until, position + used)
            _complete(decision, cues)
            draft.decisions.append(decision)


def _in_passage(text: Text, passage: Passage, following: Sequence[Text], cues: Cues) -> Iterator[tuple[Decision, int]]:
    """The decisions a passage begins or holds, each with how many further passages belong to it."""
    value = str(text)
    braced = _BRACED.match(value)
    if braced and re.search(r"\b(?:Motion|Moved|Second|Vote)\b", value[braced.end() - 1 :], re.IGNORECASE):
        decision = Decision(fact(text[braced.start("result") : braced.end("result")], confidence=0.9), passage.index)
        _read_votes(decision, text)
        _read_names(decision, [text], labelled=True)
        yield decision, 0
        return
    if _BARE.match(value):
        yield Decision(fact(text, confidence=0.8), passage.index), 0
        return
    marked = cues.marker.match(value)
    numbered = _RESOLUTION_NUMBER.match(value)
    if numbered:
        rest = text[value.find(":") + 1 :] if ":" in value[:80] else text[numbered.end() :]
        used = 0
        parts = [rest] if rest else []
        for more in following:
            if _RESOLUTION_NUMBER.match(str(more)) or (parts and re.search(r"\b(?:Carried|Defeated|Lost)\.?\s*$", str(parts[-1]))):
                break
            parts.append(more)
            used += 1
        if parts:
            decision = _decision(parts, passage, 0.85)
            _read_names(decision, [text, *parts])
            for part in parts:
                _read_votes(decision, part)
            yield decision, used
        return
    if marked and (marked["sep"][0] in ":–—-" or marked["marker"][0].isupper()):
        body = text[marked.end() :] if marked["sep"][0] in ":–—-" else text
        parts, used = _body_of(body, following, empty=not body)
        if parts and not _is_not_decision(str(parts[0])):
            decision = _decision(_without_votes(parts), passage, 0.88)
            _read_names(decision, [text, *parts, *following[used : used + 2]])
            for part in [text, *parts, *following[used : used + 2]]:
                _read_votes(decision, part)
            if marked["marker"].lower() not in ("motion", "vote"):
                decision.outcome, decision.outcome_fact = "carried", fact(text[marked.start("marker") : marked.end("marker")], "carried")
            yield decision, used
            return
    yield from ((d, 0) for d in _in_sentences(text, passage, following, cues))


def _is_not_decision(value: str) -> bool:
    return bool(re.match(r"^\W*(?:none|nil|n/?a)?\W*$", value, re.IGNORECASE))


def _body_of(body: Text, following: Sequence[Text], empty: bool) -> tuple[list[Text], int]:
    """The passages of a marked decision: its own, or the ones under a marker that stands alone."""
    if not empty:
        return [body], 0
    parts: list[Text] = []
    for text in following[:3]:
        if parts and not str(parts[-1]).rstrip().endswith((";", ",", ":")):
            break
        parts.append(text)
    return parts, len(parts)


def _without_votes(parts: list[Text]) -> list[Text]:
    """Leave out sentences that only say who moved it and how the vote went."""
    kept: list[Text] = []
    for part in parts:
        sentences = list(part.sentences())
        end = len(sentences)
        while end > 1 and _VOTE_TAIL.match(str(sentences[end - 1])):
            end -= 1
        if sentences:
            text = part[: sentences[end - 1].end - part.start]
            bracket = re.search(r"\s*\([^()]*\b(?:proposed|moved|seconded|proposer)\b[^()]*\)?\s*$", str(text), re.IGNORECASE)
            kept.append(text[: bracket.start()] if bracket and bracket.start() > 10 else text)
    return [k for k in kept if k] or parts


def _decision(parts: Sequence[Text], passage: Passage, confidence: float) -> Decision:
    value = " ".join(" ".join(str(p).split()) for p in parts)
    return Decision(Fact(value, tuple(parts), "exact", confidence), passage.index)


def _in_sentences(text: Text, passage: Passage, following: Sequence[Text], cues: Cues) -> Iterator[Decision]:
    """Decisions worded in running text, with the sentences on the vote that follow."""
    sentences = list(text.sentences())
    position = 0
    while position < len(sentences):
        sentence = sentences[position]
        value = str(sentence)
        position += 1
        strength = _strength(value)
        if strength == 0.0:
            continue
        end = position
        while end < len(sentences) and _VOTE_TAIL.match(str(sentences[end])) and not _starts_motion(str(sentences[end])):
            end += 1
        tail = sentences[position:end]
        position = end
        more = [t for t in following[:3] if _VOTE_TAIL.match(str(t)) and not _starts_motion(str(t))] if end == len(sentences) else []
        decision = Decision(fact(sentence, confidence=strength), passage.index)
        _read_names(decision, [sentence, *tail, *more])
        for part in (sentence, *tail, *more):
            _read_votes(decision, part)
            outcome, said = cues.outcome(part)
            if outcome and (decision.outcome is None or part is not sentence):
                decision.outcome, decision.outcome_fact = outcome, said
        yield decision


def _starts_motion(value: str) -> bool:
    return bool(re.match(r"^\W*(?:a )?motion (?:was )?(?:made|moved|by|to)\b", value, re.IGNORECASE))


def _strength(value: str) -> float:
    """How surely a sentence records a decision, 0 for not."""
    if len(value) < 12 or value.endswith("?"):
        return 0.0
    names = sum(bool(p.search(value)) for p in (_MOVER[0], _MOVER[1], _SECONDER[0], _SECONDER[1]))
    if _FORMAL.search(value) and names and re.search(r"motion|second|moved|propos|2nd", value, re.IGNORECASE):
        if re.match(r"^\W*(?:seconded|second)\b", value, re.IGNORECASE):
            return 0.0
        return 0.85
    if re.search(r"\bproposed\b.{3,200}\bseconded\b", value, re.IGNORECASE):
        return 0.85
    if _HYPOTHETICAL.search(value):
        return 0.0
    if _MINUTES.search(value):
        return 0.8
    if re.search(r"\bmotion\b.{0,80}\b(?:carried|passed|approved|adopted|failed)\b", value, re.IGNORECASE):
        return 0.7
    if _AGREED.search(value):
        return 0.6
    return 0.0


def _read_names(decision: Decision, texts: Sequence[Text], labelled: bool = False) -> None:
    for text in texts:
        value = str(text)[:3000]
        if decision.mover is None:
            decision.mover = _name(text, value, _MOVER[:1] if labelled else _MOVER)
        if decision.seconder is None:
            decision.seconder = _name(text, value, _SECONDER[:1] if labelled else _SECONDER)


_NOT_NAMES = frozenset("the it he she they we motion vote board council committee that this all members chair upon and a an by second seconded moved proposed carried".split())


def _name(text: Text, value: str, patterns: Sequence[re.Pattern[str]]) -> Fact | None:
    for pattern in patterns:
        for found in pattern.finditer(value):
            printed = found["who"]
            bare = strip_office(strip_title(printed)[0])[0] or printed
            if bare.lower().split()[0] in _NOT_NAMES or not bare[0].isupper():
                continue
            at = found.start("who") + printed.find(bare)
            return fact(text[at : at + len(bare)].strip("."), confidence=0.85)
    return None


def _read_votes(decision: Decision, text: Text) -> None:
    value = str(text)
    for key, pattern in (("for", _YES), ("against", _NO), ("abstain", _ABSTAIN)):
        found = pattern.search(value)
        if found and key not in decision.votes:
            which = 1 if found[1] else 2
            decision.votes[key] = fact(text[found.start(which) : found.end(which)], _NUMBERS.get(found[which].lower(), found[which]), 0.85)
    if "for" in decision.votes or not re.search(r"\bvote|carried|passed|motion|unanim|approved|failed|defeated", value, re.IGNORECASE):
        return
    for score in _SCORE.finditer(value):
        for number, key in enumerate(("for", "against", "abstain"), start=1):
            if score[number]:
                decision.votes[key] = fact(text[score.start(number) : score.end(number)], score[number], 0.8)
        return


def _complete(decision: Decision, cues: Cues) -> None:
    """The outcome from the decision's own words where nothing else said it."""
    if decision.outcome is None:
        decision.outcome, decision.outcome_fact = cues.outcome(decision.text.quotes[0])
    if decision.outcome is None and decision.votes.get("for") and decision.votes.get("against"):
        won = int(decision.votes["for"].value) > int(decision.votes["against"].value)
        decision.outcome, decision.outcome_fact = ("carried" if won else "defeated"), decision.votes["for"]
