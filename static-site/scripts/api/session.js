import { authorize, needSignIn } from "./api.js";
import { endSession, getSession, startSession } from "./endpoints.js";

const key = "voicebot.token";

/**
 * Who is signed in. On the server's own pages a cookie that scripts cannot read says so; a page on another site gets a token
 * instead, which lasts as long as its browser tab.
 */
export async function loadSession() {
  authorize(stored());
  const session = await getSession();
  if (!session.role) throw needSignIn();
  return session;
}

/** Throws ApiError when the key is wrong, or too many were. @param {string} accessKey */
export async function signIn(accessKey) {
  const session = await startSession(accessKey);
  if (session.token) store(session.token);
  authorize(session.token ?? null);
}

export async function signOut() {
  try {
    await endSession();
  } finally {
    store(null);
    authorize(null);
  }
}

function stored() {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string | null} token */
function store(token) {
  try {
    if (token) sessionStorage.setItem(key, token);
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage the sign-in lasts until the page is left.
  }
}
