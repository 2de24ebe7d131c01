"""The values that the stages share: frozen, typed, serialisable; see each module's head."""

from geo.contracts.analysis import SCHEMA_VERSION, Analysis, Problem, analysis_schema
from geo.contracts.basemap import BasemapClip, Country, StateName, States, WaterName
from geo.contracts.calendar import Days, days_of
from geo.contracts.claims import (
    BORDER_OF,
    Check,
    Claim,
    ClaimKind,
    Interpretation,
    Subject,
    Verdict,
    WayWords,
)
from geo.contracts.entities import Entity, EntityKind
from geo.contracts.grammar import Document, Sentence
from geo.contracts.journeys import (
    End,
    Itinerary,
    Leg,
    LegStatus,
    Mode,
    Route,
    RouteKind,
    Waypoint,
    When,
)
from geo.contracts.places import (
    Candidate,
    Evidence,
    Geocode,
    Place,
    Relation,
    RelationKind,
    Sense,
    Toponym,
    ToponymKind,
)
from geo.contracts.quantities import Amount, Dimension, Hedge, Quantity
from geo.contracts.referents import Link, Referent, Referents, Sort
from geo.contracts.text import LONGEST_PIECE, STORY_KINDS, Article, Block, BlockKind, Source, Span
from geo.contracts.times import Time, TimeKind
from geo.contracts.token import ROOT, Token
from geo.contracts.tree import Adjunct, Tree

__all__ = [
    "BORDER_OF",
    "LONGEST_PIECE",
    "ROOT",
    "SCHEMA_VERSION",
    "STORY_KINDS",
    "Adjunct",
    "Amount",
    "Analysis",
    "Article",
    "BasemapClip",
    "Block",
    "BlockKind",
    "Candidate",
    "Check",
    "Claim",
    "ClaimKind",
    "Country",
    "Days",
    "Dimension",
    "Document",
    "End",
    "Entity",
    "EntityKind",
    "Evidence",
    "Geocode",
    "Hedge",
    "Interpretation",
    "Itinerary",
    "Leg",
    "LegStatus",
    "Link",
    "Mode",
    "Place",
    "Problem",
    "Quantity",
    "Referent",
    "Referents",
    "Relation",
    "RelationKind",
    "Route",
    "RouteKind",
    "Sense",
    "Sentence",
    "Sort",
    "Source",
    "Span",
    "StateName",
    "States",
    "Subject",
    "Time",
    "TimeKind",
    "Token",
    "Toponym",
    "ToponymKind",
    "Tree",
    "Verdict",
    "WaterName",
    "WayWords",
    "Waypoint",
    "When",
    "analysis_schema",
    "days_of",
]
