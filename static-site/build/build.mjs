// node build/build.mjs OUTPUT: restores the packages, then bundles the page into the folder OUTPUT, with hashed names.
// The .NET build runs it; it does nothing that is done already, and may run several times at once.
import { execSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { filesIn, writeSite } from "./files.mjs";
import { locked } from "./lock.mjs";

const site = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const output = resolve(process.argv[2] ?? join(site, "..", "artifacts", "static-site"));

const hashOf = (files) => files.reduce((hash, file) => hash.update(file).update("\0").update(readFileSync(file)), createHash("sha256"))
  .digest("hex");

/** Does the work unless its product was made of the same files before: the stamp, which a failure leaves out, says of which. */
async function once(product, stamp, files, work) {
  const wanted = hashOf(files);
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function restorePackages() {
  execSync("npm ci --ignore-scripts --no-audit --no-fund --loglevel=error", { cwd: site, stdio: ["ignore", "ignore", "inherit"] });
}

/** Chart.js as one module, for the sources, which run unbundled, as for the bundle. */
async function bundleChartLibrary() {
  const { build } = await import("esbuild");
  mkdirSync(join(site, "vendor"), { recursive: true });
  await build({
    absWorkingDir: site, entryPoints: ["build/chart.js"], outfile: "vendor/chart.js",
    bundle: true, format: "esm", minify: true, target: "es2022", legalComments: "inline", banner: { js: "// @ts-nocheck" },
    logLevel: "warning",
  });
  copyFileSync(join(site, "node_modules", "chart.js", "LICENSE.md"), join(site, "vendor", "chart.LICENSE.md"));
}

/** @param {string[]} sources */
async function bundlePage(sources) {
  const { bundle } = await import("./bundle.mjs");
  writeSite(output, await bundle(site, sources));
}

await locked(site, async () => {
  const lockFile = join(site, "package-lock.json");
  await once(join(site, "node_modules", "esbuild"), join(site, "node_modules", ".restored"), [lockFile], restorePackages);
  await once(join(site, "vendor", "chart.js"), join(site, "vendor", ".made"),
    [lockFile, join(site, "build", "chart.js"), join(site, "build", "build.mjs")], bundleChartLibrary);
  const sources = filesIn(site, ["scripts", "styles", "fonts", "vendor", "icons", "build"])
    .concat(["index.html", "config.js", "manifest.webmanifest"]);
  await once(join(output, "index.html"), join(output, "..", "static-site.made"), sources.map((file) => join(site, file)),
    () => bundlePage(sources));
});
