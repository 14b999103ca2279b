"""Pages in headless Chromium, and axe-core (`npm install --no-save axe-core`) over them; both may be absent."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_AXE = Path(os.environ.get("AXE_CORE", Path(__file__).parents[1] / "node_modules" / "axe-core")) / "axe.min.js"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]{0,500}>')
_OPTIONS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000")
_TRIES = 4
_DARK = "--blink-settings=preferredColorScheme=0"
_AXE_RUN = """axe.run(document).then(found => tell(
  found.violations.map(one => [one.id, one.nodes.map(node => node.html)])))"""
# how wide the page is, and how much of it is seen at once
_WIDTHS_RUN = """tell([document.documentElement.scrollWidth, document.documentElement.clientWidth])"""
_TELL = """const tell = found => {
  const told = document.createElement("pre");
  told.id = "told";
  told.textContent = JSON.stringify(found);
  parent.document.body.append(told);
};"""


def violations(page: str, folder: Path, *, width: int | None = None, dark: bool = False) -> list[tuple[str, list[str]]]:
    """What axe-core has against the page: its rules, and the elements; skips the test where it cannot be run."""
    if not _AXE.exists():
        pytest.skip("needs axe-core: npm install --no-save axe-core")
    found = _run(page, folder, f"{_AXE.read_text(encoding='utf-8')};{_AXE_RUN}", width, dark)
    return [(rule, nodes) for rule, nodes in found]


def wider_by(page: str, folder: Path, width: int) -> int:
    """By how many pixels the page is wider than a screen of that width."""
    needed, given = _run(page, folder, _WIDTHS_RUN, width, dark=False)
    return int(needed - given)


def printed(page: str, folder: Path) -> Path:
    """The PDF that the browser prints of the page."""
    path = folder / "printed.html"
    path.write_text(page, encoding="utf-8")
    pdf = folder / "printed.pdf"
    _chromium(folder, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", path.as_uri())
    return pdf


def _run(page: str, folder: Path, script: str, width: int | None, dark: bool) -> Any:
    """What the script tells of the page; of a width below that of a window in a frame as wide."""
    # the page's own policy forbids every script, this one too
    text = _POLICY.sub("", page).replace("</body>", f"<script>{_TELL}{script}</script></body>")
    if width is not None:
        frame = f'<iframe width="{width}" height="800" style="border:0" srcdoc="{html.escape(text)}"></iframe>'
        text = f"<!doctype html><title>Frame</title><body>{frame}</body>"
    path = folder / "run.html"
    path.write_text(text, encoding="utf-8")
    done = ""
    # on a busy machine the page is sometimes written out before the script has ended
    for _ in range(_TRIES):
        done = _chromium(folder, *([_DARK] if dark else []), "--dump-dom", path.as_uri())
        if told := re.search(r'<pre id="told">(.*?)</pre>', done, re.DOTALL):
            return json.loads(html.unescape(told[1]))
    raise AssertionError(f"the script told nothing: {done[-500:]}")


def _chromium(folder: Path, *options: str) -> str:
    browser = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if browser is None:
        pytest.skip("needs Chromium")
    command = [browser, *_OPTIONS, f"--user-data-dir={folder / 'browser'}", *options]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
