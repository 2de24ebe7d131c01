// Bundles the scripts and styles into dist/, which is what Python reads; users need no node.
//
//   node build.js           writes dist/
//   node build.js --check   fails where dist/ is not, to the byte, what the sources make
//
// dist/SHA256SUMS names the hashes of the sources and of the bundles, so that a test of Python can see
// that they belong together; dist/LICENCES holds the licences of the packages that are bundled.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const DIST = join(HERE, "dist");
const ENTRIES = {
  article: "map/main.js",
  points: "points/main.js",
  component: "points/component.js",
  desk: "desk/main.js",
  loader: "map/unpack.js",
  dateline: "dateline.css",
  page: "page.css",
  "points-style": "points.css",
};
// What decides what the bundles are, besides the scripts and styles.
const RECIPE = ["build.js", "package-lock.json", "../../spec/cartography.json"];

/** @returns {Promise<Map<string, string>>} the text of each file of dist/, by its name */
async function bundled() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: HERE,
    preserveSymlinks: true, // packages are known by their paths, wherever node_modules lies
    entryPoints: ENTRIES,
    outdir: "dist",
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none", // in LICENCES
    metafile: true,
    write: false,
    logLevel: "error",
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [relative(DIST, path), text]));
  texts.set("LICENCES", licences(Object.keys(metafile.inputs)));
  texts.set("SHA256SUMS", sums(texts));
  return texts;
}

/**
 * Each licence once, below the packages that are under it and whose they are.
 * @param {string[]} inputs
 * @returns {string}
 */
function licences(inputs) {
  const found = inputs.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  const packages = [...new Set(found.filter((name) => name !== undefined))].sort();
  if (!packages.length)
    throw new Error("No package was bundled: is node_modules a link elsewhere?");
  /** @type {Map<string, string[]>} */
  const owners = new Map();
  for (const name of packages) {
    const folder = join(HERE, "node_modules", name);
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const text = readFileSync(join(folder, "LICENSE"), "utf8").trim();
    const [whose = ""] = /^Copyright .*$/m.exec(text) ?? [];
    const terms = text.replace(whose, "").replace(/\n{3,}/g, "\n\n");
    owners.set(terms, [...(owners.get(terms) ?? []), `${name} ${version}: ${whose}`]);
  }
  return Array.from(owners, ([terms, lines]) => `${lines.join("\n")}\n\n${terms}\n`).join("\n");
}

/**
 * @param {Map<string, string>} texts of dist/
 * @returns {string} a line for each file, as sha256sum writes it
 */
function sums(texts) {
  const sources = [...sourcesIn(HERE), ...RECIPE.map((name) => join(HERE, name))];
  /** @type {[string, string | Buffer][]} */
  const files = [
    ...sources.map((path) => /** @type {const} */ ([relative(HERE, path), readFileSync(path)])),
    ...Array.from(texts, ([name, text]) => /** @type {const} */ ([`dist/${name}`, text])),
  ];
  const lines = files.map(([name, text]) => {
    const hash = createHash("sha256").update(text).digest("hex");
    return `${hash}  ${name.split(sep).join("/")}\n`;
  });
  return lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join("");
}

/**
 * All scripts in folders, and the styles beside this file.
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ["node_modules", "dist", "types"].includes(entry.name) ? [] : sourcesIn(path);
    return entry.name.endsWith(".css") || (folder !== HERE && entry.name.endsWith(".js"))
      ? [path]
      : [];
  });
}

/** @param {Map<string, string>} texts */
function check(texts) {
  const stale = [...texts].filter(([name, text]) => {
    const path = join(DIST, name);
    return !existsSync(path) || readFileSync(path, "utf8") !== text;
  });
  const unknown = readdirSync(DIST).filter((name) => !texts.has(name));
  const names = [...stale.map(([name]) => name), ...unknown];
  if (!names.length) return;
  console.error(`The bundles are not of these sources (run make web): ${names.join(", ")}`);
  process.exitCode = 1;
}

const texts = await bundled();
if (process.argv.includes("--check")) {
  check(texts);
} else {
  mkdirSync(DIST, { recursive: true });
  for (const [name, text] of texts) writeFileSync(join(DIST, name), text);
}
