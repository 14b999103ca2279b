"""Akoma Ntoso 3.0: a `debate` of one meeting, valid by the schema of the OASIS Standard, Akoma Ntoso Version 1.0.

https://docs.oasis-open.org/legaldocml/akn-core/v1.0/
"""

from __future__ import annotations

from typing import BinaryIO

from minutes_cli.exporters.akn.body import body_of
from minutes_cli.exporters.akn.elements import child, element
from minutes_cli.exporters.akn.meta import add_meta
from minutes_cli.exporters.akn.opening import add_preface
from minutes_cli.exporters.akn.references import References
from minutes_cli.model.minutes import Minutes


def write(minutes: Minutes, stream: BinaryIO) -> None:
    """Write one document."""
    from lxml import etree

    root = element("akomaNtoso")
    debate = child(root, "debate", name="minutes", contains="originalVersion")
    references = References()
    # what the metadata refer to is known once the rest is written
    meta = child(debate, "meta")
    add_preface(debate, minutes, references)
    debate.append(body_of(minutes, references))
    add_meta(meta, minutes, references)
    etree.indent(root)
    stream.write(etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n")
