"""Promises that are actions: where a body has no list of actions, who says "I will write" has the task."""

from __future__ import annotations

from minutes_cli.parser.action_due import read_due
from minutes_cli.parser.draft import Action, Draft, Exchange, Fact, fact
from minutes_cli.parser.when import meeting_day
from minutes_cli.profiles import Profile


def add_promised(draft: Draft, profile: Profile) -> None:
    """Make an action of each promise that none records, where the profile takes "she would" for a task."""
    if "would" not in profile.words("actions.worded"):
        return
    kept = list(draft.actions)
    made: dict[int, Action] = {}
    for number, promise in enumerate(draft.commitments):
        said = draft.exchanges[promise.exchange]
        if promise.action is not None or promise.text.rule == "commitment.passive":
            continue
        action = Action(
            Fact(promise.text.value, promise.text.quotes, rule="action.wording.promised"),
            draft.items[said.item].first,
            "wording",
            [_printed(said)],
        )
        read_due(action, meeting_day(draft))
        action.due_text = action.due_text or promise.when_text
        made[number] = action
        kept.append(action)
    if not made:
        return
    # commitments name their actions by index
    recorded = {n: draft.actions[c.action] for n, c in enumerate(draft.commitments) if c.action is not None} | made
    draft.actions = sorted(kept, key=lambda action: action.place)
    places = {id(action): index for index, action in enumerate(draft.actions)}
    for number, action in recorded.items():
        draft.commitments[number].action = places[id(action)]


def _printed(said: Exchange) -> Fact:
    """The owner as printed: of "she" the name or initials that she was called by before."""
    if said.speaker.rule == "exchange.pronoun" and said.name is not None:
        return fact(said.name.quotes[0], rule="exchange.pronoun")
    return said.speaker
