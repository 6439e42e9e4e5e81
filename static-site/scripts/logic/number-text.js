/**
 * A number as people type it: with a comma or a point, with spaces between its groups, with a sign of per cent behind it. Null for what is
 * none, so that whoever is asked says what is wrong.
 * @param {string} text
 */
export function readNumber(text) {
  const tidy = text.replace(/\s/g, "").replace(/%$/, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(tidy) ? Number(tidy) : null;
}
