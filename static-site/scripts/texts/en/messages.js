/** Problems, and rules from the start. In English the server has sentences of its own for messages. */
export default {
  "ruleNames": {
    "Something stands in the way": "Something stands in the way",
    "No conversations for a day": "No conversations for a day",
    "Many conversations break off": "Many conversations break off",
    "Somebody rated 1 or 2": "Somebody rated 1 or 2"
  },
  "titles": {
    "data_stale": "The data are out of date",
    "sync_failed": "The last synchronisation failed",
    "elevenlabs_key_refused": "ElevenLabs refused the API key",
    "key_refused": "ElevenLabs refused the API key",
    "key_sees_nothing": "This key does not see the agents whose conversations are stored here",
    "elevenlabs_permission_missing": "The API key lacks a permission",
    "elevenlabs_quota": "The ElevenLabs account has used up its credits",
    "elevenlabs_rate_limited": "ElevenLabs limits the number of requests",
    "elevenlabs_unavailable": "ElevenLabs cannot be reached",
    "elevenlabs_network": "Something in the network stands between this program and ElevenLabs",
    "elevenlabs_certificate": "The network uses a certificate that this program does not know",
    "not_configured": "An API key and an agent are needed",
    "elevenlabs_agent_not_found": "ElevenLabs no longer has this agent",
    "list_incomplete": "ElevenLabs's list broke off",
    "details_failed": "Some conversations could not be read",
    "time_limit": "The synchronisation took too long",
    "storage_failed": "The program cannot read or write its data",
    "storage_locked": "Another program holds the database",
    "storage_read_only": "The program may not write to its data folder",
    "disk_full": "The disk is full",
    "disk_low": "The disk is nearly full",
    "data_will_not_last": "These data will be lost",
    "files_will_not_last": "Archived files will be lost",
    "files_unreachable": "The storage of archives and recordings does not answer",
    "files_refused": "The storage of archives and recordings refuses this program",
    "files_public": "Everybody can read the storage of archives and recordings",
    "journal_advised": "The database needs another journal",
    "local_disk_advised": "The data lie on a network share",
    "database_damaged": "The database is damaged",
    "zone_unknown": "The reporting zone is not known here",
    "erasure_unfinished": "An erasure is not finished",
    "clock_wrong": "This computer's clock was wrong",
    "circuit_open": "Requests to ElevenLabs are held back",
    "internal_error": "The application made an error"
  },
  "texts": {
    "data_stale": "Newer conversations are missing from all figures. Synchronise; if that fails, its message says what to do.",
    "sync_failed": "New conversations are missing from all figures. Synchronise again; the history of synchronisations says more.",
    "elevenlabs_key_refused": "No new conversations arrive. Enter a key that is valid, whole and without spaces.",
    "key_refused": "No new conversations arrive. Enter a key that is valid, whole and without spaces.",
    "key_sees_nothing":
      "Perhaps it belongs to another workspace or region. Everything stored is kept. Enter the right key, or choose the "
      + "region.",
    "elevenlabs_permission_missing": "In ElevenLabs, allow it to read conversations and agents (convai_read), or enter another key.",
    "elevenlabs_quota": "Check the plan at ElevenLabs; synchronisations then go on by themselves.",
    "elevenlabs_rate_limited": "The synchronisation tries again by itself.",
    "elevenlabs_unavailable": "The synchronisation tries again by itself.",
    "elevenlabs_network": "A firewall or proxy answered in its place. Let this computer reach ElevenLabs.",
    "elevenlabs_certificate": "Name the company's certificates in SSL_CERT_FILE and start the program again.",
    "not_configured": "Enter the key and choose agents in the settings.",
    "elevenlabs_agent_not_found": "Retire it in the settings; its conversations stay in every figure.",
    "list_incomplete": "Conversations may be missing. The next synchronisation reads it again.",
    "details_failed": "The next synchronisation tries them again.",
    "time_limit": "What it read is stored. Synchronise again; it goes on from there.",
    "storage_failed": "Check the free space and the rights on its data folder.",
    "storage_locked": "Close it there, a database browser or a backup, say; writing then goes on by itself.",
    "storage_read_only": "Allow it to write there; synchronisations then go on by themselves.",
    "disk_full": "Nothing new can be stored. Make room on the disk of the data folder.",
    "disk_low": "Make room on the disk of the data folder before synchronisations and backups fail.",
    "data_will_not_last":
      "They lie on a disk that Azure deletes when it recycles the app. Name a storage that lasts in VOICEBOT_DATA (where "
      + "that is a file share, set VOICEBOT_JOURNAL to truncate, too), or a PostgreSQL server in VOICEBOT_DATABASE.",
    "files_will_not_last":
      "Archives and recordings lie on a disk that Azure deletes when it recycles the app. Name a blob container in "
      + "VOICEBOT_FILES, or a folder on a storage that lasts.",
    "files_unreachable":
      "Archives cannot be made or downloaded, recordings cannot be played, and erasures wait. Check that what "
      + "VOICEBOT_FILES names can be reached; work then goes on by itself.",
    "files_refused":
      "Archives cannot be made or downloaded, recordings cannot be played, and erasures wait. Check the container, its key "
      + "and the app's role there (VOICEBOT_FILES); work then goes on by itself.",
    "files_public": "Nothing is written there or read from there. Set the container to private, or name another one in VOICEBOT_FILES.",
    "journal_advised": "The data lie on a network share, where the usual one can damage the database. Set VOICEBOT_JOURNAL to truncate.",
    "local_disk_advised":
      "There the database can be damaged when the connection breaks. Move it to a disk of the computer, and name it in "
      + "VOICEBOT_DATA.",
    "database_damaged": "Figures may be wrong. Stop the program and restore the newest backup.",
    "zone_unknown": "Days are counted in another one until you choose the zone again.",
    "erasure_unfinished": "Some personal data can still be read. It goes on by itself; if this stays, check the free space of the disk.",
    "clock_wrong": "A synchronisation ended in the future. Set the clock right, then synchronise once.",
    "circuit_open": "ElevenLabs kept failing. They go on by themselves in a moment.",
    "internal_error": "Look into its log, and report what it says."
  }
};
