"""Networks of ways: how they are kept and mapped, and how a way along one is found."""
