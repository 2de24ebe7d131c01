// Says when the story that the address names is open in another tab of this browser: the tabs tell one
// another every few seconds, and nothing is asked of the server.

import { buttonNode, el } from "../core/dom.js";
import { partOf } from "./part.js";

/** @import { PartArguments } from "../types/desk" */

const EVERY_MS = 3_000;
// A tab that is asleep in the background may be late.
const FORGOTTEN_MS = 4 * EVERY_MS;

/** @type {(given: PartArguments<{text: string, close: string}>) => () => void} */
export const tabs = partOf("tabs-part", (root, given) => {
  const notice = el("p");
  notice.setAttribute("role", "status");
  const close = buttonNode("link", given.data.close);
  root.append(notice, close);
  const channel = new BroadcastChannel("dateline-stories");
  const story = () => new URLSearchParams(location.search).get("story") ?? "";
  let heard = -Infinity;
  let isRead = false;
  const show = () => {
    const is = performance.now() - heard < FORGOTTEN_MS;
    notice.textContent = is && !isRead ? given.data.text : "";
  };
  close.addEventListener("click", () => {
    isRead = true;
    show();
  });
  const beat = () => {
    if (story()) channel.postMessage({ story: story() });
    show();
  };
  channel.onmessage = ({ data }) => {
    if (!story() || data?.story !== story()) return;
    // Who was heard of for the first time hears of this one at once.
    const isNew = performance.now() - heard >= FORGOTTEN_MS;
    heard = performance.now();
    if (isNew) beat();
  };
  const timer = setInterval(beat, EVERY_MS);
  beat();
  return {
    show() {},
    end() {
      clearInterval(timer);
      channel.close();
    },
  };
});
