// What the page of a map of many points runs.

import { mounter } from "../map/mount.js";
import { takeOverWhenRead } from "../map/take_over.js";
import { pointsSupport } from "./support.js";

window.Dateline = { mount: mounter(pointsSupport) };
takeOverWhenRead();
