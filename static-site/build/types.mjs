// node build/types.mjs [PROGRAM]: makes types/api.d.ts of what the built program says of its own API (/api/openapi.json).
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const site = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const patienceMilliseconds = 60_000;

const program = process.argv[2] ?? newest(["Debug", "Release"].map((configuration) =>
  join(site, "..", "Voicebot.Functions", "bin", configuration, "net10.0", "Voicebot.Functions.dll")));
const document = await describe(program);
writeFileSync(join(site, "types", "api.d.ts"), declarations(document.components.schemas));

/** @param {string[]} files */
function newest(files) {
  const [found] = files.filter(existsSync).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (!found) throw new Error("Build the program first: dotnet build");
  return found;
}

/** @param {string} dll */
async function describe(dll) {
  const data = mkdtempSync(join(tmpdir(), "voicebot-types-"));
  const port = await freePort();
  const own = Object.fromEntries(Object.entries(process.env)
    .filter(([name]) => !/^(VOICEBOT_|ELEVENLABS_|WEBSITE_|FUNCTIONS_|ASPNETCORE_|Kestrel)/i.test(name)));
  const server = spawn("dotnet", [dll, "--port", String(port)], {
    env: { ...own, VOICEBOT_DATA: data },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    return await ask(`http://127.0.0.1:${port}/api/openapi.json`, server);
  } finally {
    server.kill();
    if (server.exitCode === null) await new Promise((done) => server.once("exit", done));
    rmSync(data, { recursive: true, force: true });
  }
}

/** @param {string} url @param {import("node:child_process").ChildProcess} server */
async function ask(url, server) {
  const end = Date.now() + patienceMilliseconds;
  while (Date.now() < end && server.exitCode === null) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return response.json();
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${url} did not answer.`);
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once("error", fail).listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => done(port));
    });
  });
}

/** @param {Record<string, any>} schemas */
function declarations(schemas) {
  const types = Object.entries(schemas).map(([name, schema]) => `  type ${name} = ${typeOf(schema, "  ")};\n`);
  return `// Made by build/types.mjs of /api/openapi.json.\n\ndeclare namespace Api {\n${types.join("\n")}}\n`;
}

/**
 * A schema of its own has a name; one that stands within another is written out again.
 * @param {string} reference @param {string} indent
 */
function referenceType(reference, indent) {
  const path = reference.replace(/^#\//, "").split("/");
  return path.length <= 3 ? path[path.length - 1] : typeOf(path.reduce((at, name) => at[name], document), indent);
}

/** A JSON schema as a TypeScript type. @param {any} schema @param {string} indent @returns {string} */
function typeOf(schema, indent) {
  if (schema.$ref) return referenceType(schema.$ref, indent);
  if (schema.enum) return schema.enum.map((/** @type {unknown} */ one) => JSON.stringify(one)).join(" | ");
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.map((/** @type {any} */ one) => typeOf(one, indent)).join(" | ");
  const kinds = [schema.type ?? "unknown"].flat();
  return [...new Set(kinds.map((kind) => simpleType(kind, schema, indent)))].join(" | ");
}

/** @param {string} kind @param {any} schema @param {string} indent */
function simpleType(kind, schema, indent) {
  switch (kind) {
    case "integer": return "number";
    case "array": return `Array<${schema.items ? typeOf(schema.items, indent) : "unknown"}>`;
    case "object": return schema.properties
      ? objectType(schema, indent)
      : `Record<string, ${typeof schema.additionalProperties === "object" ? typeOf(schema.additionalProperties, indent) : "unknown"}>`;
    default: return ["string", "number", "boolean", "null"].includes(kind) ? kind : "unknown";
  }
}

/** @param {any} schema @param {string} indent */
function objectType({ properties, required = [] }, indent) {
  const deeper = `${indent}  `;
  const members = Object.entries(properties).map(([name, one]) => {
    const note = one.description ? `${deeper}/** ${one.description.replaceAll("*/", "* /")} */\n` : "";
    return `${note}${deeper}${/^\w+$/.test(name) ? name : JSON.stringify(name)}${required.includes(name) ? "" : "?"}: `
      + `${typeOf(one, deeper)};\n`;
  });
  return `{\n${members.join("")}${indent}}`;
}
