"""The model that tells the grammar of sentences: its pieces, its session, its trees."""
