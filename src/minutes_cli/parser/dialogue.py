"""Exchanges and commitments of the draft as the model has them."""

from __future__ import annotations

from minutes_cli.model.minutes import Action, Commitment, Exchange, Party
from minutes_cli.parser.draft import Commitment as Promise
from minutes_cli.parser.draft import Draft, Fact
from minutes_cli.parser.draft import Exchange as Said
from minutes_cli.parser.evidence import EvidenceLog, Ids


class Dialogue:
    """The exchanges of a draft by their items; an id comes from the speaker and the words."""

    def __init__(self, draft: Draft) -> None:
        ids = Ids()
        self._ids = [ids.make("e", e.speaker.value, e.text.value) for e in draft.exchanges]
        self._said = draft.exchanges
        self._by_item: dict[int, list[tuple[str, Said]]] = {}
        for made, said in zip(self._ids, draft.exchanges, strict=True):
            self._by_item.setdefault(said.item, []).append((made, said))

    def of_item(self, item: int, path: str, evidence: EvidenceLog) -> tuple[Exchange, ...]:
        """The exchanges of the item with that index, with their evidence under `path`."""
        found: list[Exchange] = []
        for made, said in self._by_item.get(item, ()):
            here = f"{path}/exchanges/{len(found)}"
            evidence.add(f"{here}/speaker/as_written", said.speaker)
            evidence.add(f"{here}/speaker/name", said.name)
            evidence.add(f"{here}/kind", Fact(said.kind, said.speaker.quotes, "normalised", rule="exchange.kind"))
            found.append(
                Exchange(
                    id=made,
                    speaker=Party(as_written=said.speaker.value, name=said.name.value if said.name else None),
                    kind=said.kind,
                    answers=evidence.add(f"{here}/answers", self._answers(said)),
                    text=evidence.add(f"{here}/text", said.text) or "",
                )
            )
        return tuple(found)

    def _answers(self, said: Said) -> Fact | None:
        """The id of what an exchange answers, and the words of that."""
        if said.answers is None:
            return None
        asked = self._said[said.answers].speaker.quotes
        return Fact(self._ids[said.answers], asked, "normalised", rule="exchange.answers")


def commitments(
    draft: Draft, names: list[str], actions: tuple[Action, ...], ids: Ids, evidence: EvidenceLog
) -> tuple[Commitment, ...]:
    """The promises, with their evidence.

    names  of the items, as actions and decisions name them
    """
    found = []
    for number, promise in enumerate(draft.commitments):
        path = f"/commitments/{number}"
        said = draft.exchanges[promise.exchange]
        evidence.add(f"{path}/by/as_written", said.speaker)
        evidence.add(f"{path}/by/name", said.name)
        text = evidence.add(f"{path}/text", promise.text) or ""
        found.append(
            Commitment(
                id=ids.make("c", said.speaker.value, text),
                by=Party(as_written=said.speaker.value, name=said.name.value if said.name else None),
                text=text,
                when_text=evidence.add(f"{path}/when_text", promise.when_text),
                when=evidence.add(f"{path}/when", promise.when),
                item=names[said.item],
                action=evidence.add(f"{path}/action", _recorded(draft, promise, actions)),
            )
        )
    return tuple(found)


def _recorded(draft: Draft, promise: Promise, actions: tuple[Action, ...]) -> Fact | None:
    """The id of the action that records a promise, and the words of that."""
    if promise.action is None:
        return None
    quotes = draft.actions[promise.action].text.quotes
    return Fact(actions[promise.action].id, quotes, "normalised", rule="commitment.recorded")
