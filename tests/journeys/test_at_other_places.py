"""Who was only meant to be somewhere, who stood beside whom: where journeys start and whose."""

from __future__ import annotations

import pytest

from tests.journeys.legs import legs_of, written
from tests.journeys.story import story

NOT_FROM_THERE = [
    # Who had only been due there was never there.
    (
        (
            "The minister, who had been due in [[Piura]] for a fair, cancelled the visit "
            "and was on his way to [[Guayaquil]] on Thursday."
        ),
        [
            "minister | | Piura | unknown | cancelled",
            "minister | | Guayaquil | unknown | under way",
        ],
    ),
    (
        "The buses, which had been waiting in [[Piura]], drove to [[Lima]] on Thursday.",
        ["buses | Piura | Lima | road | happened"],
    ),
    # Most come from there, not all.
    (
        "The miners, mostly from [[Chile]] and [[Peru]], were taken to [[Arica]].",
        ["miners | | Arica | unknown | happened"],
    ),
    # Who greeted a train came where it came to, and not to where the story is told from.
    (
        (
            "[[LIMA]] — A train from [[Antofagasta]] reached [[Callao]] on Sunday. "
            "The president greeted the crew. He had come down from [[Guayaquil]] by plane."
        ),
        [
            "train | Antofagasta | Callao | rail | happened",
            "president | Guayaquil | Callao | air | happened",
        ],
    ),
]
WHERE_THEY_WERE = [
    (
        "The mayor, in [[Lima]] for talks, flew home on Saturday.",
        ["mayor | Lima | | air | happened"],
    ),
    (
        "Mayor Ana Bek, in [[Lima]] for talks, cut short her stay and was due to fly home.",
        ["Mayor Ana Bek | Lima | | air | planned"],
    ),
    (
        (
            "The minister got only as far as [[Callao]], where fog closed "
            "the airport. He flew back to [[Guayaquil]] the next morning."
        ),
        [
            "minister | Guayaquil | Callao | unknown | happened",
            "minister | Callao | Guayaquil | air | happened",
        ],
    ),
    # A home that is reached lies somewhere; a deal that is reached is none.
    (
        "The wounded men reached their new home near [[Arica]] after two days on the road.",
        ["wounded men | | Arica | unknown | happened"],
    ),
    ("The miners reached a deal in [[Lima]] on Monday.", []),
    (
        "The trawler left [[Arica]] on Saturday with [[Peru]] as its destination.",
        ["trawler | Arica | Peru | sea | under way"],
    ),
]
WHOSE = [
    # A vessel that is named beside its noun is what the sentence is about.
    (
        (
            "The Santa Rosa left [[Lima]] on Friday for [[Arica]]. On Monday the ship was off "
            "[[Callao]]. Another vessel, the Boreas Star, discharged cattle at [[Antofagasta]] on "
            "Sunday. It is now sailing empty to [[Piura]]."
        ),
        [
            "The Santa Rosa | Lima | Arica | sea | under way",
            "The Boreas Star | Antofagasta | Piura | sea | under way",
        ],
    ),
    # Who stays with a ship keeps it from nothing.
    (
        "The captain said she would stay with the ship, which is to be moved to [[Arica]].",
        ["ship | | Arica | sea | planned"],
    ),
    # Who says so goes, not another woman of the story.
    (
        (
            "His wife was arrested at [[Lima]]. "
            "The lawyer said she would travel to [[Guayaquil]] on Friday."
        ),
        ["lawyer | | Guayaquil | unknown | planned"],
    ),
    (
        (
            "His wife was arrested at [[Lima]]. "
            "His lawyer, Ana Bek, said she would travel to [[Guayaquil]] on Friday."
        ),
        ["Ana Bek | | Guayaquil | unknown | planned"],
    ),
]
THERE_AND_BACK = [
    # Who was taken to hospital need not have come from where he lives.
    (
        "He was taken to hospital in [[Arica]] last week. He hopes to return to [[Lima]].",
        ["He | | Arica | unknown | happened", "He | | Lima | unknown | planned"],
    ),
    # Who will be back next year does not come back now.
    (
        "Ana Bek flew from [[Lima]] to [[Arica]]. “I shall come back next year,” she said.",
        ["Ana Bek | Lima | Arica | air | happened"],
    ),
    # Those landed years after they had fled from elsewhere.
    (
        "The last of them landed in [[Lima]], four years after they fled from [[Cairo]].",
        ["last of them | | Lima | air | happened", "last of them | Cairo | | unknown | happened"],
    ),
    # Home is not where the way went on from.
    (
        "He will go on from [[Lima]] to [[Arica]] on Friday and return home on Sunday.",
        ["He | Lima | Arica | unknown | planned"],
    ),
    # Who was only on her way has not come there.
    (
        (
            "A cargo ship was towed into [[Callao]] on Monday. The ship was sailing from "
            "[[Valparaíso]] to [[Guayaquil]] when it hit a tanker. It was searched on Monday."
        ),
        [
            "cargo ship | | Callao | sea | happened",
            "cargo ship | Valparaíso | Guayaquil | sea | under way",
        ],
    ),
    # Its engine is no other subject: the boat is what the next sentence is of.
    (
        (
            "[[~Chilean]] police said it had met a wooden boat. The boat had left [[Arica]] on "
            "Friday, before its engine failed. It was towed to [[Callao]] by a ship."
        ),
        ["wooden boat | Arica | | sea | under way", "wooden boat | | Callao | sea | happened"],
    ),
    # A train that stopped has not come to where it was going.
    (
        (
            "A train carrying 90 people from [[Lima]] to [[Arica]] stopped near [[Callao]]. "
            "The people went on by bus to [[Piura]]."
        ),
        [
            "90 people | Lima | Arica | rail | under way",
            "90 people | Callao | Piura | road | happened",
        ],
    ),
    (
        (
            "Police drove 31 people to the crossing at [[Arica]], from which nurses brought them "
            "to [[Lima]]."
        ),
        ["31 people | | Arica | road | happened", "31 people | Arica | Lima | unknown | happened"],
    ),
]


@pytest.mark.parametrize(
    ("text", "legs"), [*NOT_FROM_THERE, *WHERE_THEY_WERE, *WHOSE, *THERE_AND_BACK]
)
def test_each_goes_from_where_they_were(text: str, legs: list[str]) -> None:
    assert written(legs_of(story(text))) == legs
