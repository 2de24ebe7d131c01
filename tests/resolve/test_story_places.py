"""What is named near a description is found as if all that the story names were sorted by it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import Place
from geo.resolve.story_places import Mentions, StoryPlaces

NAMED = st.dictionaries(st.integers(0, 40), st.sampled_from("abcd"))


@given(NAMED, st.integers(0, 40))
def test_what_is_named_comes_by_its_nearest_mention(named: dict[int, str], offset: int) -> None:
    mentions: Mentions[str] = Mentions()
    for at, what in named.items():
        mentions.add(what, at)

    in_text = sorted(named.items())
    by_distance = sorted(in_text, key=lambda item: abs(item[0] - offset))
    assert mentions.by_nearness(offset) == list(dict.fromkeys(what for _, what in by_distance))


@given(NAMED, st.integers(0, 40))
def test_points_come_by_their_farthest_mention(named: dict[int, str], offset: int) -> None:
    story = StoryPlaces()
    for at, what in named.items():
        story.add_point(_place(what), at)

    by_distance = sorted(sorted(named.items()), key=lambda item: abs(item[0] - offset))
    last_first = list(dict.fromkeys(what for _, what in reversed(by_distance)))
    found = [place.feature_id for place in story.points_near(offset, 2)]
    assert found == list(reversed(last_first))[:2]


def test_a_place_without_a_country_is_none_of_where_the_story_lies() -> None:
    story = StoryPlaces()
    story.add_point(_place("a"), 3)

    assert story.travelled.by_nearness(0) == []
    assert [place.name for place in story.points_near(0, 3)] == ["a"]


def _place(name: str) -> Place:
    return Place(
        gazetteer="test",
        feature_id=name,
        name=name,
        lon=0.0,
        lat=0.0,
        feature_class="P",
        feature_code="PPL",
    )
