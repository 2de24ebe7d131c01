from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import (
    Analysis,
    Anchor,
    ChangedLeg,
    CheckedFigure,
    ChosenPlace,
    Edit,
    JoinedLegs,
    LegStatus,
    Mode,
    NoPlace,
    OtherSense,
    Place,
    Sense,
    Source,
    Span,
    SplitLeg,
    Verdict,
)
from geo.edits import (
    History,
    anchor_of,
    edits_from_json,
    edits_to_json,
    find_anchor,
    first_words,
    leg_numbers,
)
from geo.errors import ArticleError
from geo.pipeline import read, understand
from geo.wording import status_words

if TYPE_CHECKING:
    from geo.pipeline import Reading, Services

TEXT = """Choir reaches Hamilton after a long drive

A children's choir travelled by bus from Toronto to Hamilton on Friday. Hamilton lies 60 km from
Toronto. The choir sang at Brockwell Hall, a barn 12 km away. On Sunday the choir drove from
Hamilton to Buffalo by way of Grimsby.
"""


@pytest.fixture(scope="module")
def reading(services: Services) -> Reading:
    return read(Source(text=TEXT), services)


def at(words: str, text: str = TEXT, start: int = 0) -> Anchor:
    where = text.index(words, start)
    return anchor_of(text, Span(start=where, end=where + len(words), text=words))


def placed(analysis: Analysis, words: str) -> list[Place | None]:
    found = {geocode.toponym_id: geocode.place for geocode in analysis.geocodes}
    return [found[one.id] for one in analysis.toponyms if one.span.text == words]


def other_hamilton(services: Services) -> Place:
    return next(p for p in services.gazetteer.candidates("Hamilton") if p.country_code == "NZ")


def test_a_chosen_place_is_followed_by_all_that_comes_after(
    reading: Reading, services: Services
) -> None:
    before = understand(reading, services)
    assert {place.country_code for place in placed(before, "Hamilton") if place} == {"CA"}
    assert any(check.verdict is Verdict.SUPPORTED for check in before.checks)
    edit = ChosenPlace(anchor=at("Hamilton", start=60), place=other_hamilton(services))
    after = understand(reading, services, edits=[edit])
    assert {place.country_code for place in placed(after, "Hamilton") if place} == {"NZ"}
    ends = [leg.destination.place.country_code for leg in after.legs if leg.destination]
    assert "NZ" in ends
    assert not any(check.verdict is Verdict.SUPPORTED for check in after.checks)
    chosen = next(geocode for geocode in after.geocodes if geocode.probability == 1.0)
    assert chosen.evidence[0].reason == "chosen by hand"
    assert any(one.place.country_code == "CA" for one in chosen.alternatives)
    assert understand(reading, services) == before


def test_what_was_put_aside_softens_no_verdict(reading: Reading, services: Services) -> None:
    ohio = next(p for p in services.gazetteer.candidates("Hamilton") if p.admin1 == "Ohio")
    edit = ChosenPlace(anchor=at("Hamilton", start=60), place=ohio)
    after = understand(reading, services, edits=[edit])
    (check,) = (one for one in after.checks if one.reason.startswith("From the centre of Hamilton"))
    assert check.verdict is Verdict.REFUTED
    assert "may mean as well" not in check.reason
    chosen = next(geocode for geocode in after.geocodes if geocode.probability == 1.0)
    assert {one.probability for one in chosen.alternatives} == {0.0}


def test_one_mention_alone_can_be_another_place(reading: Reading, services: Services) -> None:
    anchor = at("Hamilton", start=TEXT.index("drove from"))
    edit = ChosenPlace(anchor=anchor, place=other_hamilton(services), everywhere=False)
    found = placed(understand(reading, services, edits=[edit]), "Hamilton")
    assert [place.country_code for place in found if place].count("NZ") == 1


def test_words_that_nobody_marked_become_a_place_and_a_figure_is_checked(
    reading: Reading, services: Services
) -> None:
    barn = Place(
        gazetteer="hand", feature_id="hand:1", name="Brockwell Hall", lon=-79.74, lat=43.20,
        feature_class="S", feature_code="BDG",
    )  # fmt: skip
    edits: list[Edit] = [
        ChosenPlace(anchor=at("Brockwell Hall"), place=barn),
        CheckedFigure(
            anchor=at("12 km"), subject=at("Brockwell Hall"), measured_to=at("Hamilton", start=60)
        ),
    ]
    analysis = understand(reading, services, edits=edits)
    assert placed(analysis, "Brockwell Hall") == [barn]
    claim = next(one for one in analysis.claims if one.span.text.startswith("12 km"))
    check = next(one for one in analysis.checks if one.claim_id == claim.id)
    assert check.verdict is Verdict.SUPPORTED
    assert [one.id for one in analysis.claims] == [f"c{n + 1}" for n in range(len(analysis.claims))]
    starts = [one.span.start for one in analysis.toponyms]
    assert starts == sorted(starts)


def test_no_place_and_another_sense(reading: Reading, services: Services) -> None:
    edits: list[Edit] = [
        NoPlace(anchor=at("Grimsby")),
        OtherSense(anchor=at("Buffalo"), sense=Sense.ASSOCIATIVE),
    ]
    analysis = understand(reading, services, edits=edits)
    assert placed(analysis, "Grimsby") == []
    (buffalo,) = (one for one in analysis.toponyms if one.span.text == "Buffalo")
    assert buffalo.sense is Sense.ASSOCIATIVE
    assert "Grimsby" not in {end.place.name for leg in analysis.legs for end in leg.ends}


def test_a_leg_is_changed_split_joined_and_removed(reading: Reading, services: Services) -> None:
    found = understand(reading, services)
    leg = next(
        one for one in found.legs if one.destination and one.destination.place.name == "Buffalo"
    )
    words = first_words(leg)
    assert words is not None
    anchor, number = anchor_of(TEXT, words), leg_numbers(found.itineraries)[leg.id]

    def names(*edits: Edit) -> list[list[str]]:
        changed = understand(reading, services, edits=edits)
        assert not [one for one in changed.problems if one.stage == "edits"]
        return [
            [end.place.name for end in one.ends]
            for one in changed.legs
            if first_words(one) == words
        ]

    whole = [end.place.name for end in leg.ends]
    assert whole[-1] == "Buffalo"
    assert "Grimsby" in whole
    split = SplitLeg(anchor=anchor, number=number, at=at("Grimsby"))
    assert names(split)[-2:] == [["Hamilton", "Grimsby"], ["Grimsby", "Buffalo"]]
    joined = JoinedLegs(anchor=anchor, number=number)
    assert names(split, joined)[-1] == whole
    ends = (at("Toronto"), None)
    change = ChangedLeg(
        anchor=anchor,
        number=number,
        ends=ends,
        mode=Mode.RAIL,
        traveller="The band",
        departed="today",
    )
    changed = understand(reading, services, edits=[change])
    new = next(one for one in changed.legs if one.traveller == "The band")
    assert (new.mode, new.destination) == (Mode.RAIL, None)
    assert new.origin is not None
    assert new.origin.place.name == "Toronto"
    assert new.departed is not None
    removed = ChangedLeg(anchor=anchor, number=number, removed=True)
    assert (
        len(list(understand(reading, services, edits=[removed]).legs)) == len(list(found.legs)) - 1
    )


def test_a_correction_without_its_words_is_kept_and_said(services: Services) -> None:
    edit = NoPlace(anchor=at("Grimsby"))
    analysis = understand(
        read(Source(text="A bus left Toronto on Friday."), services), services, edits=[edit]
    )
    (problem,) = (one for one in analysis.problems if one.stage == "edits")
    assert "Grimsby" in problem.message
    assert analysis.edits == (edit,)


def test_corrections_go_round_in_the_analysis_and_in_a_file(
    reading: Reading, services: Services
) -> None:
    edits: tuple[Edit, ...] = (
        ChosenPlace(anchor=at("Hamilton"), place=other_hamilton(services), note="=1+1"),
        SplitLeg(anchor=at("choir drove"), at=at("Grimsby")),
        ChangedLeg(anchor=at("choir drove"), ends=(None, at("Buffalo"))),
    )
    analysis = understand(reading, services, edits=edits)
    assert Analysis.from_json(analysis.to_json()).edits == edits
    assert edits_from_json(edits_to_json(edits).encode(), name="e.json") == edits


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"\xff",
        b'[{"edit": "nothing"}]',
        b"[" * 100_000,
        (
            b'[{"edit":"place","anchor":{"quote":"A"},"place":{"gazetteer":"","feature_id":"",'
            b'"name":"","lon":999,"lat":0,"feature_class":"","feature_code":""}}]'
        ),
        b'[{"edit":"measure","anchor":{"quote":"A"},"points":[{"lon":1,"lat":2}]}]',
        b'[{"edit":"measure","anchor":{"quote":"A"},"points":[{"lon":1,"lat":2},{"lon":1,"lat":99}]}]',
    ],
)
def test_other_files_are_refused_in_words(raw: bytes) -> None:
    with pytest.raises(ArticleError, match=r"e\.json"):
        edits_from_json(raw, name="e.json")


@given(st.text(alphabet="ab .", min_size=1, max_size=30), st.data())
def test_an_anchor_finds_its_own_words_again_behind_new_ones(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = f"<{text[start:end]}>"
    text = text[:start] + words + text[end:]
    anchor = anchor_of(text, Span(start=start, end=start + len(words), text=words))
    moved = data.draw(st.text(alphabet="ab .", max_size=20))
    found = find_anchor(moved + text, anchor)
    assert found == Span(start=len(moved) + start, end=len(moved) + start + len(words), text=words)


def test_words_inside_a_word_are_not_meant() -> None:
    anchor = Anchor(quote="Oman")
    assert find_anchor("Romania is far from Oman.", anchor) == Span(start=20, end=24, text="Oman")
    assert find_anchor("Romania", anchor) is None
    assert find_anchor("", replace(anchor, quote="")) is None


def test_undo_redo_and_taking_back() -> None:
    one, two = NoPlace(anchor=Anchor(quote="A")), NoPlace(anchor=Anchor(quote="B"))
    again = OtherSense(anchor=Anchor(quote="A"), sense=Sense.LITERAL)
    history = History().add(one).add(two).add(again)
    assert history.done == (one, two, again)
    assert history.undo().done == (one, two)
    assert history.undo().redo() == history
    assert history.take_back(one).done == (two, again)
    assert history.take_back(one).undo().done == history.done
    assert History().undo() == History()
    assert History().redo() == History()
    other = replace_everywhere(one)
    # That these words alone are none says nothing of the others.
    assert history.add(other).done == (one, two, again, other)
    assert history.add(other).add(one).done == (two, again, one)


def replace_everywhere(edit: NoPlace) -> NoPlace:
    return NoPlace(anchor=edit.anchor, everywhere=not edit.everywhere)


def changed(number: int = 0, **said: Any) -> ChangedLeg:
    return ChangedLeg(anchor=Anchor(quote="drove"), number=number, **said)


def test_a_later_correction_of_a_journey_keeps_what_an_earlier_one_said() -> None:
    ends = (None, Anchor(quote="Buffalo"))
    first = changed(status=LegStatus.TURNED_BACK, traveller="The band")
    history = History().add(first).add(changed(ends=ends))
    both = changed(status=LegStatus.TURNED_BACK, traveller="The band", ends=ends)
    assert history.done == (both,)
    later = history.add(changed(status=LegStatus.PLANNED, note="by phone"))
    assert later.done == (
        changed(status=LegStatus.PLANNED, traveller="The band", ends=ends, note="by phone"),
    )
    assert later.undo().done == (both,)
    assert later.undo().undo().done == (first,)
    # Another journey is another's.
    assert history.add(changed(1, mode=Mode.AIR)).done == (both, changed(1, mode=Mode.AIR))


@pytest.mark.parametrize(
    "step",
    [
        SplitLeg(anchor=Anchor(quote="drove"), at=Anchor(quote="Grimsby")),
        JoinedLegs(anchor=Anchor(quote="drove")),
        changed(removed=True),
    ],
)
def test_what_was_said_before_journeys_were_counted_anew_stays_before(step: Edit) -> None:
    first, second = changed(traveller="The band"), changed(mode=Mode.AIR)
    history = History().add(first).add(step).add(second)
    assert history.done == (first, step, second)


def test_several_corrections_of_a_journey_add_up(reading: Reading, services: Services) -> None:
    found = understand(reading, services)
    leg = next(
        one for one in found.legs if one.destination and one.destination.place.name == "Buffalo"
    )
    words = first_words(leg)
    assert words is not None
    of_it: dict[str, Any] = {
        "anchor": anchor_of(TEXT, words),
        "number": leg_numbers(found.itineraries)[leg.id],
    }
    edits = (
        ChangedLeg(**of_it, status=LegStatus.TURNED_BACK, ended=(at("Grimsby"),)),
        ChangedLeg(**of_it, ends=(at("Toronto"), at("Buffalo"))),
        ChangedLeg(**of_it, traveller="The band"),
    )
    history = History()
    for edit in edits:
        history = history.add(edit)
    for told in (history.done, edits):
        legs = understand(reading, services, edits=told).legs
        new = next(one for one in legs if one.traveller == "The band")
        assert status_words(new) == "turned back near Grimsby"
        assert new.origin is not None
        assert new.origin.place.name == "Toronto"
    # Who got to the end after all was stopped nowhere.
    over = ChangedLeg(**of_it, status=LegStatus.HAPPENED)
    legs = understand(reading, services, edits=[*edits, over]).legs
    new = next(one for one in legs if one.traveller == "The band")
    assert new.ended is None


def test_where_a_journey_was_diverted_to_outlives_a_join_and_is_of_the_last_part(
    reading: Reading, services: Services
) -> None:
    found = understand(reading, services)
    leg = next(
        one for one in found.legs if one.destination and one.destination.place.name == "Buffalo"
    )
    words = first_words(leg)
    assert words is not None
    anchor, number = anchor_of(TEXT, words), leg_numbers(found.itineraries)[leg.id]
    edits: list[Edit] = [
        ChangedLeg(
            anchor=anchor,
            number=number,
            status=LegStatus.DIVERTED,
            ended=(at("Toronto"),),
        ),
        SplitLeg(anchor=anchor, number=number, at=at("Grimsby")),
    ]

    def said() -> list[str]:
        legs = understand(reading, services, edits=edits).legs
        return [status_words(one) for one in legs if first_words(one) == words]

    assert said() == ["the article says it happened", "diverted to Toronto"]
    edits.append(JoinedLegs(anchor=anchor, number=number))
    assert said() == ["diverted to Toronto"]


@pytest.mark.parametrize(
    "words", ["The fans sang for 58 km, as ever.", "The barn lies 58 km from the old mill."]
)
def test_a_figure_that_was_tied_by_hand_is_no_longer_told_as_open(
    services: Services, words: str
) -> None:
    text = f"A bus left Toronto for Hamilton on Friday. {words}"
    reading = read(Source(text=text), services)
    (told,) = understand(reading, services).problems
    assert "58 km" in told.message
    edit = CheckedFigure(
        anchor=at("58 km", text), subject=at("Toronto", text), measured_to=at("Hamilton", text)
    )
    after = understand(reading, services, edits=[edit])
    assert not after.problems
    assert after.checks[-1].verdict is Verdict.SUPPORTED
