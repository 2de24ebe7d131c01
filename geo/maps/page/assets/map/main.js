// What the page of an article runs.

import { mounter } from "./mount.js";
import { takeOverWhenRead } from "./take_over.js";

window.Dateline = { mount: mounter() };
takeOverWhenRead();
