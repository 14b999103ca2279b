"""Pages in headless Chromium, and axe-core (`npm install --no-save axe-core`) over them; both may be absent."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_AXE = Path(os.environ.get("AXE_CORE", Path(__file__).parents[1] / "node_modules" / "axe-core")) / "axe.min.js"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]{0,500}>')
_OPTIONS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000")
_RUN = """<script>axe.run(document).then(found => {
  const told = document.createElement("pre");
  told.id = "axe-found";
  told.textContent = JSON.stringify(found.violations.map(one => [one.id, one.nodes.map(node => node.html)]));
  document.body.append(told);
})</script>"""


def violations(page: str, folder: Path) -> list[tuple[str, list[str]]]:
    """What axe-core has against the page: its rules, and the elements; skips the test where it cannot be run."""
    browser = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if browser is None or not _AXE.exists():
        pytest.skip("needs Chromium and axe-core: npm install --no-save axe-core")
    # the page's own policy forbids every script, this one too
    script = f"<script>{_AXE.read_text(encoding='utf-8')}</script>"
    path = folder / "axe.html"
    path.write_text(_POLICY.sub("", page).replace("</body>", f"{script}{_RUN}</body>"), encoding="utf-8")
    done = subprocess.run(
        [browser, *_OPTIONS, f"--user-data-dir={folder / 'browser'}", "--dump-dom", path.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    told = re.search(r'<pre id="axe-found">(.*?)</pre>', done.stdout, re.DOTALL)
    assert told, done.stdout[-500:]
    return [(rule, nodes) for rule, nodes in json.loads(html.unescape(told[1]))]
