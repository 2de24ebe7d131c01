"""Where the names on a map stand: candidates, collisions and the choice among them."""
