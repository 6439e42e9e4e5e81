using Voicebot.Core.Privacy;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>What data protection asks for.</summary>
internal static class PrivacyOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("POST", "api/erase",
            "Erases one conversation, or all of a person; recorded in the audit log. 202 while some of it can still be read in a file; "
            + "it goes on by itself.")
        {
            Body =
            [
                ApiParameter.Text("conversation_id", "One conversation; or give 'phone'."),
                ApiParameter.Text("phone", "A person's telephone number, however it is written, or WhatsApp's id of the person."),
                ApiParameter.Flag("dry_run", "Only count."),
            ],
            Answer = typeof(ErasureReport),
            OtherStatus = 202,
        },
        new("GET", "api/erase", "What was asked to be erased, and how far it is; unfinished ones first.")
        {
            Answer = typeof(ErasuresResponse),
        },
        new("GET", "api/person-data", "Everything stored of one person, with what people here wrote about it; recorded in the "
            + "audit log.")
        {
            Query = [Parameters.Person, Parameters.Format],
            Answer = typeof(PersonDataResponse),
            MediaType = "text/csv",
        },
        new("GET", "api/audit-log", "Who revealed, exported, erased or changed what, newest first.")
        {
            Query = [Parameters.AuditEntries],
            Answer = typeof(AuditLogResponse),
        },
    ];
}
