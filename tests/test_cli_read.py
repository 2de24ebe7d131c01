"""The command `read` shows sentences and, if asked, what hangs on what in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.cli import main
from geo.cli.read import picture
from geo.text.document import cut_sentence
from tests.text.trees import RELATIVE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXT = "A ship leaves\n\nThe ship left Odesa on Monday. It is bound for Kenya.\n"


def written(folder: Path, text: str) -> str:
    path = folder / "story.txt"
    path.write_text(text, "utf-8")
    return str(path)


def test_sentences_are_numbered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", written(tmp_path, TEXT)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1. A ship leaves",
        "2. The ship left Odesa on Monday.",
        "3. It is bound for Kenya.",
    ]


def test_grammar_is_shown_a_line_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--grammar", written(tmp_path, TEXT)]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = [line.split() for line in lines[lines.index("2. The ship left Odesa on Monday.") + 1 :]]
    assert rows[1][:7] == ["2", "ship", "ship", "NOUN", "NN", "nsubj", "←"]
    assert rows[1][7:9] == ["3", "left"]
    assert rows[2][:6] == ["3", "left", "leave", "VERB", "VBD", "root"]


def test_what_is_read_besides_grammar_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "Lena Hill, a judge, met Nora Klein in Athens on Monday. She then drove 40 km to Lavrio.\n"
    )
    assert main(["read", "--grammar", written(tmp_path, text)]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert "“on Monday”: time, weekday" in lines
    assert "“40 km”: length, 40 km" in lines
    assert any(line.startswith("“Lena Hill”: person, ") for line in lines)
    why = "met last of those whom the word fits; it would fit as well: Nora Klein"
    assert f"“She” → Lena Hill ({why})" in lines


def test_what_was_not_parsed_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--grammar", written(tmp_path, "Корабль вышел из Одессы.")]) == 0
    printed = capsys.readouterr()
    assert "Корабль" in printed.out
    assert "without grammar" in printed.err


def test_a_picture_of_a_tree() -> None:
    lines = list(picture(RELATIVE))
    assert len(lines) == len(RELATIVE.tokens)
    assert lines[1].split() == ["2", "ship", "ship", "NOUN", "nsubj", "←", "9", "left"]


def test_nothing_in_a_word_steers_the_terminal() -> None:
    text = "The \x1b]0;owned\x07 ship \u202eleft " + "x" * 500
    sentence = cut_sentence(RELATIVE.span.__class__(start=0, end=len(text), text=text))
    shown = "\n".join(picture(sentence))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert max(map(len, shown.splitlines())) < 100


def test_a_link_is_not_opened_unless_that_is_allowed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "https://paper.example/story"]) == 2
    assert "DATELINE_LINKS=1" in capsys.readouterr().err
