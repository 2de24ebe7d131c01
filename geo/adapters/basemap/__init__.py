"""The map of the world that ships with the program: how it is kept, cut and asked."""
