"""The tables of `docs/security.md`."""

from pathlib import Path

DOCUMENT = Path(__file__).parents[2] / "docs" / "security.md"


def table(first_head: str) -> dict[str, dict[str, bool]]:
    """The rows of the table with this head: what is in backquotes, or else the words, and whether each column has ✓."""
    lines = iter(DOCUMENT.read_text().splitlines())
    columns = next(cells(line)[1:] for line in lines if line.startswith(f"| {first_head} |"))
    next(lines)
    rows: dict[str, dict[str, bool]] = {}
    for line in lines:
        if not line.startswith("|"):
            break
        name, *marks = cells(line)
        assert set(marks) <= {"✓", "—"}, line
        rows[name.split("`")[1] if "`" in name else name] = {
            column: mark == "✓" for column, mark in zip(columns, marks, strict=True)
        }
    return rows


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]
