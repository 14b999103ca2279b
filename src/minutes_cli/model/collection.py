"""Several meetings and what is to be done after them: what is exported, published and reported on."""

from __future__ import annotations

from minutes_cli.model.minutes import Frozen, Minutes
from minutes_cli.model.tracking import TrackedAction


class Collection(Frozen):
    """Meetings in the order of their dates, and their actions, each once, followed over all of them."""

    meetings: tuple[Minutes, ...] = ()
    actions: tuple[TrackedAction, ...] = ()
