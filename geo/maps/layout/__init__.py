"""From the data of a map to positions on a page; no markup here."""
