"""Tasks laid on somebody in so many words, without a marker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.parser.action_cues import WHO, Cues
from minutes_cli.parser.action_task import read_task
from minutes_cli.parser.draft import Action, fact
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text

_REPORTED = re.compile(
    r"^(?:It was (?:agreed|decided|suggested|resolved|requested) that\s+)?" + WHO + r"(?:\s*,[^,.]{3,60},)?\s+"
    r"(?:said|stated|indicated|confirmed|advised|added|noted|promised|agreed|suggested|offered)\s+(?:that\s+)?"
    r"(?:he|she|they|s/he|he/she|he[’']ll|she[’']ll|I)\s*(?:would|will|could|[’']ll)?\s+(?P<verb>[a-z-]+)",
)


_AGREED = re.compile(
    r"^(?:It was (?:agreed|decided|suggested|requested|noted)(?: that)?|(?:The \w+|Members|All|We|"
    r"Council(?:lors)?) (?:agreed|suggested|requested|asked) (?:that )?)\s*"
    r"(?P<who>(?:the\s+)?[A-Za-z@][\w.’'-]*(?:(?:\s*[,/&]\s*|\s+and\s+|"
    r"\s+)(?:the\s+)?[A-Z][\w.’'-]*){0,4})\s+(?:to|will|would|should|(?=[a-z]+\b))\s*(?P<verb>[a-z-]+)",
)


# "Fete - AL to bring cakes."
_TOPIC = re.compile(r"^[A-Z][^.;:–—-]{2,40}(?:\s[–—-]\s|:\s)(?=@?[A-Z])")


def worded_actions(text: Text, passage: Passage, cues: Cues, owners: Owners) -> Iterator[Action]:
    """Sentences that lay a task on somebody known."""
    sentences = list(text.sentences())
    for number, sentence in enumerate(sentences):
        value = str(sentence)
        if len(value) > 600 or value.endswith("?"):
            continue
        for pattern, least in ((cues.task, 0.7), (_REPORTED, 0.9), (_AGREED, 0.7)):
            found = pattern.match(value)
            if found is None and pattern is cues.task and (dash := _TOPIC.match(value)):
                sentence = sentence[dash.end() :]
                value = str(sentence)
                found = pattern.match(value)
            if not found or not cues.verb.fullmatch(found["verb"]):
                continue
            kind = (
                "would"
                if pattern is _REPORTED
                else "agreed"
                if pattern is _AGREED
                else "will"
                if "will" in found["link"]
                else "to"
            )
            if kind not in cues.profile.words("actions.worded"):
                continue
            if pattern is cues.task and "agreed" in found["link"] and cues.body.search(found["who"]):
                continue  # what the meeting itself agrees to is a decision
            people = owners.split(sentence.group(found, "who"), least, f"action.owner.{kind}")
            if not people:
                continue
            rule = f"action.wording.{kind}"
            action = Action(fact(sentence, rule=rule), passage.index, "wording", people)
            if kind == "to":
                behind = sentences[number + 1 : number + 2]
                short = behind and len(str(behind[0]).split()) <= 4 and cues.state(str(behind[0]))
                whole = text[sentence.start - text.start : behind[0].end - text.start] if short else sentence
                action = read_task(whole, passage, "wording", cues, owners, rule)
                action.owners = people
            yield action
            break
