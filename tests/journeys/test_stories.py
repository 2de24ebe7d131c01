"""Whole stories: what is said of one journey in many places comes together, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from geo.contracts import Leg, LegStatus, Mode
from geo.journeys import find_journeys
from tests.journeys.story import Story, story

TRAIN = """\
Kim Jong Un’s armoured train heads for [[Russia]] and a summit with Putin

[[~North Korea’s|North Korea]] leader set out from [[Pyongyang]] aboard his armoured train on Sunday \
evening, bound for [[Vladivostok]] and his first talks with Vladimir Putin in four years, according \
to officials in [[Seoul]].

Two [[~South Korean|South Korea]] newspapers expected the leaders to sit down together on Tuesday \
or Wednesday in [[Vladivostok]], a port that lies just 80 miles from [[the Russia–North Korea \
border|border]].

It needs about 20 hours for the 683 miles to [[Vladivostok]], at a speed of about 60 km/h and with \
a long halt at [[the border|border]], where the carriages are lifted on to bogies.

Mr Kim last went abroad in 2019, when the same train took him to [[Vladivostok]]. Sergei Shoigu, \
the [[~Russian|Russia]] defence minister, visited [[the North Korean capital|Pyongyang]] in July, a \
trip on which he was shown new missiles.
"""
