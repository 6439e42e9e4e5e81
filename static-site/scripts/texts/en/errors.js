export default {
  titles: {
    kpis: "The figures could not be loaded",
    breakdowns: "The breakdowns could not be loaded",
    conversations: "The conversations could not be loaded",
    criteria: "The criteria could not be loaded",
    segments: "Could not load the comparison",
    reviews: "Could not load what is to be reviewed",
    callbacks: "The people to call back could not be loaded",
    money: "The costs could not be loaded",
    archives: "The archives could not be loaded",
    runs: "The history of synchronisations could not be loaded",
    audit: "The audit log could not be loaded",
  },
  again: "This page tries again by itself.",
  againIn: "This page tries again by itself in {time}.",
  noAnswer: "no answer",
  title: "That did not work",
  unexpected: "The server gave an unexpected answer.",
  page: "Something went wrong on this page: {detail}",
  network: "The server cannot be reached. Check that the application is running and that you are connected.",
  not_json: "The server answered with something that is not data. Is the API address right?",
  invalid_parameter: "The server did not accept a value.",
  unknown_parameter: "The server does not know a parameter.",
  invalid_json: "The server could not read the request.",
  unsupported_content_type: "The server does not take this kind of content.",
  not_configured: "An API key and at least one agent are needed first. Set them in the settings.",
  no_data: "There are no conversations in this period.",
  agent_not_found: "This agent is not configured here. Choose another one, or add it in the settings.",
  invalid_request: "The server could not understand the request.",
  storage_failed: "The application could not read or write its data. Check the free space and the rights on its data folder.",
  storage_locked:
    "Another program (a database browser, a backup) or a long export holds the database, so nothing could be stored. "
    + "Close it there, or wait, then try again.",
  storage_unreachable:
    "The database server does not answer. It is tried again with every request; if it stays away, check that it runs "
    + "and that VOICEBOT_DATABASE is right.",
  storage_read_only: "The application may not write to its data folder. Give its user the right to write there.",
  files_unreachable:
    "The storage of archives and recordings does not answer. Check that what VOICEBOT_FILES names can be reached, then try again.",
  files_refused:
    "The storage of archives and recordings refuses this application. Check the container, its key and the app's role there "
    + "(VOICEBOT_FILES), then try again.",
  files_public:
    "Everybody can read the storage of archives and recordings, so it is not used. Set the container to private, or name another one in "
    + "VOICEBOT_FILES.",
  files_taken: "Another instance works on the same file. Try again in a minute.",
  disk_full: "The disk of the data folder is full. Make room: synchronisations then go on by themselves.",
  elevenlabs_network:
    "A firewall or proxy answered instead of ElevenLabs, or the network lets nothing "
    + "through. Ask your IT to allow ElevenLabs's address. It is tried again by itself.",
  elevenlabs_certificate:
    "The certificate that answered for ElevenLabs is not trusted here. If your "
    + "company looks into encrypted traffic, name its root certificate in SSL_CERT_FILE.",
  elevenlabs_too_large: "ElevenLabs sent more than any real answer holds, so it was not read. Try again; report it if it stays.",
  not_found: "This no longer exists.",
  method_not_allowed: "The server does not allow this action.",
  host_not_allowed: "The application does not answer under this address.",
  origin_not_allowed: "This site may not use the API. Add its address to VOICEBOT_ALLOWED_ORIGINS.",
  payload_too_large: "That is too much at once for the server.",
  elevenlabs_key_refused: "ElevenLabs refused the API key. Check that it was copied whole and is still valid.",
  elevenlabs_other_region: "This key works in another region than the chosen one. Choose that region, or paste another key.",
  elevenlabs_permission_missing: "The API key lacks a permission. In ElevenLabs, allow it to read conversations and agents (convai_read).",
  elevenlabs_quota: "The ElevenLabs account has used up its credits.",
  elevenlabs_rate_limited: "ElevenLabs limits the number of requests just now. Try again in a minute.",
  elevenlabs_unavailable: "ElevenLabs cannot be reached just now. Try again in a few minutes.",
  elevenlabs_unexpected: "ElevenLabs gave an answer that could not be understood.",
  archive_file_missing: "The archive file is no longer there. Archive the month again.",
  run_not_active: "This run is already over.",
  details_failed: "Some conversations could not be read in detail. The next run tries them again.",
  key_sees_nothing:
    "This key sees none of the conversations stored here: another workspace or region? Everything was kept. "
    + "Check key and region in the settings; an agent that was deleted at ElevenLabs can be retired there.",
  agent_retired: "This agent is retired, so ElevenLabs is not asked for it. Make it active again in the settings, or choose another.",
  elevenlabs_agent_not_found:
    "ElevenLabs does not know this agent any more. Everything stored of it was kept. "
    + "Retire it in the settings: it then stays in every figure and is not asked for.",
  list_incomplete: "ElevenLabs's list broke off, so conversations may be missing. The next run reads it again.",
  time_limit: "The run took too long and was ended. What it read is stored, and the next run goes on from there.",
  no_audio: "There is no recording of this conversation.",
  texts_forgotten: "The texts of this conversation were forgotten here, and its recording with them.",
  not_at_elevenlabs: "ElevenLabs does not have this conversation any more. What is stored here stays.",
  demo_not_possible: "Here the program cannot start again by itself. Start it on your computer with --demo.",
  sign_in_required: "Sign in.",
  wrong_access_key: "This is not the access key. Copy it again, whole and without spaces.",
  too_many_attempts: "Too many wrong keys.",
  too_many_numbers: "Too many numbers were asked for within this hour. Try again in the next one, or ask the owner.",
  not_allowed_for_viewer: "Only the owner may do this.",
  view_outdated: "The view holds a condition that can no longer be used. Open it in the list of conversations and save it anew.",
  view_name_taken: "There is a view of this name already. Choose another name, or change that view.",
  too_many_views: "There are as many views as there may be. Remove one first.",
  changed_meanwhile: "Somebody else has changed this meanwhile. Nothing was stored: look at it again, and then decide.",
  rule_name_taken: "There is a rule of this name already. Choose another name, or change that rule.",
  too_many_rules: "There are as many rules as there may be. Remove one first.",
  target_exists: "This figure has a target for this agent already. Change that one instead.",
  too_many_targets: "There are as many targets as there may be. Remove one first.",
  too_many_notes: "There are as many notes as there may be. Remove one first.",
  channel_name_taken: "There is a channel of this name already. Choose another name, or change that channel.",
  too_many_channels: "There are as many channels as there may be. Remove one first.",
  digest_name_taken: "There is a digest of this name already. Choose another name, or change that digest.",
  too_many_digests: "There are as many digests as there may be. Remove one first.",
  query_too_broad: "This matches too much. Narrow the period or the conditions.",
  internal_error: "The application made an error. Details are in its log.",
};
