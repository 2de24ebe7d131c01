"""Pages as news sites lay them out today: what stands inside and round the story is told apart."""

from __future__ import annotations

import json

import pytest

from benchmarks.reading import f1, story
from geo.adapters.documents.web_page import parse
from geo.contracts import BlockKind, Source
from geo.read import told_by_words
from geo.settings import Settings
from tools.page_layouts.layouts import page
from tools.page_layouts.modern import modern_pages
from tools.page_layouts.swollen import swollen

SETTINGS = Settings()
PAGES = modern_pages()
# Pasted without its markup, what partners are told in whole sentences may be the story.
_LEAST_PASTED = {"consent": 0.85}
PROSE = "The ferry from Split reached Hvar at noon, the harbour master said on Monday."
MORE = "Nobody on the quay had expected it before the evening, and few had come to wait."


def pasted(*lines: str) -> list[str]:
    """Give what is read of lines."""
    return story(Source(text="\n\n".join(lines)), SETTINGS).split("\n\n")


@pytest.mark.parametrize("name", PAGES)
def test_the_story_is_read_and_what_stands_round_it_is_not(name: str) -> None:
    made = PAGES[name]

    assert f1(story(parse(made.html.encode(), SETTINGS), SETTINGS), made.truth) >= 0.96
    assert f1(story(Source(text=made.pasted(0)), SETTINGS), made.truth) >= _LEAST_PASTED.get(
        name, 0.91
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("👉 Read also: A ferry is late", BlockKind.RELATED),
        ("• Related: A ferry is late", BlockKind.RELATED),
        ("Share (14)", BlockKind.NAVIGATION),
        ("Subscribe [1.2k]", BlockKind.ADVERTISING),
        (
            "Sign up for our letter from the coast and find the best of it in your inbox each day.",
            BlockKind.ADVERTISING,
        ),
        ("Get the harbour app: it is in the App Store and free for all.", BlockKind.ADVERTISING),
        ("Subscribe to nothing that you have not read, the mayor told them on Monday.", None),
        ("Get the boats out of the water, the mayor said.", None),
        ("“Share it (14)”", None),
    ],
)
def test_lines_are_told_by_their_words(line: str, kind: BlockKind | None) -> None:
    assert told_by_words(line) is kind


def test_what_stands_above_the_headline_is_no_story_where_one_stands_below() -> None:
    body = f"<div><p>{PROSE}</p></div><h1>Late</h1><div><p>{MORE}</p><p>{MORE} {MORE}</p></div>"
    page = f"<html><head><title>Late</title></head><body>{body}</body></html>"

    assert PROSE not in parse(page.encode(), SETTINGS).text
    late = page.replace(f"<p>{MORE}</p><p>{MORE} {MORE}</p>", "")
    assert PROSE in parse(late.encode(), SETTINGS).text


def test_the_day_of_a_page_is_known_though_what_tells_it_stands_above_the_headline() -> None:
    told = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": '
    body = f'<div>{told}"2024-05-04"}}</script></div><h1>Late</h1><p>{PROSE} {MORE} {MORE}</p>'
    page = f"<html><head><title>Late</title></head><body>{body}</body></html>"

    published = parse(page.encode(), SETTINGS).published
    assert published is not None
    assert published.isoformat() == "2024-05-04"


@pytest.mark.parametrize("seed", range(6))
def test_a_page_that_is_swollen_with_what_nobody_reads_tells_the_same_story(seed: int) -> None:
    made = page(seed)
    large = swollen(made.html, 150_000, seed)

    assert len(large) > 150_000
    source, plain = parse(large.encode(), SETTINGS), parse(made.html.encode(), SETTINGS)
    assert story(source, SETTINGS) == story(plain, SETTINGS)
    assert source.published == plain.published


def test_words_behind_what_is_taken_out_stay_where_they_are() -> None:
    inside = "<style>p{}</style>at noon<svg><text>12</text></svg>, the<script>x()</script> harbour"
    body = f"<h1>Late</h1><p>The ferry came {inside} master said on Monday.</p><p>{MORE}</p>"
    source = parse(f"<html><body>{body}<p>{MORE} {PROSE}</p></body></html>".encode(), SETTINGS)

    assert "The ferry came at noon, the harbour master said on Monday." in source.text


def test_comments_end_with_their_last_answer() -> None:
    lines = ["Late", PROSE, MORE, "2 Comments", "Kate", MORE, "Reply", "Tom", MORE, "Reply"]
    assert pasted(*lines, "The quay was full.") == [PROSE, MORE, "The quay was full."]
    assert pasted("Late", "2 Comments", PROSE, MORE) == [PROSE, MORE]


def test_comments_of_a_page_stand_under_their_heading() -> None:
    said = "".join(f"<div><b>Kate {at}</b><p>{MORE} {at}</p></div>" for at in range(4))
    body = f"<h1>Late</h1><p>{PROSE}</p><section><div><h2>4 Comments</h2></div>{said}</section>"

    source = parse(f"<html><body>{body}</body></html>".encode(), SETTINGS)
    assert [block.span.text for block in source.blocks if block.kind is BlockKind.BODY] == [PROSE]


def test_the_next_story_of_a_page_has_its_announcement_and_its_writer() -> None:
    first = ["Late", "By Ada Byron", PROSE, MORE]
    assert pasted(*first, "Next up", "Early", "By Ben Kato", f"{MORE} {PROSE}") == [PROSE, MORE]
    assert len(pasted(*first, "Early", "By Ben Kato", f"{MORE} {PROSE}")) > len(first[2:])


def test_sections_that_a_list_of_contents_names_are_read() -> None:
    heads = ["Where is it?", "Who pays?", "And then?"]
    menu = [f"Menu {at}" for at in range(12)]
    parts = [line for head in heads for line in (head, PROSE)]

    assert pasted("Late", *heads, *menu, *parts)[-6:] == parts


def test_an_interview_keeps_its_questions() -> None:
    talk = ["Where are you from?", "From Split.", "Do you like it?", "I do, on most days."] * 5

    assert pasted("The keeper of the light", PROSE, *talk)[1:] == talk


def test_who_wrote_is_told_below_the_name() -> None:
    lines = ["Late", "By Ada Byron", "Ada Byron went to Hvar for a week.", PROSE]

    assert pasted(*lines) == [PROSE]
    assert pasted(lines[0], PROSE, lines[2]) == [PROSE, lines[2]]


NOTICE = (
    "<p>We and our partners keep keys on your device and read them again.</p>"
    "<p>Under your choices you can say which of them may stay, and for how long.</p>"
    "<p>Nothing of it is needed for the page itself to work as it should.</p>"
)


def told_of(body: str, head: str = "") -> list[str]:
    """Give the running text of a page."""
    page = f"<html><head><title>Late</title>{head}</head><body>{body}</body></html>"
    return story(parse(page.encode(), SETTINGS), SETTINGS).split("\n\n")


def test_what_a_page_says_of_its_visitors_is_no_story() -> None:
    assert told_of(f"<div><h1>Late</h1><p>{PROSE}</p></div><div>{NOTICE}</div>") == [PROSE]


def test_advice_to_readers_is_a_story() -> None:
    lines = ("Look once a year at what your browser keeps of you.", "Lock your device at night.")
    advice = f"<h1>Late</h1><div><p>{lines[0]}</p><p>{lines[1]}</p></div>"
    assert told_of(advice) == list(lines)
    assert told_of(advice.replace("h1", "b"))[-2:] == list(lines)


def test_a_story_behind_a_dialog_is_read_and_the_dialog_is_not() -> None:
    dialog = "<div role=dialog><p>Choose what is kept, and for how long, on this machine.</p></div>"
    page = f"<div aria-hidden=true><h1>Late</h1><p>{PROSE}</p><p>{MORE}</p></div>{dialog}"

    assert told_of(page) == [PROSE, MORE]


@pytest.mark.parametrize("hidden", ["hidden", "style='display: none'"])
def test_the_rest_of_a_story_behind_a_button_is_read(hidden: str) -> None:
    rest = f"<div {hidden}><p>{MORE}</p><p>{MORE} {PROSE}</p></div>"

    assert len(told_of(f"<h1>Late</h1><div><p>{PROSE}</p><a href=#>More</a>{rest}</div>")) == 3
    assert told_of(f"<h1>Late</h1><div><p>{PROSE}</p></div>{rest}") == [PROSE]


def test_a_page_that_is_hidden_until_its_script_runs_is_read() -> None:
    page = f"<div style='visibility: hidden'><h1>Late</h1><p>{PROSE}</p><p>{MORE}</p></div>"

    assert told_of(page) == [PROSE, MORE]


def test_a_story_that_a_script_will_write_is_taken_from_what_search_engines_get() -> None:
    body = f"<p>{PROSE}</p><p>{MORE}</p><p>{MORE} {PROSE}</p><p>{PROSE} {MORE} {MORE}</p>"
    data = json.dumps({"@type": "NewsArticle", "articleBody": body})
    script = f'<script type="application/ld+json">{data}</script>'

    assert told_of("<div id=root></div>", script)[:2] == [PROSE, MORE]
    assert told_of(f"<h1>Late</h1><p>{PROSE}</p>", script) == [PROSE]


def test_a_short_paragraph_below_links_to_others_is_not_lost() -> None:
    page = modern_pages(1)["blocks"]
    read = story(Source(text=page.pasted(0)), SETTINGS).split("\n\n")

    assert [one for one in page.story if len(one.split()) > 8 and one not in read] == []


OTHER = (
    '<div class="card"><a href="/1"><h3>Early</h3></a><time datetime="2025-01-09">x</time></div>'
)


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("", "", None),
        (
            "",
            '<p class="by">By Ada Byron, <time datetime="2026-03-02">2 March</time></p>',
            "2026-03-02",
        ),
        ("<nav><time datetime='2026-03-05'>today</time></nav>", "", None),
    ],
)
def test_the_day_is_that_of_the_story_and_of_no_other(
    above: str, below: str, day: str | None
) -> None:
    lines = f"{above}<h1>Late</h1>{below}<p>{PROSE}</p><p>{MORE} {MORE}</p>"
    page = (
        f"<html><head><title>Late</title></head><body>{OTHER * 9}{lines}{OTHER * 9}</body></html>"
    )

    published = parse(page.encode(), SETTINGS).published
    assert (published.isoformat() if published else None) == day
