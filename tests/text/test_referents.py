"""Whom words that point back mean: with a reason, and with whom they would fit as well."""

from __future__ import annotations

import pytest

from tests.journeys.story import story


def links(text: str) -> dict[str, tuple[str, list[str]]]:
    told = story(text)
    return {
        link.span.text: (link.to.shown, [other.shown for other in link.others])
        for link in told.document.referents.links
    }


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Ana Lund left [[Lima]] on Monday. She was met by police.", "She", "Ana Lund"),
        # A name that ends in -s is one person's still.
        ("Ana Lopes left [[Lima]]. Lopes was ill. She took a bus.", "She", "Ana Lopes"),
        # A minister of trade is no trade.
        (
            "Trade Minister Ana Lund left [[Lima]]. She took a bus.",
            "She",
            "Trade Minister Ana Lund",
        ),
        ("A trawler left [[Arica]]. It sank off [[Callao]].", "It", "trawler"),
        ("A trawler left [[Arica]]. The ship sank off [[Callao]].", "ship", "trawler"),
        ("Twelve climbers left [[Lima]]. They had no guide.", "They", "Twelve climbers"),
        ("Twelve climbers left [[Lima]]. A third turned back.", "third", "Twelve climbers"),
        ("Twelve climbers left [[Lima]]. Two of them turned back.", "them", "Twelve climbers"),
        ("Ana Lund left [[Lima]]. In [[Cairo]], Lund met a judge.", "Lund", "Ana Lund"),
        ("Aid trucks left [[Lima]]. A third turned around at [[Callao]].", "third", "Aid trucks"),
    ],
)
def test_words_mean_whom_the_story_told_of(text: str, words: str, meant: str) -> None:
    assert links(text)[words] == (meant, [])


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        # Who was "him" just before goes on, not the one who came in between.
        ("Tom Lund left [[Lima]]. A doctor drove him on. He left for [[Cairo]].", "He", "Tom Lund"),
        # A name of which nothing is told is no woman.
        ("Ana Lund left [[Lima]]. The road over Elkside was shut. She flew.", "She", "Ana Lund"),
        # Who is met in the speaker's mouth does not speak.
        ("Ana Lund left [[Lima]]. “My aunt lives far off,” she said.", "she", "Ana Lund"),
        # What stops a vehicle does not move on.
        ("Ten boys left [[Lima]]. Deep drifts stopped their bus. They fled.", "They", "Ten boys"),
    ],
)
def test_a_pronoun_means_who_is_told_of_on(text: str, words: str, meant: str) -> None:
    assert links(text)[words][0] == meant


def test_a_bus_is_not_its_driver() -> None:
    text = "The bus driver Tom Lund left [[Lima]]. The bus was hit by a truck."
    assert links(text).get("bus", ("", []))[0] != "bus driver Tom Lund"


def test_where_two_would_do_both_are_named() -> None:
    to, others = links("Ana Lund met Nora Klein in [[Lima]]. She left for [[Cairo]].")["She"]
    assert {to, *others} == {"Ana Lund", "Nora Klein"}
    assert to == "Ana Lund"


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ana Lund left [[Lima]]. The foreign minister flew to [[Cairo]].",
        "Defense Minister Ana Lund left [[Lima]]. The finance minister flew to [[Cairo]].",
    ],
)
def test_two_of_one_title_are_told_apart_by_rank(text: str) -> None:
    assert links(text) == {}


def test_every_link_has_a_reason_and_lies_in_the_text() -> None:
    told = story("Ana Lund left [[Lima]]. She flew to [[Cairo]], where her brother met the judge.")
    assert told.document.referents.links
    for link in told.document.referents.links:
        assert link.reason
        assert told.article.text[link.span.start : link.span.end] == link.span.text
        assert link.to in told.document.referents.all


def test_nobody_is_meant_where_nobody_was_told_of() -> None:
    assert links("She left [[Lima]].") == {}
    assert links("") == {}


def test_without_grammar_nobody_is_meant() -> None:
    assert story("Она уехала. Она вернулась.").document.referents.all == ()


@pytest.mark.parametrize(
    ("text", "shown", "sort"),
    [
        ("A plane crashed near [[Piura]]. It was 35 km south of [[Lima]].", "plane", "vehicle"),
        ("An earthquake shook [[Piura]]. It was 35 km south of [[Lima]].", "earthquake", "event"),
        ("Soldiers left [[Kharkiv]]. They were 20 km from [[Odesa]].", "Soldiers", "group"),
        ("[[Callao]] is a large port. It is 12 km from [[Lima]].", "Callao", "place"),
        ("The port of [[Callao]] is old. It is 12 km from [[Lima]].", "Callao", "place"),
        ("A crash near [[Piura]] killed two. The site is 40 km from [[Lima]].", "crash", "event"),
        ("A plane crashed near [[Piura]].\n\nIt was 9 km from [[Lima]].", "plane", "vehicle"),
        ("A boat sank off [[Arica]]. It was old. It was 9 km from [[Lima]].", "boat", "vehicle"),
    ],
)
def test_what_a_sentence_goes_on_about(text: str, shown: str, sort: str) -> None:
    told = story(text)
    referents = told.document.referents
    meant = referents.topics[len(told.article.sentences) - 1]
    assert (meant.shown, meant.sort) == (shown, sort)
    assert bool(meant.toponym_id) == (sort == "place")
    assert any(link.span.text in {"It", "They", "site"} for link in referents.links)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor left [[Lima]]. It is 12 km from [[Callao]].",
        "The port of [[Callao]] is old.\n\nIt is 12 km from [[Lima]].",
        "A plane crashed near [[Piura]]. The site of [[Lima]] is 40 km off.",
    ],
)
def test_what_the_text_does_not_tell_is_not_told(text: str) -> None:
    assert not story(text).document.referents.topics


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("She flew to [[Lima]]. He went there by bus.", "there", "Lima"),
        (
            "A pilot flew from [[Lima]] to [[Piura]] and on from there to [[Cusco]].",
            "there",
            "Piura",
        ),
        ("Boats left [[Arica]] for [[Callao]]. The port was shut.", "The port", "Callao"),
        # A town is told of, not the one from which its distance is given.
        ("Mud hit [[Piura]], 90 km (56 miles) south of [[Lima]]. He went there.", "there", "Piura"),
        (
            "[[Piura]], 90 km south-southeast of [[Lima]], is cut off. He went there.",
            "there",
            "Piura",
        ),
        # Of two places that a sentence is about, none.
        (
            "She went to [[Cairo]]. [[Piura]] and [[Lima]] are far apart. He went there.",
            "there",
            "Cairo",
        ),
        ("LIMA — Nine nurses came here on Monday.", "here", ""),
        ("[[LIMA|Lima]] — Nine nurses came here on Monday.", "here", "LIMA"),
        ("[[LIMA|Lima]] — “Nurses came here,” said a man in [[Cusco]].", "here", ""),
        ("[[LIMA|Lima]] — A tug left the port for [[Arica]].", "the port", "LIMA"),
        ("[[LIMA|Lima]] — This city is proud. A man left [[Piura]].", "This city", "LIMA"),
        ("A man left [[Arica]]. The [[~Chilean|Chile]] port is shut.", "The Chilean port", "Arica"),
        ("[[Arica]] and [[Antofagasta]] are far. The [[~Chilean|Chile]] port is shut.", "", ""),
        ("Boats from [[Arica]] that wanted to go there were stopped.", "", ""),
    ],
)
def test_words_mean_the_place_told_of(text: str, words: str, meant: str) -> None:
    told = story(text)
    names = {one.id: one.span.text for one in told.toponyms}
    found = {
        link.span.text: names[link.to.toponym_id]
        for link in told.document.referents.places.values()
    }
    assert found == ({words: meant} if meant else {})


def test_a_driver_and_the_truck_that_each_belong_to_the_other() -> None:
    """A truck's driver leaves his truck: whose each is leads round in a ring."""
    told = story(
        "The truck's driver, Ana Weil, drove to [[Lima]]. Weil left her truck there for [[Ica]]."
    )
    owners = {one.shown: one.owner for one in told.document.referents.all}
    assert any(owner is not None for owner in owners.values())
    for owner in owners.values():  # however far one asks, the chain has an end
        above, seen = owner, 0
        while above is not None:
            above, seen = above.owner, seen + 1
            assert seen < 9
