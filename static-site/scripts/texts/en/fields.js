/** What to put into a field, by its name in the API; shown when the server refuses it. */
export default {
  fields: {
    time_zone: "Give an IANA time zone, such as Europe/Warsaw.",
    retention_texts_days: "Give a number of days from 1 to 36500, or leave it empty.",
    retention_phones_days: "Give a number of days from 1 to 36500, or leave it empty.",
    start_date: "The beginning must not be after the end or in the future.",
    end_date: "Give a day as YYYY-MM-DD.",
    api_key: "Paste the key as ElevenLabs shows it, without spaces or special characters.",
    webhook_secret: "Paste the secret as ElevenLabs shows it, without spaces or special characters.",
    agents: "Give 1 to 20 agent ids of letters, digits, '_' and '-', each once.",
    agent_id: "An agent id has letters, digits, '_' and '-'.",
    phone: "Give a telephone number of at least seven digits.",
    access_key: "Paste the whole access key.",
  },
};
