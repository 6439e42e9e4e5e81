/** The board of criteria. */
export default {
  criteriaBoard: {
    numbers: {
      names: {
        1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven",
        12: "twelve",
      },
      of: {
        2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve",
      },
    },
    better: {
      one: "{number} of {total} criteria is clearly better than {before}{rest}.",
      other: "{number} of {total} criteria are clearly better than {before}{rest}.",
    },
    worse: {
      one: "{number} of {total} criteria is clearly worse than {before}{rest}.",
      other: "{number} of {total} criteria are clearly worse than {before}{rest}.",
    },
    butWorse: ", and {number} clearly worse",
    none: "None of {total} criteria is clearly different from how it was {before}.",
    only: {
      better: "The only criterion is clearly better than {before}.", worse: "The only criterion is clearly worse than {before}.",
      none: "The only criterion is not clearly different from how it was {before}.",
    },
    few: "Too few results to compare the criteria with the period before.",
    alone: { one: "{count} criterion was judged in this period.", other: "{count} criteria were judged in this period." },
    noneWorse: "No criterion got clearly worse.",
    noneBetter: "No criterion got clearly better.",
    weakest: "Weakest: {weakest}.",
    explained: "The share is of those met and not met; unknown results stand beside it.",
    before: {
      today: "yesterday at this time",
      day: "the day before",
      lastDays: "in the {days} days before",
      range: "in the period {name}",
    },
    columns: { name: "Criterion", share: "Met", change: "Change", failed: "Not met", unknown: "Unknown", trend: "7 days" },
    scale: "Scale from {from} to {to}%",
    key: "Dot: {now}, band: 95% interval. Ring: {before}. ≈: no clear change.",
    keyAlone: "Dot: share met, band: 95% interval.",
    open: "{name}, {result}: {count}",
    panel: {
      interval: "95% interval: {low} to {high}",
      pass: { one: "{count} met", other: "{count} met" },
      fail: { one: "{count} not met", other: "{count} not met" },
      unknown: { one: "{count} unknown", other: "{count} unknown" },
      trend: "Met, 7 days",
      trendFinding: "Met, 7 days: {first} at first, {last} at the end.",
      trendNone: "Too few results to draw how it went.",
      ends: "How these conversations end",
      together: "Most often not met along with it",
      togetherNone: "No other criterion was not met in them.",
      worst: "Worst conversations",
      others: { one: "{count} criterion", other: "{count} criteria" },
      more: "Show more",
      all: { one: "Open {count} conversation", other: "All {count} conversations" },
      noneFailed: "No conversation of this period failed this criterion.",
    },
  },
};
