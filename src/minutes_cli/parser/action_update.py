"""What minutes say became of a task: beside it in a table, behind it on its line, or on a line under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.model.document import Cell
from minutes_cli.model.minutes import ActionState
from minutes_cli.parser.action_cues import Cues
from minutes_cli.parser.draft import Action, Fact, fact
from minutes_cli.parser.passages import Text, whole
from minutes_cli.parser.tables import View


def joined(texts: Sequence[Text], rule: str) -> Fact | None:
    """The words of several places as one, in their order; each place is its evidence."""
    told = [text for text in texts if any(c.isalnum() for c in str(text))]
    if not told:
        return None
    return Fact(" ".join(fact(text).value for text in told), tuple(told), rule=rule)


def told_beside(view: View, row: dict[int, Cell]) -> list[Text]:
    """What the columns of a row say of how its task goes on, from the left."""
    return [whole(p) for column in view.updates if column in row for p in row[column].paragraphs]


def add_told(action: Action, text: Text, rule: str) -> None:
    """Note what a further line says of the task, behind what is known of it already."""
    known = action.update
    action.update = joined([*(known.quotes if known else ()), text], known.rule if known else rule)


@dataclass(slots=True)
class Told:
    """A task parted from what is said of it on the same line.

    said  the words that give the state, read by `rule`
    """

    task: Text
    update: Fact | None = None
    state: ActionState | None = None
    said: Text | None = None
    rule: str = ""


# "– DONE", "(done)", "Complete." at the end. Within a sentence these words in small letters are verbs and adjectives.
# Looked for from the start of a run of marks and blanks alone: else the time would be the square of its length.
_DONE_TAIL = re.compile(
    r"(?<![\s–—:(\[-])[\s–—:(\[-]*\b(?P<state>(?:(?<=[-–—:(\[] )|(?<=[-–—:(\[]))(?:done|completed?|closed)|DONE|"
    r"COMPLETED?|CLOSED|Done|Completed?|Closed|Discharged)\b(?:\s+[\d/-]{4,10})?\W*$"
)
_UNFINISHED = re.compile(r"\b(?:be|is|not|been|get|are)$", re.IGNORECASE)
# "(completed 3 May)", "[carried forward]"
_BRACKET = re.compile(r"(?<!\s)\s*(?P<open>[(\[])(?P<told>[^()\[\]]{3,80})[)\]]\W{0,2}$")
_BEHIND = re.compile(r"\s(?:[–—-]{1,2}|->|=>)\s|\s?[→⇒]\s?|;\s")
# What is agreed, to come, or a condition belongs to the task; what is behind it reports.
_REPORTS = re.compile(
    r"^(?!(?-i:[Aa]s|[Tt]o|[Ii]f|[Ww]hen|[Oo]nce|[Aa]fter|[Uu]ntil|[Ww]ho|[Ww]hich|[Tt]hat|[Ii]ncluding|[Aa]nd|[Oo]r|[Ww]ith|"
    r"[Ff]or|[Bb]y|[Ww]here|[Ww]hether|[Ss]o)\b)"
    r"(?:[\w’'./]+\s+){0,6}?(?:said|reported|confirmed|advised|explained|stated|informed|apologised|provided|circulated|shared|published|"
    r"received|agreed|noted|in part|sent|issued|drafted|written|wrote|awaited|awaiting|emailed|contacted|chased|"
    r"obtained|ordered|booked|submitted|presented|supplied|delivered|started|begun|commenced|installed|"
    r"replied|responded|arranged|covered|moved|deferred|delayed|postponed|blocked|held up|on hold|"
    r"(?:has|have|had)\s(?:now\s|not\s|yet\s|already\s)?been|"
    r"(?:is|are|was|were)\s(?:now|still|not present|absent)|still|not present|"
    r"on (?:the|today[’']s|this|tonight[’']s) agenda|see (?:item|minute|under)|in hand|in train|under ?way|"
    r"no (?:reply|response|progress|update|further)|verbal update|update (?:given|at|under|to))\b",
    re.IGNORECASE,
)
# "AF explained that the county had not answered.": somebody tells of the task.
_SPOKEN = re.compile(
    r"^(?:[\w’'./]+\s+){1,5}?(?:said|reported|confirmed|advised|explained|stated|noted|informed|updated|apologised)\b"
)
_LEAST_TASK = 12
_LONGEST_STATED = 120
_STATED = 80
_MOST_VERDICT_WORDS = 9
# A name or a word or two behind a dash, in front of the verdict: "… let Ada know the name – Jo Hale. Closed."
_MOST_ANSWER_WORDS = 8
_MARKS = " –—->=→⇒:;,"


def part_update(text: Text, cues: Cues) -> Told:
    """Cut off what is said of a task behind it."""
    if _LEAST_TASK < text.struck_until < len(text):
        rest = text[text.struck_until :]
        task = text[: text.struck_until]
        return Told(task, _as_update(rest), "closed", task, "action.state.struck")
    told = _verdict_behind(text, cues)
    first = told.task.end
    behind = _report_behind(told.task, cues, told.said is not None)
    if behind is not None:
        mark, report = behind
        state = cues.state(str(report)) if told.said is None else None
        if state:
            told.state, told.said, told.rule = state, report, "action.state.report"
        told.task = told.task[:mark].strip(_MARKS)
        first = report.start
    if first < text.end:
        told.update = _as_update(text[first - text.start :])
    return told


def _as_update(text: Text) -> Fact | None:
    text = text.strip(_MARKS)
    value = str(text)
    if value[:1] in ("(", "[") and (inner := _BRACKET.match(f" {value}")):
        text = text[inner.start("told") - 1 : inner.end("told") - 1]
    return joined([text], "action.update.behind")


def _verdict_behind(text: Text, cues: Cues) -> Told:
    """Cut off the end what says the state: "– DONE", "Sent on 3 May. Complete.", "(carried forward)"."""
    task, settled, said = _verdict_at_end(text, cues)
    sentences = list(task.sentences())
    while len(sentences) > 1:
        last = str(sentences[-1])
        now = cues.state(last) if len(last.split()) <= _MOST_VERDICT_WORDS else None
        # what stands between the task and its verdict reports on the task
        between = now is None and is_report(last) and not cues.task.match(last)
        if now is None and not (between and (settled is not None or _SPOKEN.match(last))):
            break
        if settled is None and now is not None:
            settled, said = now, sentences[-1]
        sentences.pop()
    if len(sentences) > 0 and sentences[-1].end < task.end:
        task = text[: sentences[-1].end - text.start]
    return Told(task, None, settled, said, "action.state.tail" if said is not None else "")


def _verdict_at_end(text: Text, cues: Cues) -> tuple[Text, ActionState | None, Text | None]:
    """Cut a last word or bracket off that gives the state: what is left, the state, and the words that give it."""
    value = str(text)
    tail = _DONE_TAIL.search(value) or cues.capital_verdict.search(value)
    if tail and tail.start() > _LEAST_TASK - 4 and not _UNFINISHED.search(value[: tail.start()].rstrip()):
        said = text.group(tail, "state")
        return text[: tail.start()], cues.state(str(said)) or "closed", said
    bracket = _BRACKET.search(value)
    if bracket and bracket.start() > _LEAST_TASK and len(bracket["told"].split()) <= _MOST_VERDICT_WORDS:
        state = cues.state(bracket["told"]) if cues.begins_verdict(bracket["told"]) else None
        if state and not cues.task.match(bracket["told"]):
            return text[: bracket.start()], state, text.group(bracket, "told")
    return text, None, None


def is_report(value: str) -> bool:
    """Whether words report on a task, as "letter sent 3 May" does."""
    return _REPORTS.match(value) is not None


def _report_behind(text: Text, cues: Cues, settled: bool) -> tuple[int, Text] | None:
    """What stands behind a dash and reports on the task, and where the dash is.

    "… – the ACC said that a first draft had been shared"

    settled  a verdict stood behind it all: then a few words behind the last dash are an answer, whatever they say
    """
    value = str(text)
    labelled = cues.told_label.search(value)
    if labelled and labelled.start() > _LEAST_TASK:
        # the full stop in front of the label belongs to the task
        return labelled.start() + (labelled[0][0] == "."), text[labelled.end() :]
    for line in text.lines():
        begun = cues.told_label.match(str(line)) if line.start > text.start + _LEAST_TASK else None
        if begun:
            return line.start - text.start, text[line.start - text.start + begun.end() :]
    marks = [mark for mark in _BEHIND.finditer(value) if mark.start() > _LEAST_TASK]
    for mark in marks:
        rest = text[mark.end() :]
        if is_report(str(rest)) or (cues.state(str(rest)[:_STATED]) and len(rest) < _LONGEST_STATED):
            return mark.start(), rest
    if settled and marks and marks[-1][0].strip() != ";":
        rest = text[marks[-1].end() :]
        if len(str(rest).split()) <= _MOST_ANSWER_WORDS and cues.task.match(value):
            return marks[-1].start(), rest
    return None
