"""Exchanges and commitments of the draft as the model has them."""

from __future__ import annotations

from minutes_cli.model.minutes import Action, Commitment, Exchange, Party
from minutes_cli.parser.draft import Draft
from minutes_cli.parser.evidence import EvidenceLog, Ids


def exchange_ids(draft: Draft) -> list[str]:
    """An id for each exchange, from its speaker and words."""
    ids = Ids()
    return [ids.make("e", e.speaker.value, e.text.value) for e in draft.exchanges]


def exchanges(draft: Draft, item: int, path: str, ids: list[str], evidence: EvidenceLog) -> tuple[Exchange, ...]:
    """The exchanges of one item, with their evidence under `path`."""
    found: list[Exchange] = []
    for index, exchange in enumerate(draft.exchanges):
        if exchange.item != item:
            continue
        here = f"{path}/exchanges/{len(found)}"
        evidence.add(f"{here}/speaker/as_written", exchange.speaker)
        evidence.add(f"{here}/speaker/name", exchange.name)
        found.append(
            Exchange(
                id=ids[index],
                speaker=Party(as_written=exchange.speaker.value, name=exchange.name.value if exchange.name else None),
                kind=exchange.kind,
                answers=ids[exchange.answers] if exchange.answers is not None else None,
                text=evidence.add(f"{here}/text", exchange.text) or "",
            )
        )
    return tuple(found)


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
                action=actions[promise.action].id if promise.action is not None else None,
            )
        )
    return tuple(found)
