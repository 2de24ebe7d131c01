"""Builds parsed sentences by hand: a word a line, its head counted from 1."""

from __future__ import annotations

from geo.contracts import Sentence, Span, Token


def parsed(rows: str) -> Sentence:
    cells = [line.split() for line in rows.strip().splitlines()]
    text = " ".join(row[0] for row in cells)
    tokens, start = [], 0
    for word, tag, form, head, relation in cells:
        span = Span(start=start, end=start + len(word), text=word)
        tokens.append(
            Token(
                span=span,
                lower=word.lower(),
                lemma=word.lower(),
                tag=tag,
                form="" if form == "_" else form,
                head=int(head) - 1,
                relation=relation,
            )
        )
        start = span.end + 1
    return Sentence(span=Span(start=0, end=len(text), text=text), tokens=tuple(tokens))


def words(sentence: Sentence, *indices: int | None) -> list[str]:
    return [sentence.tokens[i].lower for i in indices if i is not None]


def index(sentence: Sentence, word: str) -> int:
    return next(i for i, token in enumerate(sentence.tokens) if token.lower == word)


RELATIVE = parsed("""
The DET _ 2 det
ship NOUN _ 9 nsubj
, PUNCT _ 6 punct
which PRON PronType=Rel 6 nsubj
is AUX _ 6 aux
carrying VERB VerbForm=Part 2 acl:relcl
corn NOUN _ 6 obj
, PUNCT _ 6 punct
left VERB VerbForm=Fin 0 root
Odesa PROPN _ 9 obj
. PUNCT _ 9 punct
""")
PASSIVE = parsed("""
Maize NOUN _ 5 nsubj:pass
and CCONJ _ 3 cc
wheat NOUN _ 1 conj
were AUX _ 5 aux:pass
shipped VERB VerbForm=Part|Voice=Pass 0 root
by ADP _ 8 case
the DET _ 8 det
agency NOUN _ 5 obl:agent
from ADP _ 10 case
Mombasa PROPN _ 5 obl
and CCONJ _ 12 cc
Lamu PROPN _ 10 conj
. PUNCT _ 5 punct
""")
SHARED = parsed("""
Lavrov PROPN _ 3 nsubj
never ADV _ 3 advmod
left VERB _ 0 root
the DET _ 5 det
port NOUN _ 3 obj
of ADP _ 8 case
New PROPN _ 8 compound
Haven PROPN _ 5 nmod
or CCONJ _ 10 cc
wanted VERB _ 3 conj
to PART _ 12 mark
leave VERB _ 10 xcomp
because ADP _ 17 case
of ADP _ 13 fixed
Yemen PROPN _ 17 nmod:poss
's PART _ 15 case
war NOUN _ 12 obl
. PUNCT _ 3 punct
""")
