"""From an analysis or a table of places to the data of a map."""
