"""Who speaks in a sentence of reported speech: "The PCC asked …", "In reply, Supt Roe said …", "…, she said"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Literal

from minutes_cli.parser.passages import Text
from minutes_cli.parser.resolve import Register
from minutes_cli.profiles import Profile, first_word
from minutes_cli.text.names import looks_like_name
from minutes_cli.text.numbering import find_number

Act = Literal["ask", "request", "say", "introduce", "silent", "other"]
"""What the speaker does; "other" is any other finite verb, which only somebody known can be the subject of."""

_NAME = r"[A-Z][\w’'./-]*"
_OFFICE_WORD = r"(?:[A-Z][\w’'.&/-]*|of|and|for|to|the|&)"
_SUBJECT = re.compile(
    rf"(?P<who>(?P<pronoun>He|She|he|she)(?=\s)|(?P<office>[Tt]he\s+(?:{_OFFICE_WORD}\s+){{0,7}}?{_NAME}|"
    rf"[Tt]he\s+[a-z]+(?:\s+[a-z]+){{0,2}})|(?P<lay>(?:A|An|One|Another|a|an|one|another)\s+[a-z]+(?:\s+[a-z]+){{0,3}}?)|"
    rf"(?P<name>{_NAME}(?:\s+(?:{_NAME}|van|der|de|von|del|la|O)){{0,5}}?))"
    rf"(?P<more>(?:\s*(?:,|/|&|\band\b)\s*(?:the\s+)?{_NAME}(?:\s+{_NAME}){{0,3}}?){{0,3}})"
    rf"(?:\s*\([^()]{{1,60}}\)|,\s[A-Z][^,.;]{{2,60}},)?"
    rf"\s+(?:(?:also|then|further|again|therefore|subsequently|again|both|all|[a-z]+ly)\s+){{0,2}}"
    r"(?P<verb>(?!(?:of|and|for|to|the|in|at|on|from|with|who|which|that|as|by|or)\b)[a-z]+\b)"
)
# "When asked how…, the CC …", "In response to a question from the PCC, the CC …": a clause may come first.
_LEAD = re.compile(
    r"(?:In|On|As|At|With|Having|When|After|Before|Following|Given|Regarding|Referring|Returning|Turning|Responding|"
    r"While|Although|Speaking|By|Asked|However|Finally|Firstly|Secondly|Lastly|Further|Also|Moving|Noting|From|For|"
    r"To|Over|Under|Due|Since|Despite|Whilst|Overall)\b"
)
_LEAD_END = re.compile(r",\s+")
# "Action 3 – Roe to write – the CC said that …": what is said of an action follows its words.
_REPORT = re.compile(r"\s[–—-]\s+(?=[Tt]he\s|[A-Z]{2})")
# "Assurance statement: The Commissioner was …" is no turn of the discussion, but "He" may follow.
_LABEL = re.compile(r"[A-Z][\w ]{2,30}:\s+")
_LEADS = 4
# "It was confirmed by Insp Roe that …"
_PASSIVE = re.compile(
    rf"It (?:was|has been) (?:also |then )?(?P<verb>[a-z]+) by (?P<who>(?:the )?{_NAME}(?:\s+{_NAME}){{0,3}}) that\b"
)
# "PCC: How many …?": the words of one speaker, as a dialogue prints them.
_LINE = re.compile(rf"(?P<who>(?:The\s+)?{_NAME}(?:\s+{_NAME}){{0,3}})(?:\s*\([^()]{{1,30}}\))?\s*:\s+(?=\S)")
# "The DCC was asked by the PCC whether …"
_ASKED_BY = re.compile(
    rf"(?:The\s+)?{_NAME}(?:\s+{_NAME}){{0,3}} (?:was|were) asked by (?P<who>(?:the )?{_NAME}(?:\s+{_NAME}){{0,3}}) "
    r"(?:whether|if|how|what|why|when|where|who|which|about)\b"
)
_TAIL = re.compile(
    rf",\s(?:(?P<verb>said|added|replied|explained)\s+)?(?P<who>(?:[Tt]he\s+)?{_NAME}(?:\s+{_NAME}){{0,3}}|he|she)"
    r"(?:\s(?P<after>said|added|replied|explained))?\.?$"
)
_FINITE = re.compile(
    r"(?:[a-z]{2,}ed|was|were|is|has|had|would|could|should|did|does|gave|took|saw|made|drew|went|came|put|set|spoke|"
    r"thought|felt|found|knew|kept|sought|brought|told|said|understood|undertook|led|held|ran|began|chose|wrote|"
    r"read|heard|met|meant|knew|let|stood|won|lost|paid|sent|left)$"
)
# "The PCC's contention was", "the force's view is": what somebody thinks is their statement.
_CONTENTION = re.compile(
    r"(?P<who>(?:The\s+)?[A-Z][\w.]*?)(?:[’']s|s[’']|s)\s+(?P<noun>contention|view|concern|point|question|position|response|reply|answer)"
    r"\s+(?P<verb>was|is)\b"
)
# What is asked for here is an answer, not a deed.
_FOR_WORDS = re.compile(
    r"(?:asked|asks|requested|requests)\s+(?:for\s+)?(?:(?:an?|the|some|further|more|any|additional)\s+){0,2}"
    r"(?:update|reassurance|assurance|clarity|clarification|confirmation|position|views?|figures?|information|"
    r"explanation|thoughts|opinion)"
)
_SHORT = re.compile(r"[A-Z]{2,4}|[A-Z]{1,2}[a-z][A-Z]")
_LEAST_NAME = 0.8
# A label with its speaker is no longer; what follows it has as many blanks, or it is a value and no speech.
_LABEL_REACH = 80
_LEAST_BLANKS = 3
# A speaker is named within so many characters.
_HEAD = 420


@dataclass(frozen=True, slots=True)
class Attribution:
    """A sentence and who says it.

    text       from the speaker on, or the whole where a clause comes first
    who        as written: "The CC", "he"
    verb, act  what the speaker does
    """

    text: Text
    who: Text
    verb: str
    act: Act
    pronoun: bool = False
    joint: bool = False


@dataclass
class Speakers:
    """Finds the speaker of a sentence by the profile's verbs and the people of the meeting."""

    profile: Profile
    register: Register
    _acts: dict[Act, tuple[frozenset[str], re.Pattern[str]]] = field(init=False)
    _lay: re.Pattern[str] = field(init=False)
    _bodies: re.Pattern[str] = field(init=False)
    _reports_will: bool = field(init=False)

    def __post_init__(self) -> None:
        acts: tuple[Act, ...] = ("silent", "request", "ask", "introduce", "say")
        self._acts = {
            act: (self.profile.first_words(key), re.compile(rf"(?:{self.profile.alternatives(key)})\b"))
            for act, key in ((act, f"exchanges.{act}") for act in acts)
        }
        self._lay = re.compile(rf"\w+\s+(?:{self.profile.alternatives('exchanges.lay')})$", re.IGNORECASE)
        # where "Roe will write" lays no task on Roe, it reports what Roe said
        self._reports_will = "will" not in self.profile.words("actions.worded")
        self._bodies = re.compile(rf"(?:{self.profile.alternatives('meeting.body_words')})s?$", re.IGNORECASE)

    def read(self, sentence: Text) -> Attribution | None:
        """The attribution of a sentence; None where nobody is said to speak."""
        number = find_number(str(sentence)[:12])
        if number and number.marked and number.end < len(sentence):
            sentence = sentence[number.end :]
        return self._first(sentence) or self._contention(sentence) or self._passive(sentence) or self._behind(sentence)

    def line(self, text: Text) -> Attribution | None:
        """A paragraph that begins with its speaker and a colon, as a dialogue is printed; else None."""
        found = _LINE.match(str(text)[:_LABEL_REACH])
        if found is None or self.register.settle(found["who"]) is None:
            return None
        said = text[found.end() :]
        if str(said).count(" ") < _LEAST_BLANKS and not re.search(r"[?.!][”\"'’]?$", str(said)):
            return None
        act: Act = "ask" if str(said).rstrip("”\"'’").endswith("?") else "say"
        return Attribution(said, text[found.start("who") : found.end("who")], "", act)

    def _passive(self, sentence: Text) -> Attribution | None:
        asked = _ASKED_BY.match(str(sentence)[:_HEAD])
        if asked and self.register.settle(asked["who"]) is not None:
            return Attribution(sentence, sentence.group(asked, "who"), "asked", "ask")
        found = _PASSIVE.match(str(sentence)[:_HEAD])
        act = self._act(found["verb"], found["verb"]) if found else None
        if found is None or act not in ("say", "introduce") or self.register.settle(found["who"]) is None:
            return None
        return Attribution(sentence, sentence[found.start("who") : found.end("who")], found["verb"], "say")

    def _first(self, sentence: Text) -> Attribution | None:
        """The speaker at its beginning, behind a clause that leads in, or behind the action that is reported on."""
        value = str(sentence)[:_HEAD]
        if (found := self._at(sentence, 0)) is not None:
            return found
        if label := _LABEL.match(value):
            found = self._at(sentence, label.end())
            return replace(found, act="silent") if found else None
        ends = islice(_LEAD_END.finditer(value), _LEADS) if _LEAD.match(value) else ()
        for end in ends:
            if (found := self._at(sentence, end.end())) is not None:
                return found
        for end in islice(_REPORT.finditer(value), _LEADS):
            found = self._at(sentence, end.end())
            if found is not None and found.act != "other":
                return replace(found, text=sentence[end.end() :])
        return None

    def _at(self, sentence: Text, start: int) -> Attribution | None:
        found = _SUBJECT.match(str(sentence)[:_HEAD], start)
        return self._judge(sentence, found) if found is not None else None

    def _judge(self, sentence: Text, found: re.Match[str]) -> Attribution | None:
        who = sentence[found.start("who") : found.end("more")]
        act = self._act(str(sentence)[found.start("verb") :], found["verb"])
        if act is None and found["verb"] == "will" and (found["pronoun"] or self._reports_will):
            act = "other"
        if act is None or not self._can_speak(found, act):
            return None
        return Attribution(
            text=sentence,
            who=who,
            verb=found["verb"],
            act=act,
            pronoun=found["pronoun"] is not None,
            # "The Director of Performance and Scrutiny" is one
            joint=bool(found["more"]) and self.register.settle(str(who)) is None,
        )

    def _act(self, rest: str, verb: str) -> Act | None:
        word = first_word(rest)
        for act, (words, pattern) in self._acts.items():
            if word in words and pattern.match(rest):
                return "ask" if act == "request" and _FOR_WORDS.match(rest) else act
        return "other" if _FINITE.match(verb) else None

    def _can_speak(self, found: re.Match[str], act: Act) -> bool:
        if found["pronoun"]:
            return True
        who = found["who"]
        if self.register.settle(who) is not None:
            return True
        if found["more"]:
            return act != "other"
        if act == "other" or self._bodies.search(who):
            return False
        if found["lay"]:
            return self._lay.match(who) is not None
        if found["office"]:
            return self.register.is_office(who)
        if _SHORT.fullmatch(who):
            return True
        # a lone word may be any noun: "Work carried out …"
        return " " in who and looks_like_name(who) >= _LEAST_NAME and found["name"] == who

    def _contention(self, sentence: Text) -> Attribution | None:
        found = _CONTENTION.match(str(sentence)[:_HEAD])
        if found is None or self.register.settle(found["who"]) is None:
            return None
        act: Act = "ask" if found["noun"] == "question" else "say"
        return Attribution(sentence, sentence[found.start("who") : found.end("who")], found["verb"], act)

    def _behind(self, sentence: Text) -> Attribution | None:
        """A speaker who is named last, as in "I will share what I can, she said"."""
        value = str(sentence)
        found = _TAIL.search(value, max(0, len(value) - 60))
        if found is None or not (found["verb"] or found["after"]):
            return None
        who = sentence[found.start("who") : found.end("who")]
        pronoun = str(who) in ("he", "she")
        if not pronoun and self.register.settle(str(who)) is None:
            return None
        return Attribution(sentence, who, found["verb"] or found["after"], "say", pronoun)
