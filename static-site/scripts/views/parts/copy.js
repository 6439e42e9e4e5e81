/** Puts a text on the clipboard and says so. @param {App} app @param {string} text @param {string} said */
export async function copyText(app, text, said) {
  try {
    await navigator.clipboard.writeText(text);
    app.emit("toast", said);
  } catch (error) {
    app.emit("failed", error);
  }
}
