/** Puts a text on the clipboard and says so. */
export async function copyText(app, text, said) {
  try {
    await navigator.clipboard.writeText(text);
    app.emit("toast", said);
  } catch (error) {
    app.emit("failed", error);
  }
}
