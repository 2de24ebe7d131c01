"""Trained weights go in; the mean of them and of what short rounds make of them comes out.

Each round begins at the same weights, shuffles otherwise, and ends elsewhere on the same plain; the
middle is better than any of the ends. The parts kept for development are learnt from too: nothing
is chosen by them any more.

References
----------
Wortsman et al., "Model soups: averaging weights of multiple fine-tuned models improves accuracy
without increasing inference time" (2022).
"""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING

import torch

from tools.train_grammar.loop import Plan, Texts, train

if TYPE_CHECKING:
    from pathlib import Path

    from tools.train_grammar.loop import Tools
    from tools.train_grammar.network import Network

# Half the rates of the first cycle: enough to leave its end, not the plain on which it lies.
_RATE = 0.5


def in_rounds(network: Network, texts: Texts, tools: Tools, plan: Plan, rounds: int) -> Network:
    """Train ``rounds`` times from the same weights; return the network with the mean of all.

    A round that is done is kept beside the plan's checkpoint and not trained again.
    """
    dev = [lesson for lessons in texts.dev.values() for lesson in lessons]
    all_texts = Texts(train=[*texts.train, *dev], names=texts.names, dev={})
    ends = [copy.deepcopy(network.state_dict())]
    for number in range(1, rounds + 1):
        path = plan.checkpoint.with_name(f"round-{number}.pt")
        if not path.is_file():
            own = replace(
                plan,
                encoder_rate=_RATE * plan.encoder_rate,
                head_rate=_RATE * plan.head_rate,
                seed=plan.seed + 100 * number,
                checkpoint=path.with_suffix(".checkpoint.pt"),
            )
            _write(train(copy.deepcopy(network), all_texts, tools, own), path)
        ends.append(torch.load(path, weights_only=True))
    mean = {name: torch.stack([end[name] for end in ends]).mean(0) for name in ends[0]}
    network.load_state_dict(mean)
    return network


def _write(network: Network, path: Path) -> None:
    part = path.with_suffix(".part")
    torch.save(network.state_dict(), part)
    part.replace(path)
