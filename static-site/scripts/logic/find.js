/** A letter without its accents and case, always as long as it was, so that places in both texts are the same. @param {string} letter */
function plainLetter(letter) {
  const [base = letter] = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return (base === "ł" ? "l" : base).padEnd(letter.length).slice(0, letter.length);
}

/** @param {string} text */
const plain = (text) => Array.from(text, plainLetter).join("");

/**
 * A text in parts {text, hit}; the hits are where the words stand, whatever their case and accents.
 * @param {string} text @param {string} wanted
 */
export function findParts(text, wanted) {
  const needle = plain(wanted.trim());
  if (!needle) return [{ text, hit: false }];
  const hay = plain(text);
  const parts = [];
  let from = 0;
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, from)) {
    if (at > from) parts.push({ text: text.slice(from, at), hit: false });
    parts.push({ text: text.slice(at, at + needle.length), hit: true });
    from = at + needle.length;
  }
  if (from < text.length || !parts.length) parts.push({ text: text.slice(from), hit: false });
  return parts;
}
