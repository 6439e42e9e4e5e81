using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>Archives and backups.</summary>
internal static class ArchiveOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("POST", "api/archive", "Archives a month, a file per agent; an unchanged month keeps its file.")
        {
            Query = [FilterParameters.Agents, Parameters.Month],
            Answer = typeof(ArchiveMonthResponse),
        },
        new("GET", "api/archives", "Archived files, newest first.")
        {
            Query = [FilterParameters.Agents],
            Answer = typeof(IReadOnlyList<ArchiveResponse>),
        },
        new("GET", "api/download-csv/{id}", "An archived file; recorded in the audit log.")
        {
            Query = [ExportParameters.Language],
            MediaType = "text/csv",
        },
        new("GET", "api/backup", "A consistent snapshot of the database; recorded in the audit log.")
        {
            MediaType = "application/vnd.sqlite3",
        },
    ];
}
