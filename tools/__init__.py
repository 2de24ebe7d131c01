"""Commands that make what is in ``data/`` and that set up a machine for the tests."""
