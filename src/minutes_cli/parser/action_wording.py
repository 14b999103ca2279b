"""Tasks laid on somebody in so many words, without a marker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.parser.action_cues import WHO, Cues
from minutes_cli.parser.action_head import read_head
from minutes_cli.parser.action_task import read_task
from minutes_cli.parser.action_update import is_report
from minutes_cli.parser.draft import Action, fact
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text

_REPORTED = re.compile(
    r"^(?:It was (?:agreed|decided|suggested|resolved|requested) that\s+)?" + WHO + r"(?:\s*,[^,.]{3,60},)?\s+"
    r"(?:said|stated|indicated|confirmed|advised|added|noted|promised|agreed|suggested|offered)\s+(?:that\s+)?"
    r"(?:he|she|they|s/he|he/she|he[’'](?:ll|d)|she[’'](?:ll|d)|they[’'](?:ll|d)|I)\s*(?:would|will|could|[’']ll)?\s+(?P<verb>[a-z-]+)",
)


_AGREED = re.compile(
    r"^(?:It was (?:agreed|decided|suggested|requested|noted)(?: that)?|(?:The \w+|Members|All|We|"
    r"Council(?:lors)?) (?:agreed|suggested|requested|asked) (?:that )?)\s*"
    r"(?P<who>(?:the\s+)?[A-Za-z@][\w.’'-]*(?:(?:\s*[,/&]\s*|\s+and\s+|"
    r"\s+)(?:the\s+)?[A-Z][\w.’'-]*){0,4})\s+(?:to|will|would|should|(?=[a-z]+\b))\s*(?P<verb>[a-z-]+)",
)


# "Fete - AL to bring cakes.", "#650 parser.c: Bo will follow up"
_TOPIC = re.compile(
    r"^(?:(?:#\d{1,6},?\s+){1,5}(?:(?:[^.;:–—-]|\.(?=\w)){2,40}(?:\s[–—-]\s|:\s))?|"
    r"[A-Z][^.;:–—-]{2,40}(?:\s[–—-]\s|:\s))(?=@?[A-Z])"
)
# "Bo - will renew it", "Bo: to renew it": as a list names who is to do it.
_DASHED = re.compile(rf"^{WHO}\s?[–—:-]\s(?P<link>(?:will|to|is to)\s)(?P<verb>[a-z-]+)\b")
# "Bo has seen the figures and will send them": what was done first, then the task.
_AND_WILL = re.compile(
    rf"^{WHO}\s+(?:has|have|had|is|was|[a-z]+ed|met)\s[^.;:]{{2,200}}?,?\s(?:and|but)\s"
    r"(?P<link>(?:will|is to|are to|agreed to|undertook to|offered to|volunteered to)\s)(?P<verb>[a-z-]+)\b"
)
# "The Chairman instructed the Secretary to file it."
_INSTRUCTED = re.compile(
    rf"^(?:The |the )?[A-Z]\w+(?: \w+){{0,2}} (?P<link>instructed|directed|requested|tasked)\s+{WHO}\s+to\s+"
    r"(?P<verb>[a-z-]+)\b"
)
_ASSIGNED = re.compile(rf"^[^.;:]{{3,80}}?\s(?P<link>(?:is |was )?assigned to\s){WHO}\s+to\s+(?P<verb>[a-z-]+)\b")


# One of these stands in every sentence that they match: most sentences need not be looked at.
_REPORTS = (
    *("said", "stated", "indicated", "confirmed", "advised", "added", "noted", "promised", "agreed", "suggested"),
    "offered",
)
_GOES_ON = ("will", "is to", "are to", "agreed to", "undertook to", "offered to", "volunteered to")

# What somebody takes on in the discussion is reported, as by "said she would".
_UNDERTAKES = re.compile(r"\b(?:offered|undertook|volunteered) to\b")


def worded_actions(text: Text, passage: Passage, cues: Cues, owners: Owners) -> Iterator[Action]:
    """Sentences that lay a task on somebody known."""
    head = read_head(text, passage, cues)
    text = head.task
    sentences = list(text.sentences())
    for number, sentence in enumerate(sentences):
        value = str(sentence)
        if len(value) > 600 or value.endswith("?"):
            continue
        lower = value.lower()
        for pattern, least, form, signs in (
            (cues.task, 0.7, "to", ()),
            (_DASHED, 0.9, "to", ("–", "—", ":", "-")),
            (_REPORTED, 0.9, "would", _REPORTS),
            (_AGREED, 0.7, "agreed", ()),
            (_ASSIGNED, 0.7, "agreed", ("assigned",)),
            (_INSTRUCTED, 0.7, "agreed", ("instructed", "directed", "requested", "tasked")),
            (_AND_WILL, 0.9, "to", _GOES_ON),
        ):
            if signs and not any(map(lower.__contains__, signs)):
                continue
            found = pattern.match(value)
            if found is None and pattern is cues.task and (topic := _TOPIC.match(value)):
                sentence = sentence[topic.end() :]
                value = str(sentence)
                found = pattern.match(value)
            if not found or not cues.verb.fullmatch(found["verb"]):
                continue
            kind = "will" if form == "to" and "will" in found["link"] else form
            if form == "to" and _UNDERTAKES.search(found["link"]):
                kind = "would"
            if kind not in cues.profile.words("actions.worded"):
                continue
            if pattern is cues.task and "agreed" in found["link"] and cues.body.search(found["who"]):
                continue  # what the meeting itself agrees to is a decision
            people = owners.split(sentence.group(found, "who"), least, f"action.owner.{kind}")
            if not people:
                continue
            rule = f"action.wording.{kind}"
            task = sentence[found.start("link") :] if pattern is _DASHED else sentence
            action = Action(fact(task, rule=rule), passage.index, "wording", people)
            if kind == "to" and pattern is cues.task:
                whole = text[sentence.start - text.start : _last_told(sentences[number:], cues).end - text.start]
                action = read_task(whole, passage, "wording", cues, owners, rule)
                action.owners = people
            if number == 0:
                head.tell(action)
            yield action
            break


# So many sentences behind a task may tell what became of it, the last of them with its state.
_MOST_TOLD = 3
_MOST_VERDICT_WORDS = 4


def _last_told(sentences: Sequence[Text], cues: Cues) -> Text:
    """Of a task and what is behind it, the last sentence that tells what became of it; the task itself if none does."""
    last = sentences[0]
    for sentence in sentences[1 : _MOST_TOLD + 1]:
        value = str(sentence)
        if cues.told_label.match(value) or (len(value.split()) <= _MOST_VERDICT_WORDS and cues.state(value)):
            last = sentence
        elif not is_report(value) or cues.task.match(value):
            break
    return last
