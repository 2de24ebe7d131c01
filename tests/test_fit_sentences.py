"""The tool that fits where sentences end: what a treebank teaches, and what the table knows."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.grammar_score import paragraphs
from geo.read.sentences import TABLE, to_judge
from geo.settings import Settings
from tools.fit_sentences import fit, lessons, main, told
from tools.train_grammar.treebank import read_treebank

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.grammar_score import Paragraph

SENTENCES = ["we left at noon .", "it was cold .", "Thanks", "Ana and Bo were there too ."] * 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = []
    for number, sentence in enumerate(SENTENCES):
        opening = ["# newdoc"] if number % 8 == 0 else []
        words = [
            f"{place}\t{word}\t{word}\tX\tX\t_\t{place - 1}\tdep\t_\t_"
            for place, word in enumerate(sentence.split(), 1)
        ]
        rows.append("\n".join([*opening, f"# text = {sentence}", *words]))
    (tmp_path / "own_train.conllu").write_text("\n\n".join(rows) + "\n\n", "utf-8")
    return tmp_path


@pytest.fixture
def texts(folder: Path) -> list[Paragraph]:
    return list(paragraphs(read_treebank(folder / "own_train.conllu")))


def test_a_document_teaches_as_a_whole_and_in_paragraphs(texts: list[Paragraph]) -> None:
    taught = list(lessons(texts[0]))
    assert len(texts) == 6
    assert sum(one.right for one in taught) >= 6  # the ends within, most of them twice
    assert not all(one.right for one in taught)


def test_the_fit_is_the_same_each_time_and_finds_what_it_learned(texts: list[Paragraph]) -> None:
    taught = [one for text in texts for one in lessons(text)]
    table = fit(taught)
    assert table == fit(taught)
    right, found, wanted = [int(word) for word in told(texts, table).split() if word[0].isdigit()]
    assert right == found
    assert wanted == 42


def test_the_table_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / TABLE
    held_out = str(folder / "own_train.conllu")
    monkeypatch.setattr(
        sys, "argv", ["fit", str(folder), "--held-out", held_out, "--out", str(out)]
    )
    main()
    assert json.loads(out.read_text("utf-8"))["signs"]
    assert "own_train.conllu: " in capsys.readouterr().out


def test_the_kept_table_has_a_doubt_for_every_kind() -> None:
    table = json.loads((Settings().data / "lexicon" / "en" / TABLE).read_text("utf-8"))
    assert set(to_judge(table).doubt) == {"", ",", ":", ";", "-", "."}
