"""The sum of a body's actions, each step of each with its proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes_cli.model.ledger import Ledger, Transition
from minutes_cli.model.tracking import UNSETTLED, Change, Mention, State, TrackedAction
from minutes_cli.tracking.bodies import by_body
from minutes_cli.tracking.story import in_order


def balance(actions: Iterable[TrackedAction]) -> list[Ledger]:
    """One ledger for each body.

    What was opened is counted from first mentions, what was closed or withdrawn from the steps of each history, and
    what is open from the state in which each action stands: so a step that is lost shows.
    """
    return [_of_body(group) for group in by_body(actions, lambda action: action.body)]


def transitions(action: TrackedAction) -> list[Transition]:
    """The steps of one action from state to state, oldest first; the first one raises it.

    A meeting's word counts over a user's change of an earlier day only where it settles the action anew, or opens
    again what documents had settled (see `life`).
    """
    found: list[Transition] = []
    state: State | None = None
    printed: State | None = None
    ruled = False
    for step in in_order(action.mentions, action.changes):
        after = state
        if isinstance(step, Change):
            if step.kind in ("close", "reopen"):
                after, ruled = "closed" if step.kind == "close" else "open", True
        else:
            news = printed is None or (printed in UNSETTLED) != (step.state in UNSETTLED)
            goes_on = state in UNSETTLED and step.state in UNSETTLED
            if news or goes_on or not ruled:
                after, ruled = step.state, ruled and not news
            printed = step.state
        if after is not None and after != state:
            found.append(_transition(action, state, after, step))
        state = after
    return found


def _of_body(actions: Sequence[TrackedAction]) -> Ledger:
    steps = [step for action in actions for step in transitions(action)]
    opened = sum(bool(action.mentions) for action in actions)
    closed = _net(steps, ("closed",))
    withdrawn = _net(steps, ("withdrawn", "superseded"))
    still_open = sum(action.state in UNSETTLED for action in actions)
    return Ledger(
        body=next((action.body for action in actions if action.body), None),
        opened=opened,
        closed=closed,
        withdrawn=withdrawn,
        reopened=sum(step.before not in (None, *UNSETTLED) and step.after in UNSETTLED for step in steps),
        open=still_open,
        balanced=opened == closed + withdrawn + still_open,
        transitions=tuple(sorted(steps, key=lambda step: step.date or "")),
    )


def _net(steps: Iterable[Transition], states: tuple[State, ...]) -> int:
    """Steps into these states less those out of them."""
    return sum((step.after in states) - (step.before in states) for step in steps)


def _transition(action: TrackedAction, before: State | None, after: State, step: Mention | Change) -> Transition:
    return Transition(
        action=action.id,
        number=action.number,
        text=action.text,
        date=step.on if isinstance(step, Change) else step.date,
        before=before,
        after=after,
        mention=None if isinstance(step, Change) else step,
        change=step if isinstance(step, Change) else None,
    )
