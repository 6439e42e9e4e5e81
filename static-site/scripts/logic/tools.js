/**
 * Tools with failed calls, the highest share of failures first.
 * @template {{ name: string, calls: number, errors: number }} T
 * @param {T[]} tools
 */
export const failingFirst = (tools) =>
  tools.filter(({ calls, errors }) => errors > 0 && calls > 0)
    .sort((a, b) => b.errors / b.calls - a.errors / a.calls || b.errors - a.errors || (a.name < b.name ? -1 : 1));
