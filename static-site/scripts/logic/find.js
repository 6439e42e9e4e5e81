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

/** Signs of a text that stand before its first hit, so that the hit is in sight where there is room for a line or two. */
const mostBefore = 24;

/**
 * The parts of an excerpt from a word or two before its first hit.
 * @template {{ text: string, hit: boolean }} T @param {T[]} parts @returns {T[]}
 */
export function leadToHit(parts) {
  const [first, ...rest] = parts;
  if (!first || first.hit || first.text.length <= mostBefore || !rest.some(({ hit }) => hit)) return parts;
  const end = Array.from(first.text).slice(-mostBefore).join("");
  return [{ ...first, text: `…${end.slice(end.search(/\s/u) + 1)}` }, ...rest];
}
