"""A folder of many documents, with poison among them: `python -m benchmarks.many_documents [--documents N] [--once]`.

Copies of real documents (of the corpus where it is there, else of the fixtures), most with something of their own, and
ten that kill, hang, exhaust or mislead what reads them. Shown are: whether all good ones are done and all bad ones
named; whether a run that is killed and resumed ends as one that was not; how two processes compare with one; what a
second run takes; and the most memory that any process had, in the first tenth of the run and in all of it. Times are
ratios within one run on this machine.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "docs"
POISON = ROOT / "tests" / "isolation" / "poison"
DOSES = ("segv", "abort", "exit", "loop", "sleep", "memory", "exception")
BAD = 10
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class Memory(NamedTuple):
    """The most MiB that a process had."""

    parent: float = 0.0
    worker: float = 0.0

    def __str__(self) -> str:
        return f"parent {self.parent:.0f} MiB, worker {self.worker:.0f} MiB"


class Run(NamedTuple):
    """What a command took: seconds of the wall clock, and the most MiB of its parent and of any worker."""

    code: int
    seconds: float
    first: Memory
    whole: Memory


def documents(folder: Path, count: int) -> list[Path]:
    """Write so many good documents and the bad ones below a folder."""
    sources = sorted(path for path in (CORPUS if CORPUS.is_dir() else ROOT / "fixtures").iterdir() if _is_good(path))
    made = []
    for number in range(count):
        source = sources[number % len(sources)]
        path = folder / f"{number // 500:02}" / f"{number:05}-{source.name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_own(source, number))
        made.append(path)
    bad = folder / "01"
    bad.mkdir(exist_ok=True)
    for dose in DOSES:
        (bad / f"bad-{dose}.txt").write_text(f"POISON {dose}\n")
    (bad / "bad-empty.pdf").write_bytes(b"")
    (bad / "bad-cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    os.mkfifo(bad / "bad-pipe.md")
    return made


def _is_good(path: Path) -> bool:
    # scans would measure tesseract
    return path.suffix in (".pdf", ".docx", ".html", ".md", ".txt") and path.stat().st_size < 1_000_000


def _own(source: Path, number: int) -> bytes:
    """The source with something of its own where no reader looks or every text may have it."""
    data = source.read_bytes()
    mark = f"\n{number}\n".encode()
    if source.suffix == ".pdf":
        return data + b"\n%" + mark
    if source.suffix == ".html":
        return data + b"<!--" + mark + b"-->"
    return data if source.suffix == ".docx" else data + mark


def parse(folder: Path, out: str, *options: str, kill_after: float | None = None) -> Run:
    """Run `minutes parse papers -o OUT`; it may be killed in the middle."""
    command = [
        sys.executable,
        "-P",
        "-m",
        "minutes_cli",
        "parse",
        "papers",
        "-o",
        out,
        "--allow",
        "seconds=10",
        *options,
    ]
    own = {"PYTHONPATH": str(POISON), "MINUTES_CACHE_DIR": str(folder / "cache"), "TMPDIR": str(folder)}
    began = time.monotonic()
    with (folder / f"{out}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **own}, stdout=log, stderr=log)
        watch = _Memory(process.pid)
        if kill_after is not None:
            time.sleep(kill_after)
            process.send_signal(signal.SIGKILL)
        process.wait()
        seconds = time.monotonic() - began
        return Run(process.returncode, seconds, *watch.end())


class _Memory(threading.Thread):
    """Looks now and then how much memory the processes below one have."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self._ended = pid, threading.Event()
        self._seen: list[Memory] = []
        self.start()

    def run(self) -> None:
        while not self._ended.wait(0.2):
            sizes = [(depth, _resident(pid) / 2**20) for pid, depth in _below(self._pid)]
            # the command, and its child that asks the workers
            parent = max((size for depth, size in sizes if depth < 2), default=0.0)
            self._seen.append(Memory(parent, max((size for depth, size in sizes if depth >= 2), default=0.0)))

    def end(self) -> tuple[Memory, Memory]:
        """The most in the first tenth of the time, and in all of it."""
        self._ended.set()
        self.join()
        return _most(self._seen[: max(1, len(self._seen) // 10)]), _most(self._seen)


def _most(seen: Sequence[Memory]) -> Memory:
    return Memory(max((one.parent for one in seen), default=0.0), max((one.worker for one in seen), default=0.0))


def _below(pid: int, depth: int = 0) -> Iterator[tuple[int, int]]:
    yield pid, depth
    try:
        children = "".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")).split()
    except OSError:
        return
    for child in children:
        yield from _below(int(child), depth + 1)


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_BYTES
    except (OSError, IndexError):
        return 0


def _content(folder: Path) -> dict[str, bytes]:
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.json")}
    entries = [json.loads(line) for line in (folder / "report.jsonl").read_bytes().splitlines()]
    report = [{key: value for key, value in entry.items() if key != "seconds"} for entry in entries]
    return found | {"report": json.dumps(report).encode()}


def main(count: int, keep: Path | None, once: bool) -> int:
    folder = keep or Path(tempfile.mkdtemp())
    try:
        return _measured(folder, count, once)
    finally:
        if keep is None:
            shutil.rmtree(folder)


def _measured(folder: Path, count: int, once: bool) -> int:
    good = documents(folder / "papers", count)
    two = parse(folder, "two", "--jobs", "2", "--no-cache")
    entries = [json.loads(line) for line in (folder / "two" / "report.jsonl").read_bytes().splitlines()]
    done = [entry for entry in entries if entry["status"] == "done"]
    failed = [entry for entry in entries if entry["status"] == "failed"]
    pages = sum(entry["pages"] or 0 for entry in done)
    print(f"{len(entries)} documents ({len(good)} good, {BAD} bad), {pages} pages in PDF, exit code {two.code}")
    print(f"done {len(done)}, failed {len(failed)}:")
    for entry in failed:
        print(f"  {entry['file']}: {entry['reason']}")
    right = {entry["file"] for entry in failed} == {
        f"papers/01/{path.name}" for path in (folder / "papers/01").glob("bad-*")
    }
    print(f"two processes: {len(entries) / two.seconds:.1f} documents/s")
    print(f"most memory in the first tenth of the time: {two.first}; in all: {two.whole}")
    if once:
        return 0 if right and len(done) == len(good) else 1
    one = parse(folder, "one", "--jobs", "1", "--no-cache")
    print(f"one process takes {one.seconds / two.seconds:.2f} times as long")
    parse(folder, "killed", "--jobs", "2", "--no-cache", kill_after=two.seconds / 2)
    cut = not (folder / "killed" / "report.jsonl").exists()
    resumed = parse(folder, "killed", "--jobs", "2", "--no-cache", "--resume")
    same = _content(folder / "killed") == _content(folder / "two") == _content(folder / "one")
    print(f"killed in the middle: {cut}; resumed in {resumed.seconds / two.seconds:.2f} of the time; the same: {same}")
    parse(folder, "kept", "--jobs", "2")
    again = parse(folder, "again", "--jobs", "2")
    same = same and _content(folder / "again") == _content(folder / "two")
    print(f"a second run, from what was kept, takes {again.seconds / two.seconds:.2f} of the time")
    return 0 if right and same and cut and len(done) == len(good) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--keep", type=Path, help="leave documents and results in this folder")
    parser.add_argument("--once", action="store_true", help="the first run alone: what became of all, and its memory")
    given = parser.parse_args()
    sys.exit(main(given.documents, given.keep, given.once))
