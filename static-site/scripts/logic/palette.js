/** Letters that Unicode does not take apart. @type {Record<string, string>} */
const alike = { ł: "l", đ: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe" };

/** As people type it: without accents and capitals. @param {string} text */
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[łđøßæœ]/g, (letter) => alike[letter]);

/**
 * The entries that hold every word that was typed, the best first: what begins with it, then what has a word that does, then the rest as
 * they stood.
 * @template {{ title: string, words?: string }} T
 * @param {T[]} entries @param {string} typed @returns {T[]}
 */
export function matching(entries, typed) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (!words.length) return entries;
  return entries.map((entry) => ({ entry, rank: rankOf(entry, words) })).filter(({ rank }) => rank < worst)
    .sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

const worst = 4;

/** @param {{ title: string, words?: string }} entry @param {string[]} words */
function rankOf({ title, words: more = "" }, words) {
  const name = plain(title);
  const all = `${name} ${plain(more)}`;
  if (!words.every((word) => all.includes(word))) return worst;
  if (name.startsWith(words[0])) return 0;
  if (words.every((word) => beginsAWord(name, word))) return 1;
  return name.includes(words[0]) ? 2 : 3;
}

/** @param {string} text @param {string} start */
const beginsAWord = (text, start) => text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(start));
