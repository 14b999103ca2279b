"""Bars as a picture, in plain SVG."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

_ROW, _LABEL, _BAR, _END = 26, 270, 420, 90
_OURS, _OTHERS = "#1f6feb", "#9aa4b2"


def plot(bars: Sequence[tuple[str, float]]) -> str:
    """One bar for each label and its milliseconds a page; our own ones stand out.

    Each text is set on white, so that it is read in a dark window too.
    """
    width, height = _LABEL + _BAR + _END, _ROW * len(bars) + 40
    most = max(value for _, value in bars)
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="13" role="img" aria-label="CPU time a page of each program">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        '<text x="10" y="20" font-weight="bold" fill="#1f2328">CPU time a page, in milliseconds: less is better</text>',
    ]
    for number, (label, value) in enumerate(bars):
        y = 34 + number * _ROW
        length = max(1.0, _BAR * value / most)
        fill = _OURS if "minutes parse" in label else _OTHERS
        rows.append(f'<text x="{_LABEL - 8}" y="{y + 14}" text-anchor="end" fill="#1f2328">{escape(label)}</text>')
        rows.append(f'<rect x="{_LABEL}" y="{y + 2}" width="{length:.1f}" height="17" rx="2" fill="{fill}"/>')
        rows.append(f'<text x="{_LABEL + length + 6:.1f}" y="{y + 15}" fill="#1f2328">{value:.1f}</text>')
    return "\n".join([*rows, "</svg>"]) + "\n"
