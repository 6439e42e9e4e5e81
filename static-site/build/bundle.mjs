import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build } from "esbuild";

const options = { bundle: true, minify: true, write: false, metafile: true, legalComments: "none", logLevel: "warning", target: "es2022" };
const names = { entryNames: "assets/[name]-[hash]", chunkNames: "assets/[name]-[hash]", assetNames: "assets/[name]-[hash]" };

/**
 * The page as it is served: scripts and styles in a few files with the hash of their content in their names, so that they are kept
 * for ever; index.html, which names them, and what keeps its name. Returns a map of paths and contents.
 */
export async function bundle(site, sources) {
  const files = new Map();
  const made = async (more) => {
    const result = await build({ ...options, ...names, absWorkingDir: site, outdir: "out", ...more });
    for (const file of result.outputFiles) files.set(relative(join(site, "out"), file.path).split(sep).join("/"), file.contents);
    const [path] = Object.entries(result.metafile.outputs).find(([, one]) => one.entryPoint);
    return path.replace(/^out\//, "");
  };
  const index = readFileSync(join(site, "index.html"), "utf8");
  const early = await made({ entryPoints: ["scripts/early.js"], format: "iife" });
  const main = pageOf(files, await made({ entryPoints: ["build/page.js"], format: "esm", splitting: true }));
  const styles = await made({
    stdin: { contents: imports(index), loader: "css", resolveDir: site, sourcefile: "page.css" }, target: undefined,
    entryNames: "assets/page-[hash]", loader: { ".woff2": "file" },
  });
  const font = [...files.keys()].find((file) => file.endsWith(".woff2"));
  files.set("index.html", rewrite(index, { early, main, styles, font }));
  const kept = sources.filter((file) => /^icons\/|LICENSE|^(config\.js|manifest\.webmanifest)$/.test(file));
  for (const file of kept) files.set(file, readFileSync(join(site, file)));
  return files;
}

/**
 * The entry only names the chunk that holds the page and all that the other views share with it: a visitor asks for that at once.
 * @param {Map<string, string | Uint8Array>} files @param {string} entry
 */
function pageOf(files, entry) {
  const text = (/** @type {string} */ file) => new TextDecoder().decode(/** @type {Uint8Array} */ (files.get(file)));
  const chunk = /^import"\.\/(chunk-([^"]+))";\s*$/.exec(text(entry));
  if (!chunk) throw new Error("The page and the other views share more than one file; see build/page.js.");
  const page = `main-${chunk[2]}`;
  files.delete(entry);
  for (const file of [...files.keys()].filter((name) => name.endsWith(".js") && text(name).includes(`./${chunk[1]}`)))
    files.set(file, text(file).replaceAll(`./${chunk[1]}`, `./${page}`));
  files.set(`assets/${page}`, /** @type {Uint8Array} */ (files.get(`assets/${chunk[1]}`)));
  files.delete(`assets/${chunk[1]}`);
  return `assets/${page}`;
}

const styleLink = /^ *<link rel="stylesheet" href="([^"]+)"(?: media="([^"]+)")?>\n/gm;

/** The style sheets in the order of the page. */
const imports = (index) => [...index.matchAll(styleLink)].map(([, href, media]) => `@import "./${href}"${media ? ` ${media}` : ""};`)
  .join("\n");

function rewrite(index, { early, main, styles, font }) {
  const page = index.replace(styleLink, "")
    .replace('  <script src="config.js">', `  <link rel="stylesheet" href="${styles}">\n$&`)
    .replace("fonts/inter.woff2", font)
    .replace("scripts/early.js", early)
    .replace("scripts/main.js", main);
  for (const file of [early, main, styles, font])
    if (!page.includes(`"${file}"`)) throw new Error(`index.html no longer names what ${file} is made of.`);
  return page;
}
