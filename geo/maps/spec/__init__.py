"""The map as plain data: what a renderer is given, and how it is coded."""
