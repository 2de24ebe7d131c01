"""Trains the network epoch by epoch, with a running average of its weights and checkpoints.

References
----------
Loshchilov and Hutter, "Decoupled weight decay regularization" (2019); Polyak and Juditsky,
"Acceleration of stochastic approximation by averaging" (1992).
"""

from __future__ import annotations

import copy
import math
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from tools.train_grammar.batches import batches
from tools.train_grammar.loss import count_right, loss_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from geo.adapters.grammar.pieces import WordPieces
    from tools.train_grammar.batches import Batch
    from tools.train_grammar.labels import Labels
    from tools.train_grammar.network import Network
    from tools.train_grammar.treebank import Lesson

    Tools = tuple[WordPieces, Labels]

_BATCH = 1_600
_WARM, _DECAY = 0.08, 0.01
_AVERAGE = 0.998
_MOST = 1.0
_REPORT_EVERY, _SAY_EVERY, _SAVE_EVERY_S = 3, 20, 240
# Of the texts with names only a third in each epoch, another one each time.
_PARTS = 3
_STATES = ("network", "average", "optimiser")
_COUNTS = ("epochs", "steps", "seconds")
# An encoder's lower layers are general and change less than those near the heads.
_LAYER = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long and how fast to learn: at most so many epochs and seconds, the top rates."""

    epochs: int
    seconds: float
    encoder_rate: float
    head_rate: float
    seed: int
    checkpoint: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What is learnt from and what it is tried on."""

    train: Sequence[Lesson]
    names: Sequence[Lesson]
    dev: Mapping[str, Sequence[Lesson]]


def train(network: Network, texts: Texts, tools: Tools, plan: Plan) -> Network:
    """Train from the last checkpoint, or from the start; return the averaged network."""
    run = _Run(network, plan)
    while run.share < 1:
        began = time.monotonic()
        lost = run.epoch(texts, tools)
        seconds = time.monotonic() - began
        print(f"epoch {run.epochs}: loss {lost:.3f}, {seconds:.0f} s", flush=True)
        run.save()
        if run.share >= 1 or run.epochs % _REPORT_EVERY == 0:
            report(run.average, texts, tools)
    return run.average


class _Run:
    """A network in training: what a checkpoint keeps of it."""

    def __init__(self, network: Network, plan: Plan) -> None:
        self.network, self.plan = network, plan
        self.average = copy.deepcopy(network).eval()
        self.optimiser = _optimiser(network, plan)
        self.epochs, self.steps, self.seconds = 0, 0, 0.0
        self.saved = time.monotonic()
        if plan.checkpoint.is_file():
            self._load()

    @property
    def share(self) -> float:
        """How much is done of the epochs or of the time, whichever is nearer its end."""
        return max(self.epochs / self.plan.epochs, self.seconds / self.plan.seconds)

    def epoch(self, texts: Texts, tools: Tools) -> float:
        """Go once through the texts, or until the time is up; return the mean loss."""
        chance = random.Random(self.plan.seed + self.epochs)  # noqa: S311 - shuffles lessons
        torch.manual_seed(self.plan.seed + self.epochs)
        lessons = [*texts.train, *texts.names[self.epochs % _PARTS :: _PARTS]]
        todo = list(batches(lessons, *tools, size=_BATCH, chance=chance))
        self.network.train()
        lost, before, began = [], self.epochs, time.monotonic()
        spent = self.seconds
        for number, batch in enumerate(todo):
            self.seconds = spent + time.monotonic() - began
            share = max((before + number / len(todo)) / self.plan.epochs, self.share)
            if share >= 1:
                break
            lost.append(self._step(batch, share))
            if time.monotonic() - self.saved > _SAVE_EVERY_S:
                self.save()
            if number % _SAY_EVERY == 0:
                minutes = self.seconds / 60
                print(
                    f"  {before} {number}/{len(todo)} {minutes:.1f} min {lost[-1]:.3f}", flush=True
                )
        self.epochs += 1
        return sum(lost) / max(1, len(lost))

    def save(self) -> None:
        """Write a checkpoint; one that is cut off leaves the last as it was.

        From one written within an epoch, that epoch is gone through again.
        """
        state = {name: getattr(self, name).state_dict() for name in _STATES}
        part = self.plan.checkpoint.with_suffix(".part")
        torch.save(state | {name: getattr(self, name) for name in _COUNTS}, part)
        part.replace(self.plan.checkpoint)
        self.saved = time.monotonic()

    def _load(self) -> None:
        state = torch.load(self.plan.checkpoint, weights_only=True)
        for name in _STATES:
            getattr(self, name).load_state_dict(state[name])
        for name in _COUNTS:
            setattr(self, name, state[name])
        print(f"Going on after epoch {self.epochs}.", flush=True)

    def _step(self, batch: Batch, share: float) -> float:
        _set_rates(self.optimiser, share)
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.network(*batch.inputs)
        loss = loss_of(scores, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), _MOST)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.steps += 1
        _follow(self.average, self.network, self.steps)
        return loss.item()


def report(network: Network, texts: Texts, tools: Tools) -> None:
    """Print how well the network does on the parts kept for that."""
    network.eval()
    for name, lessons in texts.dev.items():
        total: dict[str, int] = {}
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            for batch in batches(lessons, *tools, size=_BATCH):
                for key, count in count_right(network(*batch.inputs), batch).items():
                    total[key] = total.get(key, 0) + count
        shares = " ".join(
            f"{key} {count / total['words']:.4f}"
            for key, count in total.items()
            if key not in {"words", "names"}
        )
        print(f"{name}: {shares}", flush=True)


def _optimiser(network: Network, plan: Plan) -> torch.optim.AdamW:
    depth = len(network.encoder.layers)
    groups = []
    for name, weight in network.named_parameters():
        rate = plan.head_rate
        if name.startswith("encoder."):
            below = name.split(".")
            layer = int(below[2]) + 1 if below[1] == "layers" else 0
            rate = plan.encoder_rate * _LAYER ** (depth - layer)
            if below[1] == "shapes":
                rate = plan.head_rate
        decay = _DECAY if weight.dim() > 1 else 0.0
        groups.append({"params": [weight], "lr": rate, "top": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def _set_rates(optimiser: torch.optim.AdamW, done: float) -> None:
    """Rise in a line to the top rate, then fall along a cosine."""
    share = (
        done / _WARM
        if done < _WARM
        else 0.5 + 0.5 * math.cos(math.pi * (done - _WARM) / (1 - _WARM))
    )
    for group in optimiser.param_groups:
        group["lr"] = group["top"] * max(share, 1e-3)


def _follow(average: Network, network: Network, step: int) -> None:
    keep = min(_AVERAGE, step / (step + 10))
    with torch.no_grad():
        torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - keep)
