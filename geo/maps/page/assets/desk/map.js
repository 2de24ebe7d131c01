// The map of the story, in the height that the page leaves it.

import { frameOf, hear, tell } from "./bus.js";
import { answerPointing, isTable, partOf } from "./part.js";

/** @import { MountedMap } from "../types/map" */
/** @import { MapData } from "../types/desk" */

/** @type {(given: import("../types/desk").PartArguments<MapData>) => () => void} */
export const map = partOf("map-part", (root, given) => {
  /** @type {MountedMap | null} */
  let mounted = null;
  /** @type {string | null} whose pin may be dragged */
  let movable = null;
  answerPointing(root, (id) => tell("dateline:light", { id, from: "map" }));
  const deaf = [
    hear("dateline:select", ({ id, from, look }) => {
      if (from === "map") return;
      // On a phone the map is not there before it comes to the front.
      if (look && !isTable(id)) tell("dateline:pane", { pane: "map" });
      if (root.clientWidth) mounted?.select(id);
    }),
    hear("dateline:movable", ({ id, is }) => {
      if (!is && id !== movable) return;
      movable = is ? id : null;
      mounted?.movable(movable, (at) => tell("dateline:moved", { id, ...at }));
    }),
    hear("dateline:light", ({ id, from }) => {
      if (from !== "map") mounted?.light(id);
    }),
  ];
  // The pane gets its height from the window, and changes it with it.
  let height = 0;
  const observer = new ResizeObserver(() => {
    if (heightIn(root) === height) return;
    height = heightIn(root);
    mounted?.fit();
  });
  return {
    show({ spec, labels }) {
      if (mounted) {
        mounted.update(spec);
        return;
      }
      const pane = paneOf();
      mounted = window.Dateline.mount(root, spec, {
        parts: ["map", "credits"],
        height: () => heightIn(root),
        correct: { label: labels.correct, act: (id) => tell("dateline:ask", { id }) },
        keep: {
          label: labels.keep,
          act: (points) => given.setTriggerValue("measured", { points }),
        },
        onOutside: (text) => {
          // What is not shown at all, on a phone, leaves nothing out.
          if (!root.clientWidth) return;
          tell("dateline:outside", { text });
          // Whoever publishes next may want just this.
          window.datelineFrame = mounted?.bounds() ?? undefined;
        },
        onSelect: ({ id }) => tell("dateline:select", { id, from: "map" }),
      });
      // What the map stands on by now, its credits among it: the first answer asks for nothing new.
      height = heightIn(root);
      if (pane) observer.observe(pane);
    },
    end() {
      observer.disconnect();
      for (const end of deaf) end();
      mounted?.destroy();
    },
  };
});

/** @returns {HTMLElement | null} */
function paneOf() {
  const pane = frameOf()?.querySelector(".st-key-map");
  return pane instanceof HTMLElement ? pane : null;
}

/**
 * The height that is left to the map by its pane.
 * @param {HTMLElement} root
 * @returns {number} pixels; 0, the story's own height, where the page scrolls as a whole
 */
function heightIn(root) {
  const pane = paneOf();
  if (!pane || getComputedStyle(pane).getPropertyValue("--panes").trim() !== "beside") return 0;
  const credits = root.querySelector(".dl-credits");
  return pane.clientHeight - (credits instanceof HTMLElement ? credits.offsetHeight : 0);
}
