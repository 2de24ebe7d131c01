"""Looks for inputs that break the line: by lot, and guided by the lines of code that they reach."""
