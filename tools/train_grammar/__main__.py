"""Treebanks and a small encoder go in, the grammar model in data/models/grammar-en comes out.

    python -m tools.train_grammar TRAINING --held-out FOLDER --work build/grammar --out FOLDER

TRAINING holds ``ud/*_train.conllu.xz`` and ``ud/*_dev.conllu.xz``; ``--names`` adds texts with
marked names (``*.jsonl``), which take their share of the time. No text with names is learnt from
that stands in a treebank of ``--held-out`` or in a part kept for development. Stopped, it goes on
from its last checkpoint in ``--work``.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import torch

from geo.adapters.grammar.pieces import SHAPE_COUNT, WordPieces
from tools.train_grammar.encoder import open_encoder
from tools.train_grammar.export import write_model
from tools.train_grammar.labels import collect
from tools.train_grammar.loop import Plan, Texts, train
from tools.train_grammar.network import Network
from tools.train_grammar.published import encoder_folder
from tools.train_grammar.rounds import in_rounds
from tools.train_grammar.treebank import Lesson, read_names, read_treebank, without


def main() -> None:
    """Train, then write the model."""
    args = _arguments()
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    texts = _texts(args)
    labels = collect([*texts.train, *texts.names])
    print(f"{len(texts.train):,} sentences with trees, {len(texts.names):,} with names", flush=True)
    encoder = encoder_folder()
    vocabulary = WordPieces(encoder / "vocab.txt")
    torch.manual_seed(args.seed)
    network = Network(open_encoder(encoder, SHAPE_COUNT), labels)
    plan = Plan(
        epochs=args.epochs,
        seconds=60 * args.minutes,
        encoder_rate=args.encoder_rate,
        head_rate=args.head_rate,
        seed=args.seed,
        checkpoint=args.work / "checkpoint.pt",
    )
    tools = (vocabulary, labels)
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))
        trained = network
    else:
        trained = train(network, texts, tools, plan)
        torch.save(trained.state_dict(), args.work / "first.pt")
    if args.rounds:
        again = replace(plan, epochs=args.round_epochs)
        trained = in_rounds(trained, texts, tools, again, args.rounds)
    torch.save(trained.state_dict(), args.work / "trained.pt")
    if args.out:
        write_model(trained, labels, encoder, args.out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("training", type=Path, metavar="TRAINING")
    parser.add_argument("--held-out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--work", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="write the model there")
    parser.add_argument("--names", type=Path, nargs="*", default=[], metavar="FILE")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--start", type=Path, metavar="FILE", help="weights of a first cycle")
    parser.add_argument("--rounds", type=int, default=3, help="further cycles, then averaged")
    parser.add_argument("--round-epochs", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=170, help="end by then at the latest")
    parser.add_argument("--encoder-rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, metavar="N", help="sentences, to try the code")
    return parser.parse_args()


def _texts(args: argparse.Namespace) -> Texts:
    held_out = [
        lesson for path in sorted(args.held_out.glob("*.conllu*")) for lesson in read_treebank(path)
    ]
    dev: dict[str, list[Lesson]] = {
        path.name.partition(".")[0]: read_treebank(path)[: args.limit]
        for path in sorted(args.training.glob("ud/*_dev.conllu*"))
    }
    kept = [*held_out, *(lesson for lessons in dev.values() for lesson in lessons)]
    trees = [
        lesson
        for path in sorted(args.training.glob("ud/*_train.conllu*"))
        for lesson in read_treebank(path)[: args.limit]
    ]
    names = [lesson for path in args.names for lesson in read_names(path)[: args.limit]]
    return Texts(
        train=trees,
        names=without(names, kept),
        dev=dev,
    )


if __name__ == "__main__":
    main()
