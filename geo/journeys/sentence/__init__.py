"""Sentences go in; what each says of a movement comes out: who, from where, to where, how."""
