"""Treebanks are read as they are written, and the benchmark counts what is right in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from benchmarks.grammar_score import bare, paragraphs, score
from geo.contracts import Sentence
from tools.train_grammar.labels import NOTHING, collect, rules
from tools.train_grammar.treebank import Lesson, read_names, read_treebank, without

if TYPE_CHECKING:
    from pathlib import Path

ROWS = """# newdoc id = own
# text = They didn't leave Odesa's port.
1	They	they	PRON	PRP	Number=Plur	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	Tense=Past	4	aux	_	_
3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
4	leave	leave	VERB	VB	VerbForm=Inf	0	root	_	_
4.1	it	it	PRON	PRP	_	_	_	4:obj	_
5-6	Odesa's	_	_	_	_	_	_	_	_
5	Odesa	Odesa	PROPN	NNP	Number=Sing	7	nmod:poss	_	_
6	's	's	PART	POS	_	5	case	_	_
7	port	port	NOUN	NN	Number=Sing	4	obj	_	SpaceAfter=No
8	.	.	PUNCT	.	_	4	punct	_	_

# text = Ships left.
1	Ships	ship	NOUN	NNS	Number=Plur	2	nsubj	_	_
2	left	leave	VERB	VBD	Tense=Past	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

"""


@pytest.fixture
def lessons(tmp_path: Path) -> list[Lesson]:
    path = tmp_path / "own.conllu"
    path.write_text(ROWS, "utf-8")
    return read_treebank(path)


def test_words_of_contractions_stand_without_a_space(lessons: list[Lesson]) -> None:
    first = lessons[0]
    assert first.words == ("They", "did", "n't", "leave", "Odesa", "'s", "port", ".")
    assert first.spaced == (True, True, False, True, True, False, True, False)
    assert first.heads == (4, 4, 4, 0, 7, 5, 4, 4)
    assert [lesson.opens for lesson in lessons] == [True, False]


def test_a_treebank_is_laid_out_as_the_text_that_it_was(lessons: list[Lesson]) -> None:
    (paragraph,) = paragraphs(lessons)
    assert paragraph.span.text == "They didn't leave Odesa's port. Ships left."
    second = paragraph.sentences[1]
    assert second.span.text == "Ships left."
    assert all(
        token.span.text == paragraph.span.text[token.span.start : token.span.end]
        for token in second.tokens
    )


def test_what_is_the_same_is_right_and_a_wrong_head_is_not(lessons: list[Lesson]) -> None:
    (paragraph,) = paragraphs(lessons)
    wanted = paragraph.sentences
    assert set(score(wanted, wanted).values()) == {1.0}
    tokens = wanted[1].tokens
    wrong = (replace(tokens[0], relation="obj"), tokens[1], replace(tokens[2], head=0))
    found = score(wanted, [wanted[0], Sentence(span=wanted[1].span, tokens=wrong)])
    assert found["UPOS"] == 1.0
    assert found["UAS"] == pytest.approx(10 / 11)
    assert found["LAS"] == found["LAS*"] == pytest.approx(9 / 11)
    assert score(wanted, [bare(sentence) for sentence in wanted])["UAS"] == 0.0


def test_words_cut_otherwise_count_on_both_sides(lessons: list[Lesson]) -> None:
    (paragraph,) = paragraphs(lessons)
    wanted = paragraph.sentences
    found = score(wanted, wanted[:1])
    assert found["words"] == pytest.approx(2 * 8 / (11 + 8))
    assert found["sentences"] == pytest.approx(2 / 3)


def test_lemmas_are_rules_of_ending(lessons: list[Lesson]) -> None:
    assert rules(lessons[1]) == ["1:", "2:ave", "0:"]


def test_rare_rules_are_not_learnt(lessons: list[Lesson]) -> None:
    labels = collect(lessons)
    assert labels.lemmas == ("0:",)
    assert labels.numbers(lessons[1], "lemmas") == [NOTHING, NOTHING, 0]
    assert labels.numbers(lessons[0], "names") == [NOTHING] * 8


def test_names_that_stand_in_a_held_out_text_are_left_out(
    lessons: list[Lesson], tmp_path: Path
) -> None:
    path = tmp_path / "names.jsonl"
    path.write_text(
        '{"tokens": ["SHIPS", "left", "."], "tags": ["O", "O", "O"]}\n'
        '{"tokens": ["To", "Kyiv"], "tags": ["O", "B-LOC"]}\n',
        "utf-8",
    )
    names = read_names(path)
    assert [lesson.spaced for lesson in names] == [(True, True, False), (True, True)]
    assert without(names, lessons) == names[1:]
