/** The addresses of ElevenLabs by the names that texts know them by. @type {Map<string, string>} */
const names = new Map([
  ["https://api.elevenlabs.io", "global"],
  ["https://api.us.elevenlabs.io", "us"],
  ["https://api.eu.residency.elevenlabs.io", "eu"],
  ["https://api.in.residency.elevenlabs.io", "in"],
  ["https://api.sg.residency.elevenlabs.io", "sg"],
]);

/** Null for an address that is none of them, such as a stand-in on this computer. @param {string} address */
export const regionOf = (address) => names.get(address) ?? null;

/**
 * What people can choose from: the known ones, and the one that is in force.
 * @param {{ base_urls: string[], base_url: string }} settings
 */
export const regionChoices = ({ base_urls: known, base_url: current }) => [...new Set([...known, current])];
