"""Stories of several sentences: who "he" and "they" are, and which mentions belong together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.journeys import find_journeys
from tests.journeys.story import story
from tests.journeys.test_sentences import shown

if TYPE_CHECKING:
    from tests.journeys.sentences import Expected

STORIES: dict[str, tuple[str, tuple[Expected, ...]]] = {
    "a headline in the present tense and the body are one journey": (
        (
            "[[~Turkish|Turkey]] president flies to [[Cairo]] as tensions ease\n\n"
            "[[Turkey]]’s president arrived in [[Cairo]] on Thursday, flying in from "
            "[[Istanbul]].\n\n"
            "He will travel on to [[Nairobi]] on Friday by train, before returning to [[Istanbul]]."
        ),
        (
            ("Turkey’s president", "Istanbul", "Cairo", "", "air", "happened", " > on Thursday"),
            ("Turkey’s president", "Cairo", "Nairobi", "", "rail", "planned", "on Friday"),
            ("Turkey’s president", "Nairobi", "Istanbul", "", "unknown", "planned", ""),
        ),
    ),
    "a headline names the ship otherwise": (
        (
            "Grain ship leaves [[Odesa]] for [[Turkey]]\n\n"
            "A bulk carrier left [[Odesa]] on Tuesday, bound for [[Istanbul]]."
        ),
        (("bulk carrier", "Odesa", "Istanbul", "", "sea", "under way", "on Tuesday"),),
    ),
    "who reaches a ship does not go by it": (
        (
            "Help at sea\n\nA tug that left [[Calais]] on Thursday reached a crippled bulk carrier "
            "early on Saturday.\n\nThe carrier, the [[~Turkish|Turkey]]-flagged Amber Heron, had "
            "loaded 38,000 tonnes of wheat at [[Lima]] and was heading for "
            "[[London]] when its engine failed."
        ),
        (
            ("tug", "Calais", "", "", "sea", "happened", "on Thursday > early on Saturday"),
            ("The Turkish-flagged Amber Heron", "Lima", "London", "", "sea", "under way", ""),
        ),
    ),
    "a second word of how one journey ended is not of another": (
        (
            "Help at sea\n\nMarta Lee had taken a ferry from [[Calais]] to [[Dover]]. "
            "She had meant to walk from [[Lima]] to [[Arica]] but was turned back by snow and went "
            "by way of [[Santiago]] instead."
        ),
        (
            ("Marta Lee", "Calais", "Dover", "", "sea", "happened", ""),
            ("Marta Lee", "Lima", "Arica", "", "foot", "turned back", ""),
        ),
    ),
    "a stop that is left out is one of the train that a headline tells of": (
        (
            "President’s train tour skips port\n\nThe president set off on Monday on a tour that "
            "will take him from [[Santiago]] to [[Lima]], but his train will not call at [[Arica]]."
        ),
        (("president", "Santiago", "Lima", "", "rail", "under way", "on Monday"),),
    ),
    "her plane is not the jet by which others went": (
        (
            "Doubt over talks\n\nThe army’s team flew from [[Santiago]] to [[Lima]] on a chartered "
            "jet. The envoy, Ana Lee, stayed behind: her plane flew to [[Arica]] without her."
        ),
        (
            ("army’s team", "Santiago", "Lima", "", "air", "happened", ""),
            ("her plane", "", "Arica", "", "air", "happened", ""),
        ),
    ),
    "a tug with a name is not the dredger that it towed": (
        (
            "Help at sea\n\nA dredger that was being towed from [[Calais]] to [[Lima]] sank. "
            "Nobody was aboard.\n\nThe tug Zeeland Bull, which had left [[Calais]] on Monday, cut "
            "the line and made for [[London]]."
        ),
        (
            ("dredger", "Calais", "Lima", "", "sea", "happened", ""),
            ("The tug Zeeland Bull", "Calais", "London", "", "sea", "under way", "on Monday"),
        ),
    ),
    "how far somebody ever got is not of one journey": (
        "Ema Diaz came by bus from [[Lima]] to be there. She never got farther than [[Arica]].",
        (
            ("Ema Diaz", "Lima", "", "", "road", "happened", ""),
            ("Ema Diaz", "", "Arica", "", "unknown", "happened", ""),
        ),
    ),
    "where a crash happened is not where its victims were taken": (
        "The rider was taken to [[Lima]] after a crash on the descent into [[Arica]].",
        (("rider", "", "Lima", "", "unknown", "happened", ""),),
    ),
    "a rescue by air is not the drive of before": (
        (
            "Help at hand\n\nTwo climbers were lifted off a ridge by an army helicopter on Sunday "
            "and taken to [[Arica]].\n\nThe climbers had flown from [[London]] to [[Santiago]] and "
            "driven to [[Arica]]."
        ),
        (
            ("Two climbers", "", "Arica", "", "air", "happened", "on Sunday"),
            ("Two climbers", "London", "Santiago", "", "air", "happened", ""),
            ("Two climbers", "Santiago", "Arica", "", "road", "happened", ""),
        ),
    ),
    "a month before a name is no part of it": (
        "Darius Weber is a driver. In February Weber drove to [[Lima]].",
        (("Darius Weber", "", "Lima", "", "road", "happened", "In February"),),
    ),
    "who falls out of a race does not start at its goal": (
        (
            "Race begins\n\nNinety-four yachts sailed from [[Calais]] on Friday at the start of "
            "the race to [[Lima]], but the favourite limped into [[Dover]] within hours."
        ),
        (
            ("Ninety-four yachts", "Calais", "Lima", "", "sea", "happened", "on Friday"),
            ("favourite", "", "Dover", "", "unknown", "happened", ""),
        ),
    ),
    "an avalanche reaches no town": (
        "Two climbers missing since an avalanche in [[Peru]] reached [[Arica]] on Monday.",
        (),
    ),
    "who could not land somewhere was diverted": (
        "A jet from [[Lima]] could not land at [[Arica]] for fog and flew on to [[Santiago]].",
        (("jet", "Lima", "Arica", "", "air", "diverted", ""),),
    ),
    "who could not go did not go": (
        "The minister could not fly to [[Lima]] because of the strike.",
        (("minister", "", "Lima", "", "air", "cancelled", ""),),
    ),
    "who hauls a load is bound for where it goes": (
        "Ana Diaz, a driver who had hauled soya from [[Lima]] and was bound for [[Arica]], slept.",
        (("Ana Diaz (driver)", "Lima", "Arica", "", "road", "happened", ""),),
    ),
    "the last such train is another": (
        (
            "Train reaches town\n\nA hospital train arrived in [[Lima]] on Friday from [[Arica]]. "
            "The last such train left [[Arica]] on Monday."
        ),
        (
            ("hospital train", "Arica", "Lima", "", "rail", "happened", " > on Friday"),
            ("hospital train", "Arica", "", "", "rail", "under way", "on Monday"),
        ),
    ),
    "who gives up at home has not turned back": (
        "The band, from [[Lima]], gave up on Saturday. It had hoped for better weather.",
        (),
    ),
    "an end that is named but not known is not where they went next": (
        "The nurses are to walk from [[Lima]] to Dulce Gloria. They are due in [[Arica]] later.",
        (
            ("nurses", "Lima", "", "", "foot", "planned", ""),
            ("nurses", "", "Arica", "", "unknown", "planned", ""),
        ),
    ),
    "them are the people of the sentence": (
        "The crew picked up 31 people and took them to [[Malta]].",
        (("31 people", "", "Malta", "", "unknown", "happened", ""),),
    ),
    "them are the people of the sentence before": (
        (
            "Twelve scientists were flown from [[Calais]] to [[Paris]]. A plane will carry them to "
            "[[London]]."
        ),
        (
            ("Twelve scientists", "Calais", "Paris", "", "air", "happened", ""),
            ("Twelve scientists", "Paris", "London", "", "air", "planned", ""),
        ),
    ),
    "the one who speaks of himself": (
        "The interior minister said that he would travel to [[Cairo]] next week.",
        (("interior minister", "", "Cairo", "", "unknown", "planned", "next week"),),
    ),
    "he is the one whom the sentence before is about": (
        "Ana Silva thanked Ivan Petrov. She will meet Mr Petrov and is then to fly to [[Paris]].",
        (("Ana Silva", "", "Paris", "", "air", "planned", ""),),
    ),
    "initials": (
        "Grace Otieno Banda spoke. GOB is travelling to [[Nairobi]].",
        (("Grace Otieno Banda", "", "Nairobi", "", "unknown", "under way", ""),),
    ),
    "two trips, each with its own year": (
        (
            "In 2019 the pair cycled from [[London]] to [[Istanbul]], and in 2021 they rowed from "
            "[[Dover]] to [[Calais]]."
        ),
        (
            ("pair", "London", "Istanbul", "", "road", "happened", "In 2019"),
            ("pair", "Dover", "Calais", "", "sea", "happened", "in 2021"),
        ),
    ),
    "a boat that sank is not when it left": (
        (
            "A boat carrying 80 migrants from [[Odesa]] to [[Turkey]] sank on Tuesday. The boat "
            "had left [[Odesa]] on Saturday and was bound for [[Istanbul]]."
        ),
        (("80 migrants", "Odesa", "Istanbul", "", "sea", "under way", "on Saturday"),),
    ),
    "not the same person at the same place": (
        (
            "Six of the men were flown to [[Cairo]]. Ana Silva cut short a trip to [[Paris]] and "
            "returned to [[Cairo]]."
        ),
        (
            ("Six of the men", "", "Cairo", "", "air", "happened", ""),
            ("Ana Silva", "Cairo", "Paris", "", "unknown", "happened", ""),
            ("Ana Silva", "Paris", "Cairo", "", "unknown", "happened", ""),
        ),
    ),
    "a list of visits gives no order": (
        "The envoy visited [[Cairo]], [[Juba]] and [[Nairobi]].",
        (
            ("envoy", "", "Cairo", "", "unknown", "happened", ""),
            ("envoy", "", "Juba", "", "unknown", "happened", ""),
            ("envoy", "", "Nairobi", "", "unknown", "happened", ""),
        ),
    ),
    "a region gives way to a place inside": (
        "Migrants sailed for [[Europe]]. The migrants sailed for [[Malta]] from [[Syria]].",
        (("Migrants", "Syria", "Malta", "", "sea", "under way", ""),),
    ),
    "a stop on its own is where the journey goes": (
        "The frigate stopped in [[Malta]].",
        (("frigate", "", "Malta", "", "sea", "happened", ""),),
    ),
    "there and back to the same place has no other start": (
        "The plane flew from [[Lima]] to [[Lima]].",
        (("plane", "", "Lima", "", "air", "happened", ""),),
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_journeys_of_a_story(name: str) -> None:
    marked, expected = STORIES[name]
    told = story(marked)
    itineraries, problems = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    assert [shown(leg) for itinerary in itineraries for leg in itinerary.legs] == list(expected)
    assert not problems


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        ("Ana Silva flew to [[Cairo]] on Monday. Ms Silva flew to [[Cairo]] last month.", 2),
        ("Ana Silva flew to [[Cairo]] on Monday. Ms Silva flew to [[Cairo]] this week.", 1),
        ("Ana Silva flew to [[Cairo]] in May. Ms Silva flew to [[Cairo]] on Monday.", 2),
        ("Ana Silva flew to [[Cairo]] on 31 June. Ms Silva flew to [[Cairo]] on Monday.", 1),
    ],
)
def test_dates_tell_journeys_apart(marked: str, count: int) -> None:
    told = story(marked, published=date(2026, 11, 26))
    itineraries, _ = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    assert len(itineraries) == count


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        ("Ana Silva flew to [[Cairo]] on Monday. Ms Silva flew to [[Cairo]] last month.", 1),
        ("Ana Silva flew to [[Cairo]] in May. Ms Silva flew to [[Cairo]] on Monday.", 2),
        ("Ana Silva flew to [[Cairo]] in May. Ms Silva flew to [[Cairo]] in May 2019.", 1),
        ("Ana Silva flew to [[Cairo]] on Monday. Ms Silva flew to [[Cairo]] on Friday.", 2),
        ("Ana Silva flew to [[Cairo]] this week. Ms Silva flew to [[Cairo]] next week.", 2),
        ("Ana Silva flew to [[Cairo]] at dawn. Ms Silva flew to [[Cairo]] on Friday.", 1),
    ],
)
def test_words_alone_tell_journeys_apart_less_well(marked: str, count: int) -> None:
    told = story(marked)
    itineraries, _ = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    assert len(itineraries) == count
