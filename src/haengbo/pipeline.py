"""The one place where the order of the stages is written.

``read_page``: page → article → reading, a pure function of (page, knowledge, version).
``read``: the same for a text, bytes or HTML string that a caller holds.
"""

from __future__ import annotations

from pathlib import PurePath

from haengbo import __version__
from haengbo.article import to_article
from haengbo.knowledge import Knowledge, load
from haengbo.model.article import Article
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.reading import Reading
from haengbo.reading.assemble import assemble
from haengbo.reading.attribution import find_attributions
from haengbo.reading.events import find_events
from haengbo.reading.expectations import find_expectations
from haengbo.reading.gate import on_theme
from haengbo.reading.mentions import find_mentions
from haengbo.reading.prepare import prepare
from haengbo.reading.times import find_times
from haengbo.reading.wording import find_omissions, find_patterns, find_wording_changes
