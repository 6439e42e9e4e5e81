/**
 * The zone itself where this browser knows it, else UTC: an older browser may not know a zone that the server does.
 * @param {string} name
 */
export function knownZone(name) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    return "UTC";
  }
}
