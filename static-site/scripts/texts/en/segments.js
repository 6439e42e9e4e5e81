/** Two named views side by side. */
export default {
  segments: {
    compare: "Compare",
    with: "with",
    first: "First view",
    second: "Second view",
    swap: "Swap sides",
    choose: "Choose a view",
    compareWith: "Compare with…",
    compareViews: "Compare views",
    compareNamed: "Compare “{name}” with…",
    caption: "“{first}” and “{second}”",
    difference: "Difference",
    words: {
      better: "“{first}” converts clearly better than “{second}”: {value} against {other}.",
      worse: "“{first}” converts clearly worse than “{second}”: {value} against {other}.",
      no_clear_change: "No clear difference in conversion between “{first}” and “{second}”: {value} and {other}.",
      too_few: "Too few finished conversations to compare: “{first}” has {n}, “{second}” has {m}, {least} each needed.",
      shared: "Conversion is {value} in “{first}” and {other} in “{second}”.",
      empty: "No conversations in “{name}” in this period.",
      nothing: "No conversations in “{first}” or “{second}” in this period.",
    },
    shared: {
      partly: {
        one: "{shown} conversation is in both views, so differences are not judged.",
        other: "{shown} conversations are in both views, so differences are not judged.",
      },
      within: {
        one: "“{first}” is part of “{second}” ({shown} conversation), so differences are not judged.",
        other: "“{first}” is part of “{second}” ({shown} conversations), so differences are not judged.",
      },
      around: {
        one: "“{second}” is part of “{first}” ({shown} conversation), so differences are not judged.",
        other: "“{second}” is part of “{first}” ({shown} conversations), so differences are not judged.",
      },
      same: {
        one: "Both views hold the same {shown} conversation.",
        other: "Both views hold the same {shown} conversations.",
      },
    },
    sharedText: "Intervals of a difference hold for two separate groups. Compare a view with its opposite (a condition with “not”).",
    key:
      "Difference: how far “{first}” is from “{second}”; better and worse are said of “{first}”. A difference is given where n is at "
      + "least {least} on both sides, and judged where its 95% interval leaves out zero; of so many figures about one in twenty will look "
      + "like that by chance. Sums and ratios are not judged. ≈: no clear difference.",
    judgements: {
      better: "better",
      worse: "worse",
      changed: "clear difference",
      no_clear_change: "no clear difference",
      not_judged: "not judged",
      too_few: "too few",
      shared: "not judged",
    },
    none: "No saved views yet",
    onlyOne: "A second view is needed to compare",
    howToSave: "A view is conditions under a name. Set them on the list of conversations, choose “Save view”, then come back here.",
    ownerSaves: "A view is conditions under a name. The owner saves them on the list of conversations.",
    toList: "Go to the list of conversations",
    pickBoth: "Choose two views",
    pickBothText: "They stand side by side with all figures, of the same days and the same agents.",
    sameTwice: "This is the same view twice",
    sameTwiceText: "Choose another one on either side.",
    gone: "This view is no longer there",
    goneText: "Somebody removed it. Choose another one.",
  },
};
