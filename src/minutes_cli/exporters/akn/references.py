"""What a document refers to: people, roles, concepts; each once in `references`, with an eId that the text names."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from minutes_cli.exporters.akn.elements import child
from minutes_cli.model.minutes import Party
from minutes_cli.text.safe import safe

if TYPE_CHECKING:
    from lxml.etree import _Element

# Minutes do not say of which country they are: a code that ISO 3166 leaves to users.
COUNTRY = "zz"
_NO_SLUG = re.compile(r"[^a-z0-9]+")
# Top level class -> its name in addresses of the ontology.
_CLASSES = {
    "TLCPerson": "person",
    "TLCOrganization": "organization",
    "TLCRole": "role",
    "TLCConcept": "concept",
    "TLCLocation": "location",
    "TLCObject": "object",
    "TLCReference": "reference",
}


def slug(text: str) -> str:
    """A text as part of an address: letters without accents, digits, hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    # long enough to tell bodies apart, short enough for a path
    return _NO_SLUG.sub("-", plain)[:80].strip("-") or "unnamed"


class References:
    """Filled as the document is written."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], str] = {}
        self._counts: Counter[str] = Counter()

    def to(self, of_class: str, name: str) -> str:
        """The reference to a thing of a top level class, such as '#person-2'."""
        if (of_class, name) not in self._found:
            self._counts[of_class] += 1
            self._found[of_class, name] = f"{_CLASSES[of_class]}-{self._counts[of_class]}"
        return f"#{self._found[of_class, name]}"

    def person(self, name: str) -> str:
        return self.to("TLCPerson", name)

    def party(self, party: Party) -> str:
        """The person, or where that is not settled what is printed, of which nothing more is said."""
        return self.person(party.name) if party.name is not None else self.to("TLCReference", party.as_written)

    def write(self, meta: _Element, source: str) -> None:
        made = child(meta, "references", source=source)
        for (of_class, name), one in self._found.items():
            href = f"/akn/ontology/{_CLASSES[of_class]}/{COUNTRY}/{slug(name)}"
            named = "mentioned" if of_class == "TLCReference" else None
            child(made, of_class, eId=one, href=href, showAs=safe(name), name=named)
