"""Claims of every kind come through every export, the page and the table of the terminal."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from geo.cli.table import print_claims
from geo.contracts import Analysis, ClaimKind, Source
from geo.export.formats import FORMATS, write_format
from geo.maps.build import claims as cards
from geo.pipeline import analyse
from geo.ui import texts

if TYPE_CHECKING:
    from geo.pipeline import Services

STORY = """\
Lyon is 390 km (242 miles) from Paris. The train from Lyon to Paris takes two hours.

The 690 km from Hamburg to Vienna took the bus 12 hours at an average of 60 km/h.

He lives in Lisbon, Portugal's capital. Lisbon is closer to Madrid than to Berlin. Peru, which
borders Ecuador, was calm. Kenya is three hours ahead of GMT. Marseille, a port in southern France,
was calm. Iceland covers 103,000 square kilometres. Lagos is Nigeria's largest city. Ibadan lies
north of Lagos. Recife lies at 8 degrees south, 35 degrees west. They climbed Aconcagua (6,961 m).
Laos lies between Thailand and Vietnam. The Rhine is 1,230 km long. The Neckar joins the Rhine.

The ferry from Bari to Durrës took nine hours at 14 knots.
"""


@pytest.fixture(scope="module")
def analysis(services: Services) -> Analysis:
    return analyse(Source(text=STORY), services)


def test_the_story_has_every_kind_without_a_journey(analysis: Analysis) -> None:
    kinds = {claim.kind for claim in analysis.claims}

    assert set(ClaimKind) - kinds <= {ClaimKind.ROUTE_LENGTH}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_every_kind(name: str, analysis: Analysis) -> None:
    files = write_format(name, analysis)

    assert files
    assert all(files.values())


def test_every_claim_has_its_review(analysis: Analysis) -> None:
    (raw,) = write_format("claimreview", analysis).values()
    reviews = json.loads(raw)["@graph"]

    assert [review["claimReviewed"] for review in reviews] == [
        " ".join(claim.span.text.split()) for claim in analysis.claims
    ]
    assert all(review["reviewBody"] for review in reviews)


def test_every_claim_is_on_a_card_and_in_the_terminal(analysis: Analysis) -> None:
    out = io.StringIO()
    print_claims(analysis, out)
    judged = cards.judge(analysis)
    shown = cards.cards(analysis, judged, (), (), {})

    assert {ref for card in shown for ref in card.refs} == {c.id for c in analysis.claims}
    assert all(card.sentence for card in shown)
    assert "capital" in out.getvalue()


def test_an_analysis_of_every_kind_is_read_again(analysis: Analysis) -> None:
    again = Analysis.from_json(analysis.to_json())

    assert [claim.kind for claim in again.claims] == [claim.kind for claim in analysis.claims]


def test_the_app_has_words_for_every_kind() -> None:
    assert set(texts.CLAIM_KINDS) == set(ClaimKind)
