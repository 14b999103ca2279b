"""A run over a Dask cluster of two workers, and one by two processes: `python -m benchmarks.cluster [--documents N]`.

The documents are those of `many_documents`, ten that kill, hang or exhaust among them. Shown are: whether the results
are the same byte for byte, also when a worker of the cluster is killed in the middle; and what the costs in
docs/cluster.md are reckoned from. Seconds are of CPU, of all processes together, so that a busy machine matters little.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

from benchmarks.many_documents import _content, documents, parse

DASK = ("--engine", "dask", "--jobs", "2", "--no-cache")
# As small as documents come: what a task costs shows beside them.
SMALL = (
    "# Board\n\nMinutes of the meeting of 1 November 2022\n\nPresent: Ann Rowe\n\n1. Welcome\n\nAll were welcomed.\n"
)
SMALL_COUNT = 120


def main(count: int) -> int:
    folder = Path(tempfile.mkdtemp())
    made = documents(folder / "papers", count)
    size = sum(path.stat().st_size for path in made)
    here = cpu_seconds(folder, "here", "--jobs", "2", "--no-cache")
    print(f"{count} documents of {size / count / 1000:.0f} kB on average and 10 bad ones")
    print(f"this machine   {here:.1f} s of CPU, {count / here:.1f} documents a second and core")
    there = cpu_seconds(folder, "there", *DASK)
    print(f"a cluster      {there:.1f} s of CPU")
    killed = Killer(folder / "killed", count // 3)
    killed.start()
    parse(folder, "killed", *DASK)
    killed.join()
    same = [_content(folder / "here") == _content(folder / name) for name in ("there", "killed")]
    print(f"the same: {same[0]}; with a worker killed ({killed.done}): {same[1]}")
    parts = cpu_seconds(folder, "parts", *DASK, "--format", "parquet")
    for name, seconds in (("here", here), ("parts", parts)):
        bytes_each = sum(path.stat().st_size for path in (folder / name).rglob("*") if path.is_file()) / count
        print(f"{name:14} {bytes_each / 1000:.0f} kB of results a document, {seconds / count * 1000:.0f} ms of CPU")
    report = (folder / "here" / "report.jsonl").stat().st_size / (count + 10)
    print(f"the report has {report:.0f} bytes a document")
    shutil.rmtree(folder / "papers")
    (folder / "papers").mkdir()
    for number in range(SMALL_COUNT):
        (folder / "papers" / f"{number}.md").write_text(SMALL, encoding="utf-8")
    each, few = (cpu_seconds(folder, f"chunk-{one}", *DASK, "--chunk", str(one)) for one in (1, SMALL_COUNT // 2))
    print(f"a task costs {(each - few) / (SMALL_COUNT - 2) * 1000:.0f} ms of CPU, its process with it")
    shutil.rmtree(folder)
    return 0 if all(same) and killed.done else 1


def cpu_seconds(folder: Path, out: str, *options: str) -> float:
    """Of a run and of all processes that it started."""
    before = os.times()
    parse(folder, out, *options)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


class Killer(threading.Thread):
    """Kills a worker of the cluster once there are so many results."""

    def __init__(self, out: Path, results: int) -> None:
        super().__init__(daemon=True)
        self._out, self._results, self.done = out, results, False

    def run(self) -> None:
        deadline = time.monotonic() + 600
        while len(list(self._out.rglob("*.json"))) < self._results and time.monotonic() < deadline:
            time.sleep(0.1)
        for child in psutil.Process().children(recursive=True):
            try:
                if "spawn_main" in " ".join(child.cmdline()):
                    child.kill()
                    self.done = True
                    return
            except psutil.Error:
                continue


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=500)
    sys.exit(main(parser.parse_args().documents))
