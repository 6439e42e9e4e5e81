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
  const main = await made({ entryPoints: ["scripts/main.js"], format: "esm", splitting: true });
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
