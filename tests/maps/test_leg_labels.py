"""What the map says in words of journeys' ends, and of what it cannot draw."""

from __future__ import annotations

import dataclasses

from geo.contracts import Evidence, LegStatus
from tests.maps import stories
from tests.maps.test_article_map import drawn, named, with_leg


def test_what_is_reported_to_be_over_is_not_expected() -> None:
    story = stories.train()
    over = Evidence(reason="happened: “arrived”", span=None)
    reported = drawn(with_leg(story, status=LegStatus.REPORTED, evidence=(over,)))
    assert named(reported, "Vladivostok").second == "reportedly reached Tuesday or Wednesday"
    going = drawn(with_leg(story, status=LegStatus.REPORTED, evidence=()))
    assert named(going, "Vladivostok").second == "expected Tuesday or Wednesday"


def test_regions_without_an_outline_are_named_as_not_drawn() -> None:
    story = stories.train()
    county = stories.place("Graves County", 134.0, 45.0, feature_class="A", feature_code="ADM2")
    geocodes = (story.geocodes[0], dataclasses.replace(story.geocodes[1], place=county))
    spec = drawn(dataclasses.replace(story, geocodes=(*geocodes, *story.geocodes[2:])))
    (told,) = [words for words in spec.problems if "for want of an outline" in words]
    assert "Graves County" in told
    assert all("outline" not in words for words in drawn(story).problems)
