"""The registry of all tables of a pack: name and row type.

``haengbo knowledge check`` reads every one of them. A new table is one line here and one file in
the pack.
"""

from __future__ import annotations

from haengbo.knowledge.actors import ActorRow, RoleRow
from haengbo.knowledge.attribution import (
    AgentRow,
    AttributionCueRow,
    CarrierRow,
    DescriberRow,
    DocumentRow,
    HeadedTextRow,
    NarratorVerbRow,
    OccasionRow,
    SpeechNounRow,
    SpeechVerbRow,
    StanceCueRow,
)
from haengbo.knowledge.cameo import CameoCodeRow, CameoRow, StateCodeRow
from haengbo.knowledge.chronicle import EraRow, FormulaRow, KnownEventRow
from haengbo.knowledge.collating import EventKindRow, FigureRow, InstrumentRow
from haengbo.knowledge.confidence import ConfidenceRow
from haengbo.knowledge.counts import CountRow
from haengbo.knowledge.days import HolidayRow, TimeRuleRow
from haengbo.knowledge.entourage import EntourageCueRow
from haengbo.knowledge.foresight import (
    ChanceRow,
    ComesAboutRow,
    ForesightNounRow,
    ForesightVerbRow,
    HedgeRow,
    NegationRow,
    OwnWordRow,
    PlanPatternRow,
    PledgeVerbRow,
)
from haengbo.knowledge.frames import (
    EventWordsRow,
    FrameRow,
    ModalityRow,
    SupportRow,
    SynonymRow,
    VenueRow,
)
from haengbo.knowledge.furniture import (
    BylineRow,
    CaptionRow,
    EmbeddedFieldRow,
    FurnitureRow,
    MarkupRow,
    PageDateRow,
)
from haengbo.knowledge.hanja import HanjaRow
from haengbo.knowledge.lists import BlockerRow, RuleExampleRow, ThemeRow
from haengbo.knowledge.mention_words import CompoundRow, TransliterationRow, WordSetRow
from haengbo.knowledge.offices import ChannelRow, HonorificRow, RankRow, TitleRow
from haengbo.knowledge.outlet_pages import OutletPageRow
from haengbo.knowledge.outlets import OutletRow, VoiceRow
from haengbo.knowledge.places import PlaceRow
from haengbo.knowledge.quads import QuadRow
from haengbo.knowledge.refusals import RefusalRow
from haengbo.knowledge.remarks import (
    OmissionCueRow,
    PatternCueRow,
    RemarkWordsRow,
    WordingCueRow,
)
from haengbo.knowledge.spellings import OrthographyRow
from haengbo.knowledge.topics import TopicCueRow

TABLES: tuple[tuple[str, type], ...] = (
    ("actors", ActorRow),
    ("roles", RoleRow),
    ("outlets", OutletRow),
    ("outlet_pages", OutletPageRow),
    ("voices", VoiceRow),
    ("places", PlaceRow),
    ("titles", TitleRow),
    ("honorifics", HonorificRow),
    ("ranks", RankRow),
    ("channels", ChannelRow),
    ("events", KnownEventRow),
    ("eras", EraRow),
    ("formulas", FormulaRow),
    ("blockers", BlockerRow),
    ("gate", ThemeRow),
    ("mention_words", WordSetRow),
    ("compounds", CompoundRow),
    ("transliteration", TransliterationRow),
    ("hanja", HanjaRow),
    ("orthography", OrthographyRow),
    ("holidays", HolidayRow),
    ("time_rules", TimeRuleRow),
    ("furniture", FurnitureRow),
    ("bylines", BylineRow),
    ("page_dates", PageDateRow),
    ("captions", CaptionRow),
    ("markup", MarkupRow),
    ("embedded_fields", EmbeddedFieldRow),
    ("confidence", ConfidenceRow),
    ("quads", QuadRow),
    ("cameo", CameoRow),
    ("cameo_codes", CameoCodeRow),
    ("state_codes", StateCodeRow),
    ("hedges", HedgeRow),
    ("hedge_chances", ChanceRow),
    ("claim_negations", NegationRow),
    ("entourage_cues", EntourageCueRow),
    ("counts", CountRow),
    ("foresight_nouns", ForesightNounRow),
    ("foresight_verbs", ForesightVerbRow),
    ("pledge_verbs", PledgeVerbRow),
    ("comes_about", ComesAboutRow),
    ("own_words", OwnWordRow),
    ("plan_patterns", PlanPatternRow),
    ("remark_words", RemarkWordsRow),
    ("omission_cues", OmissionCueRow),
    ("wording_cues", WordingCueRow),
    ("pattern_cues", PatternCueRow),
    ("event_kinds", EventKindRow),
    ("figures", FigureRow),
    ("instruments", InstrumentRow),
    ("event_frames", FrameRow),
    ("event_supports", SupportRow),
    ("event_synonyms", SynonymRow),
    ("event_modality", ModalityRow),
    ("event_venues", VenueRow),
    ("event_words", EventWordsRow),
    ("event_topics", TopicCueRow),
    ("speech_verbs", SpeechVerbRow),
    ("speech_nouns", SpeechNounRow),
    ("attribution_cues", AttributionCueRow),
    ("describers", DescriberRow),
    ("agents", AgentRow),
    ("narrator_verbs", NarratorVerbRow),
    ("documents", DocumentRow),
    ("headed_texts", HeadedTextRow),
    ("occasions", OccasionRow),
    ("carriers", CarrierRow),
    ("stance_cues", StanceCueRow),
    ("rule_examples", RuleExampleRow),
    ("refusals", RefusalRow),
)
