"""Who came late or left early, by the sentences that tell it: "Cllr Roe left the meeting at 8.15 pm"."""

from __future__ import annotations

from minutes_cli.parser.draft import Draft, fact
from minutes_cli.parser.resolve import Register
from minutes_cli.text.later import later
from minutes_cli.text.prose import mentions

_VERBS = ("joined", "left the", "left at", "arrived", "departed", "withdrew", "entered the")
# A sentence that tells it is short; what is longer tells something else as well.
_LONGEST = 160
# The rest of the clause, to the end of a word.
_CLAUSE = r"(?:(?!\sand\s)[^;,]){0,60}(?=$|[\s;,])"
_MOVED = later(
    r"^\W{0,2}(?P<who>[A-Z][^.;:!?]{1,80}?),?\s(?:(?:then|had|has|also|both|all)\s)?"
    r"(?P<how>(?:re-?joined|joined|left|arrived at|entered|departed|departed from|withdrew from)\s"
    r"(?:the\s)?(?:meeting|call)\b"
    + _CLAUSE
    + r"|(?:arrived|left|joined|departed)\s(?:late|early|at\s\d)"
    + _CLAUSE
    + ")"
)
_AND = later(r",\s(?:and\s)?|\sand\s|\s&\s")
# Titles that stand before one or several names, and initials behind one.
_BESIDE = later(
    r"^(?:Cllrs|Councillors|Messrs|Members?|Trustees?|Directors?|Commissioners?|Supervisors?)\.?\s|\s?\([^()]{1,10}\)"
)


def add_comings(draft: Draft, register: Register) -> None:
    """Note with those who were there what the text says of their coming and going; the first is what counts."""
    came = {person.name.value: person for person in draft.people if person.status in ("present", "in_attendance")}
    for passage in draft.passages:
        if not mentions(str(passage.text), _VERBS):
            continue
        for sentence in passage.text.sentences():
            found = _MOVED.match(str(sentence)) if len(sentence) <= _LONGEST else None
            if not found:
                continue
            told = fact(sentence.group(found, "how").strip(" .)]"), rule="attendance.note.sentence")
            for who in _AND.split(_BESIDE.sub("", found["who"])):
                person = came.get(register.settle(who.strip()) or "")
                if person is not None and person.note is None:
                    person.note = told
