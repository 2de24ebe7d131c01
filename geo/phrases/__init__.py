"""What the words of a sentence name: a person, a group, a vehicle, a thing; whole noun phrases."""
