"""Names in doubt: where the story's other places lie says whether a town is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.checks.types.ground import SURE
from geo.contracts import Source, Verdict
from geo.pipeline import analyse
from tests.toponyms.test_kinds_of_fault import literal

if TYPE_CHECKING:
    from geo.pipeline import Services

_SPAIN = "ALGECIRAS, Spain - The boats were full. "
_ICELAND = "AKUREYRI, Iceland - The road was shut. "
_HARBOUR = "PERTH, Australia - The harbour was shut. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{_SPAIN}A Ceuta ferry took a few hundred of them.", "Ceuta"),
        (f"{_ICELAND}Hofn's rescue squad stayed put.", "Hofn"),
        (f"{_HARBOUR}Geraldton shoppers found bare shelves.", "Geraldton"),
        (f"{_HARBOUR}The Kimberley is eating by air.", "Kimberley"),
        # A common word, with the town close by.
        ("KALISPELL, Mont. - Buses from Kalispell and Whitefish were full.", "Whitefish"),
        ("ST. JOHN'S, Newfoundland - A plane from Gander will call at Grand Falls.", "Gander"),
        # The town of the dateline, though a common word and a surname.
        ("WICK, Scotland - The lifeboat took two men off. Wick men saw it.", "Wick"),
        # A state whose short form stands in the dateline.
        ("HELENA, Mont. (AP) - Montana and a prison firm are at odds.", "Montana"),
    ],
)
def test_a_name_among_the_places_of_a_story_is_a_place(
    text: str, name: str, services: Services
) -> None:
    assert name in literal(text, services)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{_ICELAND}A Ceuta ferry took a few hundred of them.", "Ceuta"),
        (f"{_SPAIN}Hofn's rescue squad stayed put.", "Hofn"),
        # A common word whose town is far away.
        (f"{_SPAIN}The money came from Gander, they said.", "Gander"),
        (f"{_HARBOUR}They came in with Whitefish and bread.", "Whitefish"),
        # A thing that is called after a town.
        ("LOGRONO, Spain - He sold her a Rioja every Friday.", "Rioja"),
        ("TOULOUSE, France - She opened a Bordeaux.", "Bordeaux"),
        # A first name, a person of the story.
        (f"{_SPAIN}Marina waited. Pau Tarifa waved. Tarifa had been there before.", "Tarifa"),
    ],
)
def test_a_name_elsewhere_or_of_something_else_is_none(
    text: str, name: str, services: Services
) -> None:
    assert name not in literal(text, services)


def test_nothing_firm_rests_on_a_name_in_doubt(services: Services) -> None:
    text = f"{_ICELAND}Hofn's rescue squad, an hour behind Akureyri, stayed put."
    analysis = analyse(Source(text=text), services)
    (doubtful,) = (one for one in analysis.toponyms if one.name == "Hofn")
    (geocode,) = (one for one in analysis.geocodes if one.toponym_id == doubtful.id)
    assert doubtful.is_doubtful
    assert geocode.place is not None
    assert geocode.probability < SURE
    assert Verdict.REFUTED not in {check.verdict for check in analysis.checks}
