from __future__ import annotations

import codecs
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import BlockKind, Source
from geo.errors import ArticleError
from geo.read import decode, read_file, read_text
from geo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings()
PROSE = (
    "The ferry left the harbour at dawn with ninety people on board, the coast guard said, and "
    "was expected on the island before noon."
)
MENU = "Home\nWorld\nSport\nSign in\n\n"


def kinds(text: str) -> list[BlockKind]:
    article, _ = read_text(Source(text=text), SETTINGS)
    return [block.kind for block in article.blocks]


def sentences(text: str) -> list[str]:
    article, _ = read_text(Source(text=text), SETTINGS)
    return [sentence.text for sentence in article.sentences]


def test_the_example_is_cut_into_story_and_the_rest(train: str) -> None:
    article, problems = read_text(Source(text=train), SETTINGS)
    assert problems == ()
    assert article.title == "Kim Jong Un’s armoured train heads for Russia and a summit with Putin"
    assert [block.kind for block in article.blocks] == [
        BlockKind.HEADLINE,
        *[BlockKind.BODY] * 5,
        BlockKind.CREDIT,
        BlockKind.BIOGRAPHY,
        BlockKind.ADVERTISING,
        BlockKind.RELATED,
        BlockKind.RELATED,
    ]
    story = " ".join(sentence.text for sentence in article.sentences)
    assert "Vladivostok" in story
    assert not any(word in story for word in ("London", "Oxford", "Astana", "newsletter"))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Sign up now for a free trial", BlockKind.ADVERTISING),
        ("Log in", BlockKind.ADVERTISING),
        ("BestShop logo", BlockKind.ADVERTISING),
        ("Advertisement", BlockKind.ADVERTISING),
        ("Back to top", BlockKind.NAVIGATION),
        ("5 min read", BlockKind.NAVIGATION),
        ("Share", BlockKind.NAVIGATION),
        ("(Reporting by Ada Byron; Editing by Grace Hopper)", BlockKind.CREDIT),
        ("The Associated Press contributed to this report.", BlockKind.CREDIT),
        ("Photo: a ferry in the harbour of Split", BlockKind.CAPTION),
        ("A ferry off Split. Pool/Getty Images", BlockKind.CAPTION),
        ("Related Stories", BlockKind.RELATED),
        ("By Ada Byron in Athens", BlockKind.BYLINE),
        (
            "Sign up to fight, the general told young men of Kharkiv, or watch your town burn.",
            BlockKind.BODY,
        ),
        (
            "“Log in and you will see Paris,” she said, “as it was before the flood of May.”",
            BlockKind.BODY,
        ),
        ("What happens next in Geneva", BlockKind.BODY),
    ],
)
def test_a_line_between_paragraphs(line: str, kind: BlockKind) -> None:
    assert kinds(f"A headline without a stop\n\n{PROSE}\n\n{line}\n\n{PROSE}")[2] is kind


def test_story_goes_on_after_related_links() -> None:
    text = f"Headline\n\n{PROSE}\n\nMore on this:\n\nFloods in Chad\n\nDrought in Spain\n\n{PROSE}"
    assert kinds(text)[2:] == [BlockKind.RELATED] * 3 + [BlockKind.BODY]


def test_the_headline_is_found_under_a_menu() -> None:
    assert kinds(f"{MENU}Ferry lost off Crete\n\n{PROSE}")[-2:] == [
        BlockKind.HEADLINE,
        BlockKind.BODY,
    ]


def test_a_person_of_the_story_is_not_its_writer() -> None:
    text = f"Headline\n\n{PROSE}\n\nMaria Silva is a teacher based in Porto who saw the ferry sink."
    assert kinds(text)[-1] is BlockKind.BODY


def test_a_named_writer_and_what_is_said_of_her() -> None:
    text = f"Headline\n\nBy Maria Silva\n\n{PROSE}\n\nMaria Silva is a reporter based in Porto."
    assert kinds(text) == [
        BlockKind.HEADLINE,
        BlockKind.BYLINE,
        BlockKind.BODY,
        BlockKind.BIOGRAPHY,
    ]


def test_wrapped_lines_are_one_paragraph_and_a_list_is_not() -> None:
    wrapped = PROSE.replace("people on", "people\non").replace("and was", "and\nwas")
    assert kinds(f"Headline\n\n{wrapped}") == [BlockKind.HEADLINE, BlockKind.BODY]
    assert len(kinds(f"Headline\n\n{PROSE}\n{PROSE}\nShare")) == 4


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Kim met Gen. Ryder. They talked.", 2),
        ("He lives in St. Louis, Mo. The city is old.", 2),
        ("U.S. troops left. The U.S. Air Force did not.", 2),
        ("It sold for $4.5 million. “Never,” he said. “Not now.” They left.", 4),
        ("The train left Jan. 5 at noon. Nobody saw it.", 2),
        ("Is it true? Yes! It is…  Perhaps.", 4),
        ("J. R. Smith came from Athens, Ga. He was late.", 2),
        ("no stop at all", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(max_size=600))
def test_any_text_is_read_or_refused_and_spans_are_its_words(text: str) -> None:
    try:
        article, _ = read_text(Source(text=text), SETTINGS)
    except ArticleError:
        return
    spans = [block.span for block in article.blocks] + list(article.sentences)
    assert all(text[span.start : span.end] == span.text for span in spans)
    ends = [0, *(block.span.end for block in article.blocks)]
    starts = [*(block.span.start for block in article.blocks), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
    for sentence in article.sentences:
        block = article.block_at(sentence.start)
        assert block is not None
        assert block.is_story
        assert block.span.covers(sentence)


def test_lookup_by_offset() -> None:
    article, _ = read_text(Source(text=f"Headline\n\nShare\n\n{PROSE} It sank."), SETTINGS)
    assert article.sentence_at(0) == 0
    assert article.sentence_at(article.text.index("Share")) is None
    assert article.sentence_at(article.text.index("It sank")) == 2
    assert article.block_at(9) is None


def test_a_given_title_wins_and_a_long_first_sentence_is_cut() -> None:
    assert read_text(Source(text=PROSE, title=" Mine "), SETTINGS)[0].title == "Mine"
    title = read_text(Source(text=PROSE), SETTINGS)[0].title
    assert title.endswith(" …")
    assert len(title) <= 122


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        (" \n\t…", "is empty"),
        ("a\x00b", "binary"),
        ("\x01\x02\x03abc", "binary"),
        ("bad \ud800 letter", "position 4"),
        ("a" * 2_000_001, "up to 2 MB"),
    ],
)
def test_what_is_no_article_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        read_text(Source(text=text), SETTINGS)


def test_too_many_sentences_are_cut_and_said() -> None:
    article, problems = read_text(Source(text="It sank. " * 9), replace(SETTINGS, max_sentences=4))
    assert len(article.sentences) == 4
    assert problems[0].code == "too-many-sentences"


def test_other_languages_are_said() -> None:
    text = (
        "Der Zug verließ am Sonntagabend die Hauptstadt und fuhr über die Grenze nach Osten. " * 4
    )
    article, problems = read_text(Source(text=text), SETTINGS)
    assert problems[0].code == "not-english"
    assert article.language == "und"


def test_a_megabyte_without_a_stop_is_cut() -> None:
    assert max(map(len, sentences("word " * 200_000))) <= 4_000


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Kyjiw – Łódź".encode(), "Kyjiw – Łódź"),
        (codecs.BOM_UTF8 + b"Oslo", "Oslo"),
        ("Seoul 서울".encode("utf-16"), "Seoul 서울"),
        ("Seoul 서울".encode("utf-32"), "Seoul 서울"),
        (("Málaga, Cádiz y Logroño están en España. " * 9).encode("cp1252"), None),
    ],
)
def test_encodings(raw: bytes, text: str | None) -> None:
    assert decode(raw, SETTINGS) == (text or raw.decode("cp1252"))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"MZ\x00\x01\x00", "binary"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "damaged"),
        (bytes(range(128, 256)) * 3, "cannot be told|damaged|binary"),
        (b"a" * 2_000_001, "2 MB"),
    ],
)
def test_bytes_that_are_no_text(raw: bytes, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        decode(raw, SETTINGS, name="story.txt")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no file"):
        read_file(tmp_path / "missing.txt", SETTINGS)
    with pytest.raises(ArticleError, match="is a folder"):
        read_file(tmp_path, SETTINGS)
    with pytest.raises(ArticleError, match="cannot be read"):
        read_file("a\x00b", SETTINGS)
    with pytest.raises(ArticleError, match="up to 2 MB"):
        read_file("/dev/zero", SETTINGS)
    good = tmp_path / "good.txt"
    good.write_text("Oslo", encoding="utf-8")
    assert read_file(good, SETTINGS) == "Oslo"


def test_a_line_that_ends_with_a_preposition_goes_on_before_a_name() -> None:
    text = """Harvest festival draws crowds

Visitors came to the harvest festival, and some had ridden all day from
Kingston. Others had taken the last ferry, which leaves at noon, and the
Browns had walked.
"""
    assert [sentence.replace("\n", " ") for sentence in sentences(text)[1:]] == [
        "Visitors came to the harvest festival, and some had ridden all day from Kingston.",
        "Others had taken the last ferry, which leaves at noon, and the Browns had walked.",
    ]
