"""Pictures to publish: for the web, for print, for cards in feeds."""
