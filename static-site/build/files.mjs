import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** The files of some folders, as paths relative to `root` with slashes; those whose names begin with a dot are not meant. */
export function filesIn(root, folders) {
  return folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1).split(sep).join("/")))
    .sort();
}

/** Makes a folder hold exactly these files; one that is right already keeps its time. */
export function writeSite(folder, files) {
  for (const [name, content] of files) {
    const path = join(folder, name);
    if (existsSync(path) && Buffer.compare(readFileSync(path), Buffer.from(content)) === 0) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  for (const name of filesIn(folder, ["."])) if (!files.has(name)) rmSync(join(folder, name));
}
