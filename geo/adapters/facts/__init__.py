"""Tables of facts about countries, towns and waters, and how they are asked."""
