/** Rules and targets to a file and from one. */
export default {
  rulesFile: {
    title: "Rules as a file",
    hint: "Rules of the inbox and of alerts, and targets: as a copy, or for another installation. Secrets of channels are not in it.",
    give: "Save to a file", take: "Load from a file", fileName: "Voicebot Dashboard, rules",
    unknown: "This is no file of rules that this version can read. Save one with “Save to a file” and try that.",
    stored: { one: "{count} entry is stored. What has the same name was replaced.",
      other: "{count} entries are stored. What has the same name was replaced." },
    refused: { one: "{count} entry was not stored:", other: "{count} entries were not stored:" },
  },
};
