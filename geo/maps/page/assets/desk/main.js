// The parts of the app's page; each is mounted by Streamlit as a component of its own.

import { article } from "./article.js";
import { candidates } from "./candidates.js";
import { findings } from "./findings.js";
import { head } from "./head.js";
import { map } from "./map.js";
import { preview } from "./preview.js";
import { tabs } from "./tabs.js";
import { typing } from "./typing.js";

window.DatelineDesk = { article, candidates, findings, head, map, preview, tabs, typing };
// A part may be on the page before its script.
window.dispatchEvent(new Event("dateline:scripts"));
