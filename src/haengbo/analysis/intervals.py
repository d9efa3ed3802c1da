"""A share of few cases → the interval it stands in: Wilson's, which keeps inside 0..1 for small n.

Source: E. B. Wilson, JASA 22 (1927) 209–212; 95 % unless asked otherwise.
"""

from __future__ import annotations

import math

#: Standard normal quantile of a two-sided 95 % interval.
Z95 = 1.959964


def wilson(hits: int, n: int, z: float = Z95) -> tuple[float, float]:
    """Lower and upper end of the interval of ``hits`` out of ``n``; (0, 1) when n is 0.

    Example:
        ``wilson(3, 4)`` is about (0.30, 0.95).
    """
    if n == 0:
        return 0.0, 1.0
    share = hits / n
    middle = share + z * z / (2 * n)
    spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    size = 1 + z * z / n
    return max(0.0, (middle - spread) / size), min(1.0, (middle + spread) / size)
