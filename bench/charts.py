"""Two kinds of charts, as SVG: lines over a number, and bars beside names."""

import math
from collections.abc import Mapping, Sequence
from html import escape

COLORS = ("#4f46e5", "#0891b2", "#d97706")
WIDTH, LEFT, RIGHT, TOP = 760, 60, 20, 44
HEIGHT, BOTTOM = 300, 44
NAMES, BAR = 250, 15
Points = Sequence[tuple[float, float]]


def lines(across: str, up: str, series: Mapping[str, Points], limit: float | None = None) -> str:
    """A line with dots for each series; `limit` is drawn across."""
    most_x = max(x for points in series.values() for x, _ in points)
    most_y = max([limit or 0, *(y for points in series.values() for _, y in points)]) * 1.1
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def at(x: float, y: float) -> tuple[float, float]:
        return round(LEFT + x / most_x * wide, 1), round(TOP + (1 - y / most_y) * high, 1)

    drawn = [_text(LEFT, HEIGHT - 8, across), _text(8, TOP - 26, up), *_legend(tuple(series))]
    for step in range(5):
        _, y = at(0, most_y * step / 4)
        drawn += [
            _line((LEFT, y), (WIDTH - RIGHT, y), "#e5e7eb"),
            _text(LEFT - 6, y + 4, f"{most_y * step / 4:,.0f}", "end"),
        ]
    for x in sorted({x for points in series.values() for x, _ in points}):
        drawn.append(_text(at(x, 0)[0], HEIGHT - BOTTOM + 16, f"{x:,.0f}", "middle"))
    if limit:
        drawn.append(_line(at(0, limit), at(most_x, limit), "#dc2626"))
    for color, points in zip(COLORS, series.values(), strict=False):
        places = [at(*point) for point in points]
        path = " ".join(f"{x},{y}" for x, y in places)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>')
        drawn += [f'<circle cx="{x}" cy="{y}" r="3" fill="{color}"/>' for x, y in places]
    return _svg(HEIGHT, drawn)


def bars(rows: Mapping[str, Mapping[str, float]], unit: str, *, is_logarithmic: bool = False) -> str:
    """For each name a bar of each series, with its value."""
    scaled = (lambda value: math.log10(1 + value)) if is_logarithmic else float
    most = max(scaled(value) for row in rows.values() for value in row.values())
    drawn, y = _legend(tuple(dict.fromkeys(name for row in rows.values() for name in row))), TOP
    for name, row in rows.items():
        drawn.append(_text(NAMES - 8, y + len(row) * BAR / 2 + 4, name, "end"))
        for color, value in zip(COLORS, row.values(), strict=False):
            length = round(scaled(value) / most * (WIDTH - NAMES - 110), 1)
            drawn.append(f'<rect x="{NAMES}" y="{y}" width="{length}" height="{BAR - 3}" fill="{color}"/>')
            drawn.append(
                _text(NAMES + length + 6, y + 10, f"{value:,.4g} {unit}" if value < 1e4 else f"{value:,.0f} {unit}")
            )
            y += BAR
        y += 10
    return _svg(y + 6, drawn)


def _legend(names: Sequence[str]) -> list[str]:
    drawn: list[str] = []
    for place, (color, name) in enumerate(zip(COLORS, names, strict=False)):
        x = NAMES + place * 170
        drawn += [f'<rect x="{x}" y="12" width="11" height="11" fill="{color}"/>', _text(x + 16, 22, name)]
    return drawn


def _line(begin: tuple[float, float], end: tuple[float, float], color: str) -> str:
    return f'<line x1="{begin[0]}" y1="{begin[1]}" x2="{end[0]}" y2="{end[1]}" stroke="{color}"/>'


def _text(x: float, y: float, said: str, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(said)}</text>'


def _svg(height: int, drawn: Sequence[str]) -> str:
    font = 'font-family="system-ui, sans-serif" font-size="12" fill="#374151"'
    size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {font}>'
    return "\n".join([head, '<rect width="100%" height="100%" fill="#fff"/>', *drawn, "</svg>", ""])
