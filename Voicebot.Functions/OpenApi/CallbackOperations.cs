using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>The call-back list.</summary>
internal static class CallbackOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("GET", "api/callbacks", "People, by their number, whose conversation failed or broke off within the days of the settings and "
            + "who were not reached since: no later conversation of theirs went well, with whichever agent. With an agent, those whose "
            + "conversations with it failed.")
        {
            Query = [CallbackParameters.State, FilterParameters.Agents, Parameters.Page, Parameters.PerPage],
            Answer = typeof(CallbacksResponse),
        },
        new("POST", "api/callbacks", "Marks people: reached, no answer, done, wanted. What cannot be marked is named in the answer, which "
            + "also holds what leads back.")
        {
            Body = [CallbackParameters.Changes],
            Answer = typeof(CallbackChangesResponse),
        },
        new("GET", "api/callbacks/export", "The same people as .xlsx, at most 10,000; recorded in the audit log.")
        {
            Query = [CallbackParameters.State, FilterParameters.Agents, ExportParameters.Language],
            MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        },
    ];
}
