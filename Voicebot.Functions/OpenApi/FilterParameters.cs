using Voicebot.Core.Conversations;

namespace Voicebot.Functions.OpenApi;

/// <summary>The parameters that say which conversations are meant, as <c>FilterReader</c> reads them.</summary>
internal static class FilterParameters
{
    private const int MaxCost = 1_000_000_000;
    private const int MaxDuration = 1_000_000;
    private const int MaxChoices = 40;

    public static ApiParameter Agents { get; } = ApiParameter.Text(
        "agent_id", "A configured agent, or several separated by commas; all without it.", Core.Agents.Agent.MaxAsked * 201);

    public static IReadOnlyList<ApiParameter> Scope { get; } =
    [
        Agents,
        ApiParameter.Month("month", "A month of the reporting zone."),
        ApiParameter.Date("from", "First day, inclusive; excludes 'month'."),
        ApiParameter.Date("to", "Last day, inclusive; excludes 'month'."),
    ];

    public static IReadOnlyList<ApiParameter> Conditions { get; } =
    [
        .. Scope,
        ApiParameter.AnyOf("outcome", "Of finished conversations.", "success", "failure", "unknown"),
        ApiParameter.Text("status", "A status of ElevenLabs, or 'finished' or 'unfinished'.", 40),
        ApiParameter.AnyOf("end_reason", "Our class of the termination reason.", EndReasons.Texts),
        ApiParameter.OneOf("call_result", "How dialling ended; 'unknown' is none of the others.",
            [.. CallResults.All, CallResults.Unknown]),
        ApiParameter.Flag("talked", "A person said or sent something."),
        ApiParameter.AnyOf("direction", "Web and text are 'other'.", "inbound", "outbound", "other"),
        ApiParameter.AnyOf("channel", "How the far end was connected.", Channels.Texts),
        ApiParameter.Texts("source", "The initiation source of ElevenLabs.", MaxChoices),
        ApiParameter.Texts("language", "Main language.", MaxChoices),
        ApiParameter.Flag("transferred", "Handed over to a person."),
        ApiParameter.Flag("handover", "Handed over to another agent."),
        ApiParameter.Flag("dropout", "Done without success or transfer, because the far end broke it off."),
        ApiParameter.Flag("error", "A technical error."),
        ApiParameter.Flag("rated", "With a rating."),
        ApiParameter.Flag("cost_known", "With a cost in credits."),
        ApiParameter.Flag("cost_usd_known", "With a cost in US dollars."),
        ApiParameter.Flag("transcript", "With a transcript."),
        ApiParameter.Flag("deleted", "Deleted at ElevenLabs."),
        ApiParameter.Whole("duration_min", "Seconds, inclusive.", 0, MaxDuration),
        ApiParameter.Whole("duration_max", "Seconds, inclusive.", 0, MaxDuration),
        ApiParameter.Whole("cost_min", "Credits, inclusive.", 0, MaxCost),
        ApiParameter.Whole("cost_max", "Credits, inclusive.", 0, MaxCost),
        ApiParameter.Wholes("rating", "The rounded rating.", 1, 5),
        ApiParameter.Number("rating_min", "Inclusive.", 1, 5),
        ApiParameter.Number("rating_max", "Inclusive.", 1, 5),
        ApiParameter.Text("criterion", "id:success, id:failure or id:unknown."),
        ApiParameter.Text("phone",
            "A number of either end, however it is written, or another id of the client: while clients' numbers are masked, a whole one "
            + "(30 different ones an hour, recorded in the audit log) or its last three digits, else any part. The country code of a "
                + "whole number may be missing."),
        ApiParameter.Text("search", "Words of title, summary or transcript, from three letters on also their beginnings, or an id."),
        ApiParameter.Text("tool", "Called this tool."),
        ApiParameter.Text("tool_error", "Got an error from this tool."),
        ApiParameter.Text("data", "With a value of this collected datum."),
        ApiParameter.Text("data_value", "Of the datum that 'data' names: the value as it is shown."),
        ApiParameter.Text("tag", "With this tag of ElevenLabs, by its id."),
        ApiParameter.Text("version", "With this version of the agent, by its id."),
        ApiParameter.AnyOf("sentiment", "The mood by the analysis of ElevenLabs.", Sentiment.Labels),
        ApiParameter.Wholes("weekday", "Local weekday of the start, 1 is Monday.", 1, 7),
        ApiParameter.Wholes("hour", "Local hour of the start.", 0, 23),
        ApiParameter.Text("ids", "Conversation ids separated by commas, at most 200.", 40_200),
    ];
}
