// Names of states in: small and quiet, each on its state's own point or close to it, or not at all out.

// A name may be so much wider than the way to the next state's middle, which says how wide a state is.
const STATE_ROOM = 1.1;

const STATE_INSIDE = 0.9; // the least share of a name that must lie on land that the story is about

function nameStates({ spec, camera, ruler, obstacles, placer, view }) {
  const { state_names: names = [], cities } = spec.ground;
  const taken = new Set([...spec.places, ...cities].map((place) => place.name));
  const lands = spec.ground.lands.map((land, index) => (land.story ? index + 1 : 0)).filter(Boolean);
  const inside = (box) => lands.reduce((sum, id) => sum + view.share(box, id), 0) >= STATE_INSIDE;
  const points = names.map((state) => camera.at(state));
  names.forEach(({ name, story }, index) => {
    const point = points[index];
    if (!story || taken.has(name) || !camera.holds(point, -8)) return;
    const lines = [{ text: name.toLocaleUpperCase(languageOf(spec)), font: "state", className: "dl-t-state" }];
    const { w, h } = ruler.block(lines);
    const room = Math.min(...points.filter((other) => other !== point).map(({ x, y }) => Math.hypot(x - point.x, y - point.y)));
    if (w > STATE_ROOM * room) return;
    const boxes = [0, -16, 16, -32, 32].filter((far) => Math.abs(far) <= room / 3).map((dy) => ({ x: point.x - w / 2, y: point.y + dy - h / 2, w, h }));
    const box = boxes.find(({ x, y }) => inside({ x, y, w, h }) && camera.holds({ x, y }, 0) && camera.holds({ x: x + w, y: y + h }, 0) && !obstacles.blocks({ x, y, w, h }, "") && placer.free({ box: { x, y, w, h } }, placer.placed));
    if (box) placer.placed.push({ label: { id: `state ${name}` }, option: { box, align: "middle", cost: 0, lines } });
  });
}
