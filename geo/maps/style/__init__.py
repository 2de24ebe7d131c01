"""Colours, dashes, type sizes and the widths of letters."""
