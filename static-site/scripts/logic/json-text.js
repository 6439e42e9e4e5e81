const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * JSON text on indented lines, every number with the digits that it was written with: JavaScript's own numbers would round
 * 9007199254740993 and drop the zero of 1.50. Null for what is no JSON.
 * @param {string} text
 * @returns {string | null}
 */
export function indentedJson(text) {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  const found = text.match(tokens) ?? [];
  let depth = 0;
  const line = () => `\n${"  ".repeat(depth)}`;
  return found.reduce((shown, token, at) => {
    const isEmptied = "]}".includes(found[at + 1] ?? " ");
    if ("{[".includes(token)) return shown + token + (isEmptied ? "" : (depth += 1, line()));
    if ("]}".includes(token)) return shown + ("{[".includes(found[at - 1]) ? "" : (depth -= 1, line())) + token;
    if (token === ",") return shown + token + line();
    if (token === ":") return `${shown}: `;
    return shown + (token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : token);
  }, "");
}
