// The picture that is going to be published, as it is drawn; tells what the map showed last.

import { clear, el } from "../core/dom.js";
import { partOf } from "./part.js";

/** @import { PartArguments, PreviewData } from "../types/desk" */

/** @type {(given: PartArguments<PreviewData>) => () => void} */
export const preview = partOf("preview", (root, given) => ({
  show({ image, alt, width, wants, frame }) {
    clear(root);
    const picture = el("img");
    picture.src = image;
    picture.alt = alt;
    picture.style.maxWidth = `min(100%, ${width}px)`;
    root.append(picture);
    const last = window.datelineFrame;
    if (wants && last && JSON.stringify(last) !== JSON.stringify(frame))
      given.setStateValue("frame", last);
  },
  end() {},
}));
