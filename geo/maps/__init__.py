"""Maps of analysed articles: `spec` makes plain data of them, `page` one HTML file of that."""
