"""What sentences say of movements goes in; the journeys of the whole story come out."""
