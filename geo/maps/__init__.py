"""Maps: as data (`spec`, `build`), as positions (`layout`), as markup (`svg`), as files."""
