"""Small documents and their minutes, for tests of what leads from values back to the source."""

from __future__ import annotations

from minutes_cli.model.tracing import Reading
from minutes_cli.pipeline import trace_bytes
from tests.corpus import FIXTURES, documents

# Scans are left out: reading one takes seconds, and a program that is not everywhere.
DOCUMENTS = [path for path in documents() if path.parent == FIXTURES and not path.name.startswith("scan-")]

NOTES = """\
Reedham Parish Council
Clerk: reedham@example.org or by post to the Old Forge

Minutes of the meeting of Reedham Parish Council held on 6 March 2024 at 7.30 pm in the Village Hall

Present: Cllr Ann Rowe (Chair), Cllr Ben Teal
Apologies: Cllr Cora Finch

1. Roads
The sign at the bridge is broken again.
Action: BT to ask the county for a new sign by 28 March 2024.

2. Playground
RESOLVED: That the swings be painted.

3. Date of next meeting
Wednesday 3 April 2024 at 7.30 pm
"""


def read(text: str = NOTES, name: str = "notes.txt", profile: str | None = None) -> Reading:
    return trace_bytes(text.encode(), name, profile=profile)
