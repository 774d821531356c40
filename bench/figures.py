"""Small sums over what was measured."""

from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share lies, to a tenth; 0 without values."""
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 1) if ordered else 0.0


def spread(values: Sequence[float]) -> dict[str, float]:
    return {f"p{round(share * 100)}": percentile(values, share) for share in (0.5, 0.95, 0.99)}
