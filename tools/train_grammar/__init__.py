"""Trains the grammar model of the `careful` reader; see `tools.train_grammar.__main__`."""
