"""Curated railway lines: how they are kept, and ways along them."""
