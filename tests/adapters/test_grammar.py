"""The real model on sentences whose grammar is certain, and on what is no sentence at all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.adapters.grammar.model import GrammarModel, open_grammar
from geo.contracts import Sentence, Source, Span
from geo.errors import DataMissing
from geo.read import read_text
from geo.settings import REPOSITORY, Settings
from geo.text import make_document
from geo.text.document import cut_sentence
from tests.text.trees import index, words

if TYPE_CHECKING:
    from pathlib import Path

MODEL = open_grammar(Settings())
WORDS = ["The", "ship", "left", ",", "and", ".", "U.S.", "n't", "of", "3", "km"]


def cut(text: str) -> Sentence:
    return cut_sentence(Span(start=0, end=len(text), text=text))


def parse(text: str) -> Sentence:
    return MODEL.annotate([cut(text)])[0]


def is_tree(sentence: Sentence) -> bool:
    tree = sentence.tree
    roots = [i for i, token in enumerate(sentence.tokens) if token.head < 0]
    return len(roots) == 1 and len(tree.subtree(roots[0])) == len(sentence.tokens)


class TestGrammar:
    def test_a_clause_between_subject_and_verb(self) -> None:
        found = parse("The ship, which is carrying coal, left Varna.")
        tree = found.tree
        assert words(found, tree.subject(index(found, "left"))) == ["ship"]
        assert words(found, tree.subject(index(found, "carrying"))) == ["ship"]
        assert words(found, *tree.objects(index(found, "left"))) == ["varna"]

    def test_a_passive(self) -> None:
        found = parse("Thousands of tonnes of maize were shipped from Mombasa by the agency.")
        tree, verb = found.tree, index(found, "shipped")
        assert tree.is_passive(verb)
        assert words(found, tree.subject(verb)) == ["thousands"]
        assert words(found, tree.agent(verb)) == ["agency"]
        places = [one for one in tree.adjuncts(verb) if one.preposition == "from"]
        assert words(found, *(one.word for one in places)) == ["mombasa"]

    def test_words_joined_by_and(self) -> None:
        found = parse(
            "The minister and his wife visited Rome and Paris and then returned to Berlin."
        )
        tree = found.tree
        assert words(found, *tree.subjects(index(found, "visited"))) == ["minister", "wife"]
        assert words(found, *tree.objects(index(found, "visited"))) == ["rome", "paris"]
        assert words(found, tree.subject(index(found, "returned"))) == ["minister"]

    def test_a_possessive(self) -> None:
        found = parse("They reached Kenya's port city of Mombasa on Monday.")
        tree = found.tree
        assert words(found, tree.possessor(index(found, "city"))) == ["kenya"]
        assert words(found, tree.governor(index(found, "mombasa"))) == ["city"]
        assert words(found, tree.governor(index(found, "city"))) == ["reached"]

    def test_a_negation(self) -> None:
        found = parse("The train did not stop in Khasan.")
        assert found.tree.is_negated(index(found, "stop"))

    def test_tags_features_and_lemmas(self) -> None:
        found = parse("The ships were leaving Odesa, and she went to Kyiv.")
        told = {token.lower: token for token in found.tokens}
        assert [told[word].lemma for word in ("ships", "were", "leaving", "went")] == [
            *("ship", "be", "leave", "go")
        ]
        assert told["odesa"].lemma == "Odesa"
        tags = [told[word].tag for word in ("the", "ships", "leaving", "odesa", "she", "to")]
        assert tags == ["DET", "NOUN", "VERB", "PROPN", "PRON", "ADP"]
        assert told["went"].has("Tense=Past")
        assert told["went"].fine == "VBD"
        assert told["ships"].has("Number=Plur")

    def test_a_sentence_is_read_by_itself(self) -> None:
        texts = ["The ship left Odesa.", "He was taken to hospital.", "Rome"]
        together = MODEL.annotate([cut(text) for text in texts])
        assert together == [parse(text) for text in texts]


class TestWhatIsNoSentence:
    @pytest.mark.parametrize(
        "text",
        [
            " ".join(["word"] * 5_000),
            "x" * 100_000,
            "word," * 1_000,
            "船は昨日オデーサを出港した。",
            "Корабль вышел из Одессы.",
            "!@" * 300,
        ],
        ids=["words", "no-spaces", "signs-between", "japanese", "russian", "signs"],
    )
    def test_it_stays_without_grammar_and_alone_in_that(self, text: str) -> None:
        bare = cut(text)
        found = MODEL.annotate([bare, cut("The ship left Odesa.")])
        assert found[0] is bare
        assert found[1].is_parsed

    def test_an_empty_sentence(self) -> None:
        assert MODEL.annotate([cut(" ")])[0].tokens == ()

    def test_half_a_surrogate_pair(self) -> None:
        assert is_tree(parse("The ship \ud800 left \udfffOdesa."))

    def test_a_megabyte_without_a_full_stop_is_read_with_a_problem(self) -> None:
        text = "the ship left the port and " * 38_000
        article, _ = read_text(Source(text=text), Settings())
        document, problems = make_document(article, MODEL)
        assert len(document.sentences) == len(article.sentences)
        assert [problem.code for problem in problems] == ["no-grammar"]
        assert all(
            token.span.text == text[token.span.start : token.span.end]
            for token in document.sentences[-1].tokens
        )

    @settings(max_examples=60, deadline=None)
    @given(st.text(max_size=120) | st.lists(st.sampled_from(WORDS)).map(" ".join))
    def test_whatever_is_parsed_is_a_tree_of_the_same_words(self, text: str) -> None:
        bare = cut(text)
        found = MODEL.annotate([bare])[0]
        assert [token.span for token in found.tokens] == [token.span for token in bare.tokens]
        assert is_tree(found) or not found.is_parsed


class TestTheModelsFiles:
    def test_its_papers_name_what_it_was_made_of(self) -> None:
        card = (Settings().data / "models" / "grammar-en" / "MODEL_CARD.md").read_text("utf-8")
        assert "EWT" in MODEL.source
        assert all(name in card for name in ("EWT", "GUM", "MiniLM", "CC BY-SA 4.0", "SHA-256"))

    @pytest.mark.parametrize("name", ["model.onnx", "labels.json", "vocab.txt"])
    def test_a_missing_file_is_named(self, name: str, tmp_path: Path) -> None:
        folder = tmp_path / "model"
        shutil.copytree(Settings().data / "models" / "grammar-en", folder)
        (folder / name).unlink()
        with pytest.raises(DataMissing, match=name):
            GrammarModel(folder).annotate([cut("The ship left Odesa.")])

    def test_it_may_be_opened_in_a_thread_and_says_the_same(self) -> None:
        model = GrammarModel(Settings().data / "models" / "grammar-en")
        ahead = Thread(target=model.open)
        ahead.start()
        text = "The ship left Odesa."
        assert model.annotate([cut(text)])[0] == parse(text)
        ahead.join()

    def test_many_may_open_it_at_once(self) -> None:
        model = GrammarModel(Settings().data / "models" / "grammar-en")
        with ThreadPoolExecutor(4) as pool:
            for one in [pool.submit(model.open) for _ in range(4)]:
                one.result()
        assert model.annotate([cut("The ship left Odesa.")])[0].is_parsed

    def test_threads_that_share_the_sentences_say_the_same(self) -> None:
        folder = Settings().data / "models" / "grammar-en"
        texts = [f"The {number}th ship left Odesa for Izmir on Monday." for number in range(40)]
        shared = GrammarModel(folder, threads=2).annotate([cut(text) for text in texts])
        assert list(shared) == [parse(text) for text in texts]

    def test_what_is_kept_of_it_says_the_same_and_is_made_anew_if_damaged(
        self, tmp_path: Path
    ) -> None:
        folder, text = Settings().data / "models" / "grammar-en", "The ship left Odesa."
        for _ in range(2):
            assert GrammarModel(folder, tmp_path).annotate([cut(text)])[0] == parse(text)
        (kept,) = tmp_path.iterdir()
        kept.write_bytes(b"no model")
        assert GrammarModel(folder, tmp_path).annotate([cut(text)])[0] == parse(text)
        assert [path.stat().st_size > 1_000_000 for path in tmp_path.iterdir()] == [True]

    def test_a_cache_that_cannot_be_written_is_done_without(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        model = GrammarModel(Settings().data / "models" / "grammar-en", tmp_path / "file")
        assert model.annotate([cut("The ship left Odesa.")])[0].is_parsed

    @pytest.mark.parametrize("name", ["model.onnx", "vocab.txt"])
    def test_a_damaged_file_is_named(self, name: str, tmp_path: Path) -> None:
        folder = tmp_path / "model"
        shutil.copytree(Settings().data / "models" / "grammar-en", folder)
        (folder / name).write_text("no model")
        with pytest.raises(DataMissing, match=name):
            GrammarModel(folder).annotate([cut("The ship left Odesa.")])

    def test_commands_without_grammar_do_not_load_the_library(self) -> None:
        asked = (
            "import sys, geo.wiring; geo.wiring.annotator(); print('onnxruntime' in sys.modules)"
        )
        run = subprocess.run(  # noqa: S603 - this very program
            [sys.executable, "-c", asked],
            cwd=REPOSITORY,
            check=True,
            capture_output=True,
            text=True,
        )
        assert run.stdout.strip() == "False"
