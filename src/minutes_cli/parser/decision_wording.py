"""Decisions worded in running text: "Roe moved that …", "it was agreed to …", "the minutes were approved"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.parser.decision_marks import VOTE_TAIL, carried
from minutes_cli.parser.draft import Decision, fact
from minutes_cli.parser.motions import MOVER, SECONDER, Cues, read_vote
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.text.later import later
from minutes_cli.text.prose import mentions

_FORMAL = later(
    r"\b(?:[Mm]otion(?:ed)?|MOTION|motions to|moves to|[Mm]oved|MOVED|[Rr]esolved|RESOLVED|seconded|SECONDED|"
    r"seconds|[Ss]econd by)\b"
)
_WHO_DECIDES = (
    r"(?:the )?(?:board|committee|council|members|trustees|commissioner|pcc|group|all|we|meeting|"
    r"executive|panel|everyone|participants|"
    r"audience|directors|governors|trust|councillors|forum|society|parish council|association|club|governing body)"
)
_AGREED = later(
    rf"\b(?:it was (?:unanimously )?(?:agreed|resolved|decided|determined)|(?<!since )(?<!after ){_WHO_DECIDES}\s+"
    r"(?:unanimously )?(?:agree[ds]?|resolved|decided|approved|ratified|adopted|voted)\b|"
    r"(?<!has )(?<!had )(?<!have )\bdecided (?:to|against|that|not)\b|decision (?:was )?made\b|"
    r"\bunanimously (?:agreed|approved|resolved|accepted|adopted)|\bvoted unanimously (?:to|that|for|against)\b|"
    r"\bunanimous agreement (?:\w+ (?:the )?\w+ )?(?:not to|to|that)\b|\belected unopposed\b|"
    r"\bwas (?:approved|ratified|adopted|agreed) (?:by|and|un)|"
    r"^\W*agreed (?:\([^()]{2,60}\) |with no \w+ |without \w+ )?(?:to|that)\b|"
    r"\bconsensus\b(?: was| is|:)(?! (?:also )?not\b)|"
    r"\b(?:was|were) (?:duly |unanimously )?(?:re-?)?elected\b|\bon a vote\b|"
    r"\b(?:is|are) (?:duly |unanimously )?(?:re-?)?elected (?:as|to|unopposed|by)\b|\belected on a show of hands\b|"
    r"\b(?:by|with) unanimous consent\b|\bvote (?:was|were) unanimous(?:ly in favou?r)?\b|"
    r"\baccepted by a show of hands\b|\b(?:agreed|approved), all in favou?r\b|"
    r"\b(?:was|were) (?:tabled|deferred|postponed) (?:until|to)\b|\b(?:rough|strong|clear) consensus\b)",
    re.IGNORECASE,
)
MINUTES = later(
    r"\b(?:minutes|notes(?! that\b))\b[^.;]{0,160}?\b(?:were|was|be|are|as)?\s*(?:discussed and |duly |then |"
    r"unanimously )?(?:approved|agreed|accepted|adopted|confirmed|"
    r"signed|taken as read)\b|\bapproved\b[^.;]{0,40}\bminutes\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = later(
    r"\b(?:if|would need|should be|will be asked|asked if|asked whether|to be approved|needs? to be|once|"
    r"whether|previously|last (?:year|month)|"
    r"unless|until|has decided|had decided|have decided|pointed out|which means|reported that)\b|"
    r"\(approved [A-Z][^()]{2,20}\d{4}\)",
    re.IGNORECASE,
)
# To agree that something is so decides nothing.
_OPINION = later(r"[^.]{0,30}?\bagreed that (?:this|it|there|these|they) (?:was|were|is|are|had|has)\b", re.IGNORECASE)
_PROPOSED = later(
    r"^(?:(?:[A-Z][\w.’'-]*|The|the)\s+){1,4}(?:also |then )?proposed\s+(?:that\s+)?(?:the|a|this|we|an|best|it)\b"
)
# Every sentence that records a decision has one of these; most sentences have none, and are passed over at once.
_HINTS = (
    "motion", "moved", "propos", "second", "2nd", "resol", "agree", "approv", "decid", "decision", "elect",
    "adopt", "ratif", "consensus", "vote", "accept", "minutes", "notes",
)  # fmt: skip
_NUMBERED_NAMES = later(r"(?<![\w.:])1\s?:\s?[A-Z]\w+[,;]?\s+2\s?:\s?[A-Z]")
# A sentence that leans on the one before it: it says that something was moved or agreed, not what.
LEANS = later(
    r"^\W*(?:(?:the |this )?motion (?:was )?(?:then )?(?:passed|carried|failed|approved|lost|defeated|"
    r"not carried)\b[^.]{0,60}\.?$|motion (?:was )?(?:made )?by \w+(?: \w\.?)?(?: \w+)?"
    r"(?:,? (?:and )?seconded by \w+(?: \w\.?)?(?: \w+)?)?\.?$|"
    r"this (?:motion |proposal )?was (?:also )?(?:seconded|agreed|carried|"
    r"approved|unanimously)|(?:the|all) (?:audience|participants|members|board|committee|group|trustees|"
    r"council|meeting|everyone|directors|present) agreed(?: with [^.]{2,30})?\.?$|all agreed\.?$|"
    r"(?:the|all)? ?vote was unanimous\b[^.]{0,40}\.?$|approved? (?:by unanimous consent|without objection)\.?$|"
    r"all second(?:ed)?\b[^.]{0,40}\.?$|"
    r"(?:the |this )?(?:proposal|resolution|amendment|motion) (?:was )?(?:accepted|fell|falls)\b[^.]{0,60}\.?$|"
    r"\([^()]{2,60}\bproposed,[^()]{2,80}\bseconded\b[^()]{0,120}\)\.?$|"
    r"(?:proposed|moved)(?: by)? [^.,]{2,30},? seconded(?: by)? [^.,]{2,30}\.?$|"
    r"seconded\b|[^.]{2,40}\bseconded (?:this|the (?:motion|proposal)|.{2,30}proposal))",
    re.IGNORECASE,
)
# A line that says only who moved and seconded what stands above it.
ONLY_NAMES = later(
    r"^\W*(?:moved|proposed|nominated|mover|proposer)(?:\s+by)?\s*:\s*[^.:;]{2,40}[.;,]?\s*(?:/|"
    r"and)?\s*(?:seconded|seconder|second|2nd)(?:\s+by)?\s*:?[^.:;]{2,40}"
    r"\.?(?:\s*[–-]?\s*(?:carried|passed|lost|defeated|deferred|tabled|withdrawn|all in favou?r|unanimous\w*)\W*)?$",
    re.IGNORECASE,
)
ANNOUNCES = later(r"\b(?:following|upon|on|it was)\b.{0,120}:\s*$|^(?:upon|whereupon|on) (?:a )?motion", re.IGNORECASE)


def worded_decisions(
    text: Text, passage: Passage, following: Sequence[Text], cues: Cues, tasks: set[str]
) -> Iterator[tuple[Decision, int]]:
    """Decisions worded in running text, with the sentences on the vote that follow."""
    sentences = list(text.sentences())
    position, last = 0, None
    while position < len(sentences):
        sentence = sentences[position]
        position += 1
        value = str(sentence)
        marked = cues.marker.match(value) if position > 1 else None
        if marked and marked["sep"][0] == ":" and marked["marker"][0].isupper():
            decision = carried(
                [sentence[marked.end() :].strip(" •")], passage, sentence.group(marked, "marker"), "marker"
            )
            last = (decision, position)
            yield decision, 0
            continue
        wording = _wording(value)
        if wording is None or value in tasks:
            continue
        if value.endswith(":"):
            if position == len(sentences) and not ANNOUNCES.search(value) and len(following) > 1:
                yield from _listed(sentence, passage, following)
            continue
        first = position - 1
        if wording == "leans":
            if last is not None and last[1] == first:
                read_vote(last[0], [last[0].text.quotes[-1], sentence], cues)
                last = (last[0], position)
                continue
            if first == 0:
                continue
            first -= 1
        end = position
        while end < len(sentences) and VOTE_TAIL.match(str(sentences[end])) and not _starts_motion(str(sentences[end])):
            end += 1
        tail = list(sentences[position:end])
        position = end
        if end == len(sentences):
            tail += [
                t for t in following[:3] if VOTE_TAIL.match(str(t)) and not _starts_motion(str(t)) and len(t) < 400
            ]
        chosen = sentence
        if wording == "leans" and first != position - 1:
            chosen = text[sentences[first].start - text.start : sentence.end - text.start]
        decision = Decision(fact(chosen, rule=f"decision.wording.{wording}"), passage.index)
        read_vote(decision, [chosen, *tail], cues)
        last = (decision, position)
        yield decision, 0


def _listed(sentence: Text, passage: Passage, following: Sequence[Text]) -> Iterator[tuple[Decision, int]]:
    """The entries of a list under "The board agreed to:"."""
    for text in following:
        paragraph = text.paragraph
        if not paragraph.label or paragraph.indent < passage.paragraph.indent:
            break
        if paragraph.label[0].isalnum():
            continue
        yield carried([next(text.sentences(), text)], passage, sentence, "list"), 0


def _starts_motion(value: str) -> bool:
    return bool(_MOTION_START.match(value))


_MOTION_START = later(
    r"^\W*(?:(?:a )?motion (?:was )?(?:made|moved|by|to)\b|(?:proposed|moved|"
    r"it was proposed)\b[^.]{3,90}\b(?:that|to)\b)",
    re.IGNORECASE,
)


def _wording(value: str) -> str | None:
    """In which words a sentence records a decision, None where it records none."""
    if len(value) < 12 or value.endswith("?") or not mentions(value, _HINTS):
        return None
    if LEANS.match(value) or ONLY_NAMES.match(value):
        return "leans"
    if (_FORMAL.search(value) and any(p.search(value) for p in (*MOVER, *SECONDER))) or _NUMBERED_NAMES.search(value):
        return "moved"
    if re.search(r"\bproposed\b.{3,200}\bseconded\b", value, re.IGNORECASE):
        return "moved"
    if _PROPOSED.match(value):
        return "proposed"
    agreed = _AGREED.search(value)
    # what was agreed may itself be "that this should be tried": only the words before say that nothing was agreed
    if _HYPOTHETICAL.search(value[: agreed.end()] if agreed else value):
        return None
    if MINUTES.search(value):
        return "minutes"
    if re.search(r"\bmotion\b.{0,80}\b(?:carried|passed|approved|adopted|failed)\b", value, re.IGNORECASE):
        return "carried"
    return "agreed" if agreed and not _OPINION.match(value, agreed.start()) else None
