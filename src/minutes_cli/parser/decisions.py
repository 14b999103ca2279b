"""Decisions: motions with mover, seconder and votes, resolutions, and what was agreed in so many words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.draft import Decision, Draft, Fact, fact
from minutes_cli.parser.motions import MOVER, SECONDER, Cues, complete, read_names, read_vote, read_votes
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.parser.tables import fold
from minutes_cli.profiles import Profile

_BRACED = re.compile(r"^\W*\{?\s*(?:Action|ACTION|Result|RESULT|Disposition)\s*:\s*(?P<result>[^;}\]]{3,80})\s*[;\]}]")
_RESOLUTION_NUMBER = re.compile(r"^(?:R|Res\.?|Resolution)\s?#?\d{2,4}[-/]\d+\s+[A-Z]\.?\s?\w+")
_FORMAL = re.compile(
    r"\b(?:[Mm]otion(?:ed)?|MOTION|moved|MOVED|[Rr]esolved|RESOLVED|seconded|SECONDED|seconds|[Ss]econd by)\b"
)
_WHO_DECIDES = (
    r"(?:the )?(?:board|committee|council|members|trustees|commissioner|pcc|group|all|we|meeting|"
    r"executive|panel|everyone|participants|"
    r"audience|directors|governors|trust|councillors|forum|society|parish council|association|club|governing body)"
)
_AGREED = re.compile(
    rf"\b(?:it was (?:unanimously )?(?:agreed|resolved|decided|determined)|{_WHO_DECIDES}\s+"
    r"(?:unanimously )?(?:agree[ds]?|resolved|decided|approved|ratified|adopted|voted)\b|"
    r"(?<!has )(?<!had )(?<!have )\bdecided (?:to|against|that|not)\b|decision (?:was )?made\b|"
    r"\bunanimously (?:agreed|approved|resolved|accepted|adopted)|\bvoted unanimously (?:to|that|for|against)\b|"
    r"\bunanimous agreement (?:\w+ (?:the )?\w+ )?(?:not to|to|that)\b|\belected unopposed\b|"
    r"\bwas (?:approved|ratified|adopted|agreed) (?:by|and|un)|"
    r"^\W*agreed (?:\([^()]{2,60}\) |with no \w+ |without \w+ )?(?:to|that)\b|"
    r"\bconsensus\b(?: was| is|:)(?! (?:also )?not\b)|"
    r"\b(?:was|were) (?:duly |unanimously )?(?:re-?)?elected\b|\bon a vote\b)",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"\b(?:minutes|notes)\b[^.;]{0,160}?\b(?:were|was|be|are|as)?\s*(?:discussed and |duly |then |"
    r"unanimously )?(?:approved|agreed|accepted|adopted|confirmed|"
    r"signed|taken as read)\b|\bapproved\b[^.;]{0,40}\bminutes\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|would need|should be|will be asked|asked if|asked whether|to be approved|needs? to be|once|"
    r"whether|previously|last (?:year|month)|"
    r"unless|has decided|had decided|have decided|pointed out)\b",
    re.IGNORECASE,
)
# A question that was put to the vote: "Keep the old name? Yes - 5, No - 2", "Which colour? Red - 3, Blue - 4".
_POLLED = re.compile(
    r"[^?]{10,300}\?\s+(?:(?:Yes|For|In favou?r)\s?[-–:]\s?\d{1,3}\b|"
    r"[A-Za-z]{2,20}\s?[-–:]\s?\d{1,3}(?:[,;]\s?[A-Za-z]{2,20}\s?[-–:]\s?[\d?]{1,3})+(?!\d))",
    re.IGNORECASE,
)
# To agree that something is so decides nothing.
_OPINION = re.compile(
    r"[^.]{0,30}?\bagreed that (?:this|it|there|these|they) (?:was|were|is|are|had|has)\b", re.IGNORECASE
)
_PROPOSED = re.compile(
    r"^(?:(?:[A-Z][\w.’'-]*|The|the)\s+){1,4}(?:also |then |has )?proposed\s+(?:that\s+)?(?:the|a|this|we|an|best|it)\b"
)
# Every sentence that records a decision has one of these; most sentences have none, and are passed over at once.
_HINT = re.compile(
    r"mo(?:tion|ved)|propos|second|2nd|resol|agree|approv|decid|decision|elect|adopt|ratif|consensus|vote|"
    r"accept|minutes|notes",
    re.IGNORECASE,
)
# Markers that say that something was decided, not how: "Decision: rejected".
_NEUTRAL = frozenset(["decision", "decisions", "outcome", "ruling", "conclusion"])
_BARE = re.compile(
    r"^\W*(?:GRANTED|DENIED|APPROVED|DEFERRED|REJECTED|DISMISSED|TABLED|WITHDRAWN|CARRIED|ADOPTED)\b[^.]{0,160}$"
)
# Sentences behind a motion that say how it went.
_VOTE_TAIL = re.compile(
    r"^\W*(?:(?:roll ?call |voice )?vote|vote role|yes\b|ayes?\b|all in favou?r|all (?:ayes|were|aye|"
    r"others)|motion (?:carried|passed|carries|passes|"
    r"approved|failed|was|approved)|carried|passed|defeated|lost\b|failed|rejected|not carried|unanimous|"
    r"seconded|seconder|mover|second(?:ed)? by|proposed by|proposed:|moved|approved|no objection|"
    r"upon (?:voice )?vote|the motion|there were no|result|in favou?r|for:|against|abst|motion |"
    r"discussion|agreed\b|roll call|opposed|nays?|"
    r"this (?:motion )?was (?:seconded|agreed|carried|approved|unanimously)|it was seconded|"
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)? (?:seconded|seconds|2nd)\b)",
    re.IGNORECASE,
)
# A line that says only who moved and seconded what stands above it.
_ONLY_NAMES = re.compile(
    r"^\W*(?:moved|proposed|nominated|mover|proposer)(?:\s+by)?\s*:\s*[^.:;]{2,40}[.;,]?\s*(?:/|"
    r"and)?\s*(?:seconded|seconder|second|2nd)(?:\s+by)?\s*:?[^.:;]{2,40}"
    r"\.?(?:\s*[–-]?\s*(?:carried|passed|lost|all in favou?r|unanimous\w*)\W*)?$",
    re.IGNORECASE,
)
_LONGEST_MOTION = 900
# Result, mover, seconder, ayes and nays may stand a line each.
_MOST_VOTE_LINES = 5
_NUMBERED_NAMES = re.compile(r"(?<![\w.:])1\s?:\s?[A-Z]\w+[,;]?\s+2\s?:\s?[A-Z]")
# A sentence that leans on the one before it: it says that something was moved or agreed, not what.
_LEANS = re.compile(
    r"^\W*(?:(?:the |this )?motion (?:was )?(?:then )?(?:passed|carried|failed|approved|lost|defeated|"
    r"not carried)\b[^.]{0,60}\.?$|motion (?:was )?(?:made )?by \w+(?: \w\.?)?(?: \w+)?"
    r"(?:,? (?:and )?seconded by \w+(?: \w\.?)?(?: \w+)?)?\.?$|"
    r"this (?:motion |proposal )?was (?:also )?(?:seconded|agreed|carried|"
    r"approved|unanimously)|(?:the|all) (?:audience|participants|members|board|committee|group|trustees|"
    r"council|meeting|everyone|directors|present) agreed(?: with [^.]{2,30})?\.?$|all agreed\.?$|"
    r"seconded\b|[^.]{2,40}\bseconded (?:this|the (?:motion|proposal)|.{2,30}proposal))",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:following|upon|on|it was)\b.{0,120}:\s*$|^(?:upon|whereupon|on) (?:a )?motion", re.IGNORECASE
)
_TRAILING = re.compile(r"^\W*(?:time\b|next\b|carried\b|defeated\b)", re.IGNORECASE)


def add_decisions(draft: Draft, headings: Sequence[Candidate], profile: Profile) -> None:
    """Fill `draft.decisions`, in the order of the document."""
    cues = Cues(profile)
    heading_at = {c.passage.index: c for c in headings}
    lists = set(profile.words("decisions.lists"))
    tasks = {a.text.value for a in draft.actions if a.cue == "wording"}
    in_list, skip_until = False, -1
    for position, passage in enumerate(draft.passages):
        if passage.tabular or position <= skip_until:
            continue
        heading = heading_at.get(passage.index)
        text = heading.rest if heading is not None else passage.body
        if heading is not None:
            in_list = fold(str(heading.title)) in lists
            if (
                heading.number
                and _MINUTES.search(str(heading.body))
                and "approved" in str(heading.body).lower().split()[:4]
            ):
                text = heading.body
        if not text or len(text) > 20_000:
            continue
        after = draft.passages[position + 1 : position + 7]
        following = [p.text for p in takewhile(lambda p: p.index not in heading_at and not p.tabular, after)]
        if _ONLY_NAMES.match(str(text)) and position:
            above = draft.passages[position - 1]
            if not (draft.decisions and draft.decisions[-1].place == above.index):
                if above.index in heading_at or above.tabular or len(above.text) > _LONGEST_MOTION:
                    continue
                draft.decisions.append(_decision([above.text], above, "decision.names_below"))
            read_vote(
                draft.decisions[-1],
                [text, *following[:1]] if following and _VOTE_TAIL.match(str(following[0])) else [text],
                cues,
            )
            continue
        found = list(_in_passage(text, passage, following, cues, tasks))
        for decision, _ in found:
            if decision.outcome is None and position and _ANNOUNCES.search(str(draft.passages[position - 1].text)):
                decision.outcome, decision.outcome_fact = cues.outcome(draft.passages[position - 1].text)
        if not found and in_list and passage.label and len(text) < 300:
            found = [(_carried([text], passage, heading_text(draft, headings, passage), "list"), 0)]
        for decision, used in found:
            skip_until = max(skip_until, position + used)
            complete(decision, cues)
            draft.decisions.append(decision)


def heading_text(draft: Draft, headings: Sequence[Candidate], passage: Passage) -> Text:
    """The heading above a passage."""
    return next(c.title for c in reversed(headings) if c.passage.index <= passage.index)


def _decision(parts: Sequence[Text], passage: Passage, rule: str) -> Decision:
    value = " ".join(" ".join(str(p).split()) for p in parts)
    return Decision(Fact(value, tuple(parts), rule=rule), passage.index)


def _carried(parts: Sequence[Text], passage: Passage, said: Text, how: str) -> Decision:
    """A decision that stands behind `said`: a marker or the head of a list, which say that it was taken."""
    decision = _decision(parts, passage, f"decision.{how}")
    read_names(decision, parts)
    for part in parts:
        read_votes(decision, part)
    decision.outcome, decision.outcome_fact = "carried", fact(said, "carried", rule=f"decision.outcome.{how}")
    return decision


def _in_passage(
    text: Text, passage: Passage, following: Sequence[Text], cues: Cues, tasks: set[str]
) -> Iterator[tuple[Decision, int]]:
    """The decisions a passage begins or holds, each with how many further passages belong to it."""
    value = str(text)
    braced = _BRACED.match(value)
    if braced and re.search(r"\b(?:Motion|Moved|Second|Vote)\b", value[braced.end() - 1 :], re.IGNORECASE):
        decision = Decision(fact(text.group(braced, "result"), rule="decision.braces"), passage.index)
        read_votes(decision, text)
        read_names(decision, [text], labelled=True)
        yield decision, 0
    elif _BARE.match(value):
        yield Decision(fact(text, rule="decision.result_line"), passage.index), 0
    elif _POLLED.match(value):
        decision = Decision(fact(text, rule="decision.poll"), passage.index)
        read_votes(decision, text)
        yield decision, 0
    elif _RESOLUTION_NUMBER.match(value):
        yield from _numbered(text, passage, following, cues)
    else:
        marked = list(_marked(text, passage, following, cues))
        yield from marked or _worded(text, passage, following, cues, tasks)


def _numbered(text: Text, passage: Passage, following: Sequence[Text], cues: Cues) -> Iterator[tuple[Decision, int]]:
    """A numbered resolution ("R2023-082 D. Roe, S. Poe:") with the passages up to "Carried."."""
    head = _RESOLUTION_NUMBER.match(str(text))
    colon = str(text).find(":")
    rest = text[colon + 1 :] if 0 <= colon < 80 else text[head.end() if head else 0 :]
    parts, used = ([rest] if rest else []), 0
    for more in following:
        if _RESOLUTION_NUMBER.match(str(more)) or (
            parts and re.search(r"\b(?:Carried|Defeated|Lost)\.?\s*$", str(parts[-1]))
        ):
            break
        parts.append(more)
        used += 1
    if parts:
        decision = _decision([*parts[:-1], _without(parts[-1], _TRAILING)], passage, "decision.numbered")
        read_names(decision, [text, *parts])
        for part in parts:
            read_votes(decision, part)
            outcome, said = cues.outcome(list(part.sentences())[-1])
            if outcome:
                decision.outcome, decision.outcome_fact = outcome, said
        yield decision, used


def _without(text: Text, tail: re.Pattern[str]) -> Text:
    """The text without the sentences at its end that match."""
    sentences = list(text.sentences())
    while len(sentences) > 1 and tail.match(str(sentences[-1])):
        sentences.pop()
    return text[: sentences[-1].end - text.start] if sentences else text


def _marked(text: Text, passage: Passage, following: Sequence[Text], cues: Cues) -> Iterator[tuple[Decision, int]]:
    """Behind "RESOLVED:", "DECISION:", "MOTION:" and the like."""
    marked = cues.marker.match(str(text))
    if not marked or not (marked["sep"][0] in ":–—-" or marked["marker"][0].isupper()):
        return
    marker = text[marked.start("marker") : marked.end("marker")]
    body = text[marked.end() :] if marked["sep"][0] in ":–—-" else text
    bullets = _bullets(body)
    if len(bullets) > 1:
        for part in bullets:
            decision = _carried(_bare([part]), passage, marker, "marker")
            read_names(decision, [part])
            read_votes(decision, part)
            yield decision, 0
        return
    parts, used = ([body], 0) if body else _below(following)
    if not parts or re.match(r"^\W*(?:none|nil|n/?a)?\W*$", str(parts[0]), re.IGNORECASE):
        return
    decision = _decision(_bare(parts), passage, "decision.marker")
    tail = list(takewhile(lambda t: _VOTE_TAIL.match(str(t)), following[used : used + _MOST_VOTE_LINES]))
    read_names(decision, [text, *parts, *tail])
    for part in [text, *parts, *tail]:
        read_votes(decision, part)
    told = cues.outcome(parts[0][:20]) if str(marker).lower() in _NEUTRAL else (None, None)
    if told[0]:
        decision.outcome, decision.outcome_fact = told
    elif str(marker).lower() not in ("motion", "vote"):
        decision.outcome, decision.outcome_fact = "carried", fact(marker, "carried", rule="decision.outcome.marker")
    else:
        for part in [*parts, *tail]:
            outcome, said = cues.outcome(part)
            if outcome:
                decision.outcome, decision.outcome_fact = outcome, said
    yield decision, used


def _bullets(body: Text) -> list[Text]:
    """Several resolutions behind one marker, each behind a bullet: the form that web sites make of a list."""
    value = str(body)
    at = [m.start() for m in re.finditer(r"(?:^|\s)[•▪●◦]\s+", value)]
    if not at or value[: at[0]].strip():
        return []
    return [t for t in (body[a:b].strip(" •▪●◦") for a, b in zip(at, [*at[1:], len(value)], strict=True)) if t]


def _below(following: Sequence[Text]) -> tuple[list[Text], int]:
    """The passages under a marker that stands alone."""
    parts: list[Text] = []
    for text in following[:3]:
        if parts and not str(parts[-1]).rstrip().endswith((";", ",", ":")):
            break
        parts.append(text)
    return parts, len(parts)


def _bare(parts: Sequence[Text]) -> list[Text]:
    """Leave out sentences and brackets at the end that only say who moved it and how the vote went."""
    kept: list[Text] = []
    for part in parts:
        text = _without(part, _VOTE_TAIL)
        bracket = re.search(
            r"\s*\([^()]*\b(?:proposed|moved|seconded|proposer)\b[^()]*\)?\s*\.?$", str(text), re.IGNORECASE
        )
        text = text[: bracket.start()] if bracket and bracket.start() > 10 else text
        if text:
            kept.append(text)
    return kept or list(parts)


def _worded(
    text: Text, passage: Passage, following: Sequence[Text], cues: Cues, tasks: set[str]
) -> Iterator[tuple[Decision, int]]:
    """Decisions worded in running text, with the sentences on the vote that follow."""
    sentences = list(text.sentences())
    position, last = 0, None
    while position < len(sentences):
        sentence = sentences[position]
        position += 1
        value = str(sentence)
        wording = _wording(value)
        if wording is None or value in tasks:
            continue
        if value.endswith(":"):
            if position == len(sentences) and not _ANNOUNCES.search(value) and len(following) > 1:
                yield from _listed(sentence, passage, following)
            continue
        first = position - 1
        if _LEANS.match(value):
            if last is not None and last[1] == first:
                read_vote(last[0], [last[0].text.quotes[-1], sentence], cues)
                last = (last[0], position)
                continue
            if first == 0:
                continue
            first -= 1
        end = position
        while (
            end < len(sentences) and _VOTE_TAIL.match(str(sentences[end])) and not _starts_motion(str(sentences[end]))
        ):
            end += 1
        tail = list(sentences[position:end])
        position = end
        if end == len(sentences):
            tail += [
                t for t in following[:3] if _VOTE_TAIL.match(str(t)) and not _starts_motion(str(t)) and len(t) < 400
            ]
        chosen = (
            sentence
            if first == position - 1 or not _LEANS.match(value)
            else text[sentences[first].start - text.start : sentence.end - text.start]
        )
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
        yield _carried([next(text.sentences(), text)], passage, sentence, "list"), 0


def _starts_motion(value: str) -> bool:
    return bool(_MOTION_START.match(value))


_MOTION_START = re.compile(
    r"^\W*(?:(?:a )?motion (?:was )?(?:made|moved|by|to)\b|(?:proposed|moved|"
    r"it was proposed)\b[^.]{3,90}\b(?:that|to)\b)",
    re.IGNORECASE,
)


def _wording(value: str) -> str | None:
    """In which words a sentence records a decision, None where it records none."""
    if len(value) < 12 or value.endswith("?") or not _HINT.search(value):
        return None
    if _LEANS.match(value):
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
    if _MINUTES.search(value):
        return "minutes"
    if re.search(r"\bmotion\b.{0,80}\b(?:carried|passed|approved|adopted|failed)\b", value, re.IGNORECASE):
        return "carried"
    return "agreed" if agreed and not _OPINION.match(value, agreed.start()) else None
