"""From positions to SVG markup."""
