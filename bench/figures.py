"""Small sums over what was measured."""

from collections.abc import Sequence
from statistics import median
from typing import Any


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share lies, to a tenth; 0 without values."""
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 1) if ordered else 0.0


def spread(values: Sequence[float]) -> dict[str, float]:
    return {f"p{round(share * 100)}": percentile(values, share) for share in (0.5, 0.95, 0.99)}


def median_of(same: Sequence[Any]) -> Any:
    """Figure by figure, of rows of the same shape; what is no number is the first's."""
    if isinstance(same[0], dict):
        return {name: median_of([each[name] for each in same]) for name in same[0]}
    return median(same) if isinstance(same[0], int | float) and len(same) > 1 else same[0]
