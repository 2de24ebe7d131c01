"""Pages of our own by lot, whose story is known: to train on and to test with."""
