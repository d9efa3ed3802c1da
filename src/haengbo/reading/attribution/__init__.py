"""Document → who says what, and through which chain of reporters we know it.

``find_attributions`` gives ``Attributions``: statements, and ``chain_of`` for any place in the news
text. The steps are in ``find``; see there for their order.
"""

from __future__ import annotations

from haengbo.reading.attribution.attributions import Attributions, Told
from haengbo.reading.attribution.find import find_attributions

__all__ = ["Attributions", "Told", "find_attributions"]
