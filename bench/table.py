"""A plain table for a terminal."""

from __future__ import annotations

from collections.abc import Sequence


def print_table(header: Sequence[object], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under their header; numbers to the right, words to the left."""
    cells = [[_shown(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    for number, row in enumerate(cells):
        print("  ".join(_aligned(*cell) for cell in zip(row, widths, strict=True)).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))


def _shown(cell: object) -> str:
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def _aligned(cell: str, width: int) -> str:
    return cell.rjust(width) if cell.replace(".", "").isdigit() else cell.ljust(width)
