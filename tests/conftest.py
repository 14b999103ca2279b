"""Made-up minutes and a pipeline that yields them, for tests of what comes after the parser."""

from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_cli import pipeline
from minutes_cli.errors import CorruptInputError
from minutes_cli.model.minutes import (
    Action,
    Attendee,
    Decision,
    Diagnostic,
    Evidence,
    Item,
    Meeting,
    Minutes,
    NextMeeting,
    Party,
    Pillar,
    Source,
    Votes,
)

NN = Party(as_written="NN", name="Natasha Noor-Hayward")


@pytest.fixture(autouse=True)
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The register of this test alone, which is not there yet: nobody's own is read or written."""
    path = tmp_path / "register" / "meetings.db"
    monkeypatch.setenv("MINUTES_REGISTER", str(path))
    return path


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What `minutes check` remembers within this test alone; the folder is not there yet."""
    path = tmp_path / "cache"
    monkeypatch.setenv("MINUTES_CACHE_DIR", str(path))
    return path


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of every file that is read and parsed in this process, and not taken from what is kept."""
    names: list[str] = []
    parts = pipeline.read_parts

    def noted(data: bytes, name: str, *more: object) -> object:
        names.append(Path(name).name)
        return parts(data, name, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_parts", noted)
    return names


@pytest.fixture
def wrenshire() -> Minutes:
    """One meeting that has everything."""
    return Minutes(
        source=Source(file="notes.pdf", sha256="0" * 64, media_type="application/pdf", pages=6, profile="pcc"),
        meeting=Meeting(
            title="Assurance and Accountability Meeting",
            body="Wrenshire Police and Crime Commissioner",
            date="2022-11-02",
            start_time="14:30",
            end_time="16:05",
            venue="Conference room 2, Wren House, 14 The Parade, and by video",
            chair="Ann Rowe",
            minute_taker="Carl Penn",
        ),
        attendees=(
            Attendee(name="Ann Rowe", role="Police and Crime Commissioner", abbreviation="PCC", status="present"),
            Attendee(name="Pat Mills", role="Chief Constable", abbreviation="CC", status="present"),
            Attendee(
                name="Natasha Noor-Hayward",
                role="Senior Policy Officer, Office of the Police and Crime Commissioner",
                abbreviation="NN",
                status="in_attendance",
            ),
            Attendee(name="Carl Penn", status="in_attendance"),
            Attendee(name="Dee Frost", role="Treasurer", abbreviation="DF", status="apologies"),
        ),
        items=(
            Item(id="i1", number="1", title="Welcome and apologies", paragraphs=("All were welcomed.",)),
            Item(id="i2", number="2", title="Performance and assurance"),
            Item(
                id="i3",
                number="2.1",
                title="Response times in rural areas and what the autumn plan means for the neighbourhood teams",
                level=2,
                parent="i2",
                pillars=("Secure", "Reassured"),
                paragraphs=("One.", "Two.", "Three."),
            ),
            Item(id="i4", number="2.2", title="Estates", level=2, parent="i2", pillars=("Reformed",)),
            Item(id="i5", number="a", title="Car park", level=3, parent="i4", paragraphs=("One.",)),
            Item(id="i6", title="Any other business", paragraphs=("None.",)),
        ),
        pillars=(
            Pillar(name="Secure", items=("i3",)),
            Pillar(name="Reassured", items=("i3",)),
            Pillar(name="Reformed", items=("i4",)),
        ),
        actions=(
            Action(
                id="a1",
                text="NN to engage with the districts on the rural plan and bring their views to the next meeting.",
                owners=(NN,),
                due="2022-11-29",
                due_text="29 November",
                item="2.1",
            ),
            Action(
                id="a2",
                text="Share the estates survey.",
                owners=(Party(as_written="CC", name="Pat Mills"), Party(as_written="Facilities")),
                due_text="as soon as possible",
                item="2.2",
            ),
            Action(id="a3", text="Circulate the terms of reference.", state="closed", item="Any other business"),
        ),
        decisions=(
            Decision(
                id="d1",
                text="To approve the minutes of the meeting held on 4 October as a true record.",
                outcome="carried",
                mover="Ann Rowe",
                seconder="Pat Mills",
                votes=Votes(for_=5, against=1),
                item="1",
            ),
            Decision(id="d2", text="To sell the car park.", outcome="deferred", item="a"),
            Decision(
                id="d3", text="That the rent be raised.", outcome="defeated", votes=Votes(for_=1, against=4, abstain=0)
            ),
            Decision(id="d4", text="The report was noted.", item="a"),
        ),
        next_meeting=NextMeeting(date="2022-11-29", time="14:30", venue="Wren House", kind="Performance Review"),
        evidence=(
            Evidence(
                path="/meeting/date",
                page=1,
                bbox=(56.8, 120.1, 240.0, 133.4),
                quote="Wednesday 2nd November",
                grade="normalised",
                confidence=0.98,
            ),
        ),
        diagnostics=(
            Diagnostic(code="year-elsewhere", message="the year of the date stands in the title", page=1),
            Diagnostic(code="odd", severity="info", message="a name with \x1b[31m and \u202e in it", path="/actions/0"),
        ),
    )


@pytest.fixture
def nothing() -> Minutes:
    """A document in which nothing was found."""
    source = Source(file="empty.txt", sha256="1" * 64, media_type="text/plain", profile="generic")
    return Minutes(source=source, meeting=Meeting())


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch, wrenshire: Minutes) -> None:
    """Every file parses to the same minutes, under its own name; one that holds "broken" is corrupt."""

    def parse_all_bytes(data: bytes, name: str, *_: object) -> tuple[Minutes, ...]:
        if data == b"broken":
            raise CorruptInputError(name, "damaged", "get another copy")
        if data == b"memory":
            raise MemoryError
        if data == b"recursion":
            raise RecursionError
        if data == b"bug":
            raise KeyError("text of the document")
        source = wrenshire.source.model_copy(update={"file": name.rpartition("/")[2]})
        return (wrenshire.model_copy(update={"source": source}),)

    monkeypatch.setattr(pipeline, "parse_all_bytes", parse_all_bytes)


@pytest.fixture
def meeting() -> Callable[..., Minutes]:
    """Builds the minutes of one meeting from its date and actions."""

    def build(
        date: str | None, *actions: Action, body: str | None = "Reedham Parish Council", **more: object
    ) -> Minutes:
        name = f"{date or 'undated'}.pdf"
        source = Source(file=name, sha256="0" * 64, media_type="application/pdf", pages=1, profile="generic")
        return Minutes(source=source, meeting=Meeting(title="Meeting", body=body, date=date), actions=actions, **more)

    return build
