// In the one-file page: unpack the ground and the map's script, and run it. The page's policy names the
// hash of what must come out; where a browser cannot unpack, the map goes on standing still.

async function unpacked(id) {
  const text = document.getElementById(id).textContent.trim();
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Response(bytes).body.pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

Promise.all([unpacked("dateline-ground"), unpacked("dateline-script")]).then(([ground, text]) => {
  window.datelineGround = ground;
  // Leaflet asks Internet Explorer for this, and elsewhere lets the asking fail; a browser whose tools
  // are open then reads the whole script again, to say where. An answer costs nothing.
  document.namespaces = { add() {} };
  const script = document.createElement("script");
  script.textContent = text;
  document.head.append(script);
});
