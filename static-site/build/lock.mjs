import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const patienceMilliseconds = 100;
const unclaimedMilliseconds = 5000;

/** Does the work while no other process on this machine does any for the same folder: builds of several projects may run at once. */
export async function locked(folder, work) {
  const lock = join(tmpdir(), `voicebot-site-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`);
  const owner = join(lock, "owner");
  let unclaimedSince = null;
  while (!take(lock)) {
    const pid = ownerOf(owner);
    unclaimedSince = pid ? null : unclaimedSince ?? Date.now();
    const abandoned = pid ? !isAlive(pid) : Date.now() - unclaimedSince > unclaimedMilliseconds;
    if (abandoned) rmSync(lock, { recursive: true, force: true });
    else await new Promise((resolve) => setTimeout(resolve, patienceMilliseconds));
  }
  try {
    writeFileSync(owner, String(process.pid));
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function ownerOf(file) {
  try {
    return Number(readFileSync(file, "utf8")) || null;
  } catch {
    return null; // just taken, and not yet signed
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
