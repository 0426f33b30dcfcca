"""The calibration chart: how often what was said at so many percent came true."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.weigh.scores import FEW, Bin

SIDE, EDGE = 240, 44
"""Width and height of the field, and the room around it, in units of the drawing."""


def chart_of(bins: Sequence[Bin]) -> str:
    """An SVG drawing: a point for each bin, larger for more forecasts, the diagonal for perfect calibration.

    Its colours are those of the text around it; a screen reader gets the figures in words.
    """
    whole = SIDE + 2 * EDGE
    words = "; ".join(f"said {item.said:.0%}, came true {item.came:.0%} of {item.count}" for item in bins)
    marks = "".join(_tick(number) for number in range(0, 101, 25)) + "".join(map(_point, bins))
    empty = "" if bins else _text(whole / 2, whole / 2, "nothing settled and due yet", "middle")
    few = _text(whole / 2, EDGE - 14, f"fewer than {FEW} forecasts", "middle") \
        if bins and sum(item.count for item in bins) < FEW else ""
    title = f"Calibration: {words or 'none yet'}"
    turned = f'text-anchor="middle" transform="rotate(-90 12 {whole / 2})"'
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" role="img" class="calibration" '
            f'fill="currentColor" font-size="11" font-family="sans-serif"><title>{title}</title>'
            f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="currentColor" '
            f'stroke-opacity=".3"/><path d="M{EDGE} {EDGE + SIDE}L{EDGE + SIDE} {EDGE}" stroke="currentColor" '
            f'stroke-dasharray="4 4" stroke-opacity=".5" fill="none"/>{marks}{empty}{few}'
            f'{_text(whole / 2, whole - 6, "said, percent", "middle")}'
            f'<text x="12" y="{whole / 2}" {turned}>came true, percent</text></svg>')


def _place(percent: float) -> tuple[float, float]:
    return EDGE + SIDE * percent / 100, EDGE + SIDE * (1 - percent / 100)


def _point(item: Bin) -> str:
    x, y = _place(100 * item.said)[0], _place(100 * item.came)[1]
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{min(14.0, 3 + item.count ** 0.5):.1f}" fill-opacity=".75"/>'


def _tick(number: int) -> str:
    x, y = _place(number)
    return _text(x, EDGE + SIDE + 15, str(number), "middle") + _text(EDGE - 6, y + 4, str(number), "end")


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'
