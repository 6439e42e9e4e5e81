// Base URL of the API, without a slash at the end, when this folder is hosted elsewhere than the app,
// for example "https://voicebot.example.com". Empty: the same origin.
// The app then has to name this site's origin in VOICEBOT_ALLOWED_ORIGINS, and the Content-Security-Policy
// of this site has to allow the base URL in connect-src, and blob: in media-src for the recordings.
window.VOICEBOT_API_BASE = "";
