/** All criteria together; pass_rate is null as long as nothing was judged. @param {CriterionStats[]} criteria */
export function totalCriteria(criteria) {
  /** @param {"pass" | "fail" | "unknown"} field */
  const sum = (field) => criteria.reduce((total, criterion) => total + criterion[field], 0);
  const [pass, fail, unknown] = [sum("pass"), sum("fail"), sum("unknown")];
  return { pass, fail, unknown, judged: pass + fail, pass_rate: pass + fail ? (pass / (pass + fail)) * 100 : null };
}

/**
 * The weakest first: that is where to look. Criteria that were never judged come last.
 * @template {{ pass_rate: number | null, total: number }} T
 * @param {T[]} criteria
 */
export const weakestFirst = (criteria) =>
  [...criteria].sort((a, b) => (a.pass_rate ?? 101) - (b.pass_rate ?? 101) || b.total - a.total);

/**
 * What people call a criterion; as long as only its id is known, which is snake_case or kebab-case of someone's making, that is made
 * readable.
 * @param {string} id @param {string | null} [name]
 */
export function criterionName(id, name = null) {
  if (name && name !== id) return name;
  const text = id.replace(/[_-]+/g, " ").trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
