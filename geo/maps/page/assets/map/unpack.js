// In the one-file page: unpacks the basemap and the map's script, and runs it. The page's policy names
// the hash of what must come out; where a browser cannot unpack, the fallback goes on standing.

/**
 * @param {string} id of the element that holds it
 * @returns {Promise<string>}
 */
async function unpacked(id) {
  const text = document.getElementById(id)?.textContent?.trim() ?? "";
  const packed = /** @type {ReadableStream<BufferSource>} */ (new Response(bytesOf(text)).body);
  return new Response(packed.pipeThrough(new DecompressionStream("deflate"))).text();
}

/**
 * @param {string} text base64
 * @returns {BodyInit}
 */
function bytesOf(text) {
  const coder = /** @type {{fromBase64?: (text: string) => BodyInit}} */ (
    /** @type {unknown} */ (Uint8Array)
  );
  // Newer browsers do it many times as fast.
  if (coder.fromBase64) return coder.fromBase64(text);
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

const parts = [unpacked("dateline-ground"), unpacked("dateline-script")];
Promise.all(parts).then(([basemap, text]) => {
  window.datelineBasemap = basemap;
  // Leaflet asks Internet Explorer for this, and elsewhere lets the asking fail; a browser whose tools
  // are open then reads the whole script again, to say where. An answer costs nothing.
  Object.assign(document, { namespaces: { add() {} } });
  const element = document.createElement("script");
  element.textContent = text;
  document.head.append(element);
});
