"""The names of places that ship with the program: how they are compiled, kept and looked up."""
