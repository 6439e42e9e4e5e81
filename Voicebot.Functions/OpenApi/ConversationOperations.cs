using Voicebot.Core.Kpis;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>Figures, lists and single conversations.</summary>
internal static class ConversationOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("GET", "api/kpis", "The twelve KPIs, of the conversations of any filter.")
        {
            Query = [.. FilterParameters.All, Parameters.CompareKpis],
            Answer = typeof(KpiReport),
            HasEntityTag = true,
        },
        new("GET", "api/breakdowns",
            "The agents side by side; counts by end reason, language, channel, source, status and tool; distributions of durations and "
            + "response times.")
        {
            Query = [.. FilterParameters.All, Parameters.CompareAgents],
            Answer = typeof(Breakdowns),
            HasEntityTag = true,
        },
        new("GET", "api/data",
            "What was collected, datum by datum: how many have it, of which types, the most frequent values, how numbers spread, and how "
            + "many have it over time.")
        {
            Query = FilterParameters.All,
            Answer = typeof(DataReport),
            HasEntityTag = true,
        },
        new("GET", "api/conversations", "A page of the list of conversations.")
        {
            Query = [.. FilterParameters.All, Parameters.Page, Parameters.PerPage, Parameters.Sort],
            Answer = typeof(ConversationListResponse),
            HasEntityTag = true,
        },
        new("GET", "api/conversation-figures", "A few figures of the conversations of a filter, defined as those of the KPIs.")
        {
            Query = FilterParameters.All,
            Answer = typeof(SetFigures),
            HasEntityTag = true,
        },
        new("GET", "api/conversations/{id}", "Everything known of one conversation.") { Answer = typeof(ConversationDetailResponse) },
        new("GET", "api/conversations/{id}/others",
            "The other conversations of the same person, by number or user id, and the neighbours in time.")
        {
            Query = [Parameters.Others],
            Answer = typeof(OtherConversationsResponse),
        },
        new("POST", "api/conversations/{id}/reveal", "The whole telephone numbers of one conversation; recorded in the audit log.")
        {
            Body = [],
            Answer = typeof(RevealResponse),
        },
        new("GET", "api/conversations/{id}/audio", "The recording, in ranges as a player asks for them.") { MediaType = "audio/*" },
        new("POST", "api/conversations/{id}/refetch", "Reads this one conversation again, now.")
        {
            Body = [],
            Answer = typeof(ConversationDetailResponse),
        },
        new("GET", "api/months", "Months with conversations, newest first.")
        {
            Query = [FilterParameters.Agents],
            Answer = typeof(MonthsResponse),
        },
        new("GET", "api/export-xlsx",
            "The conversations of a filter as a workbook: conversations, KPIs, days and criteria, all over the same rows; recorded in "
            + "the audit log.")
        {
            Query = [.. FilterParameters.All, ExportParameters.Language],
            MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        },
        new("GET", "api/export-csv", "The conversations of a filter as CSV; recorded in the audit log.")
        {
            Query = [.. FilterParameters.All, ExportParameters.Language, .. ExportParameters.Csv],
            MediaType = "text/csv",
        },
    ];
}
