// In the one-file page: unpack the map's script and run it. The page's policy names the hash of what
// must come out; where a browser cannot unpack, the map goes on standing still.

async function unpacked(text) {
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Response(bytes).body.pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

unpacked(document.getElementById("dateline-script").textContent).then((text) => {
  // Leaflet asks Internet Explorer for this, and elsewhere lets the asking fail; a browser whose tools
  // are open then reads the whole script again, to say where. An answer costs nothing.
  document.namespaces = { add() {} };
  const script = document.createElement("script");
  script.textContent = text;
  document.head.append(script);
});
