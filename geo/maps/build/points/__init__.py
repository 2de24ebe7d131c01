"""From a table of places to the data of a map of points."""
