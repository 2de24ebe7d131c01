// For mounting maps of all kinds in another page, such as the app's: sets window.Dateline.

import { mounter } from "../map/mount.js";
import { pointsSupport } from "./support.js";

window.Dateline = { mount: mounter(pointsSupport) };
