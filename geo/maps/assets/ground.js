// The quiet base: land, lakes, rivers, borders and coast as Leaflet paths; colours come from CSS.

function drawGround(map, ground) {
  const group = L.layerGroup();
  const renderer = L.svg({ pane: "dl-ground", padding: 0.6 });
  const base = { renderer, pane: "dl-ground", interactive: false, smoothFactor: 0.6, fill: false };
  const lines = (texts, className, weight) => {
    if (!texts.length) return;
    const points = decodeLines(texts, ground.grid);
    group.addLayer(L.polyline(points, { ...base, className, weight }));
  };
  // Shallow water, softer where the map shows much; specks of islands would be all halo.
  const soft = Math.min(1, 40 / (ground.box.east - ground.box.west));
  const shores = ground.coast.filter((text) => text.length > (soft < 1 ? 60 : 24));
  lines(shores, "dl-shallows dl-shallows-far", 4 + 12 * soft);
  lines(shores, "dl-shallows", 3 + 6 * soft);
  for (const land of ground.lands) {
    const className = land.story ? "dl-land dl-land-story" : "dl-land";
    const rings = decodeLines(land.rings, ground.grid);
    group.addLayer(L.polygon(rings, { ...base, className, fill: true, fillOpacity: 1, weight: 0.8 }));
  }
  lines(ground.rivers, "dl-river", 0.8);
  if (ground.lakes.length) {
    const rings = decodeLines(ground.lakes, ground.grid);
    group.addLayer(L.polygon(rings, { ...base, className: "dl-lake", fill: true, fillOpacity: 1, weight: 0.8 }));
  }
  lines(ground.borders, "dl-border", 1.1);
  lines(ground.disputed, "dl-border dl-border-disputed", 1.1);
  lines(ground.coast, "dl-coast", 0.9);
  return group;
}
