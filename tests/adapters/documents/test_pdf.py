"""The order in which a printed page is read, however it was drawn."""

from __future__ import annotations

from itertools import zip_longest

import pytest

from benchmarks.reading import f1
from geo.adapters.documents import read_document
from geo.errors import ArticleError
from geo.settings import Settings
from tests.adapters.documents import made

SETTINGS = Settings()
HEAD = "Night ferry limps back to port after water came in below deck"
WORDS = """
The old ferry turned back on Friday night after water came into its engine room while ninety people
slept below deck and the captain called for help by radio from the coast guard station on the next
island whose boats were out at sea and took almost an hour to come alongside in a heavy swell that
had grown since noon under a wind from the north
""".split()  # noqa: SIM905 - a list of so many words is not read by anyone


def columns(count: int) -> list[list[str]]:
    """Cut four rounds of the words, each its own, into lines of columns of one height."""
    words = [f"{word}{turn}" if turn else word for turn in range(4) for word in WORDS]
    lines = [" ".join(words[at : at + 5]) for at in range(0, len(words), 5)]
    height = -(-len(lines) // count)
    return [lines[at : at + height] for at in range(0, len(lines), height)]


def drawn(
    count: int,
    *,
    by_rows: bool,
    shift: float = 0.0,
    more: tuple[tuple[float, float, str], ...] = (),
) -> tuple[bytes, str]:
    """Draw columns under a headline that runs across them."""
    made_columns = columns(count)
    width = 500 / count
    placed = [
        [
            (45 + width * number, 740 - 13 * row - shift * number, line)
            for row, line in enumerate(lines)
        ]
        for number, lines in enumerate(made_columns)
    ]
    rows = (run for row in zip_longest(*placed) for run in row if run)
    runs = list(rows) if by_rows else [run for lines in placed for run in lines]
    truth = " ".join([HEAD, *(line for lines in made_columns for line in lines)])
    return made.pdf([(45, 780, HEAD), *runs, *more], size=9 if count == 2 else 7), truth


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("by_rows", [False, True])
@pytest.mark.parametrize("shift", [0.0, 5.0])
def test_columns_are_read_one_after_another(count: int, shift: float, *, by_rows: bool) -> None:
    raw, truth = drawn(count, by_rows=by_rows, shift=shift)

    assert f1(read_document(raw, SETTINGS).text, truth) >= 0.98


@pytest.mark.parametrize("place", [(45, 30), (430, 30), (430, 830)])
@pytest.mark.parametrize("by_rows", [False, True])
def test_a_line_in_the_margin_is_no_part_of_a_column(
    place: tuple[float, float], *, by_rows: bool
) -> None:
    raw, truth = drawn(2, by_rows=by_rows, more=((*place, "The Coast Daily"),))
    text = read_document(raw, SETTINGS).text

    assert f1(text, truth) >= 0.98
    assert "The Coast Daily" in text.split("\n\n")


def test_paragraphs_hyphens_and_running_titles() -> None:
    runs = [
        (45.0, 800.0, "The Paper"),
        (45.0, 700.0, "A ferry sank off the northern is-"),
        (45.0, 687.0, "land before noon on Friday."),
        (45.0, 660.0, "Nobody was hurt in the acci-"),
        (45.0, 647.0, "dent, the coast guard said."),
    ]
    text = read_document(made.pdf(runs, pages=3), SETTINGS).text

    assert "The Paper" not in text
    assert text.split("\n\n")[:2] == [
        "A ferry sank off the northern island before noon on Friday.",
        "Nobody was hurt in the accident, the coast guard said.",
    ]


def test_a_pdf_that_cannot_be_read() -> None:
    with pytest.raises(ArticleError, match="a PDF, but it is damaged"):
        read_document(b"%PDF-1.7 and nothing more", SETTINGS)
    with pytest.raises(ArticleError, match="400 pages"):
        read_document(made.pdf([(45, 700, "x")], pages=400), SETTINGS)
