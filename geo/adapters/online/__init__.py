"""Servers that the user named and allowed: how they are asked for ways."""
