using System.Text.Json.Nodes;
using Voicebot.Core.Views;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>Named views of the list of conversations.</summary>
internal static class ViewOperations
{
    private static readonly IReadOnlyList<ApiParameter> Fields =
    [
        ApiParameter.Text("name", "Each name once, whatever its case.", SavedView.MaxNameLength).Needed,
        new("filters", "Conditions by the name of their parameter, as in the address of the list; without agents, period, ids and "
            + "telephone numbers.",
            new JsonObject
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "string", ["maxLength"] = 200 },
            }),
        ApiParameter.Text("sort", "As in the address of the list; newest first without it.", 40),
        new("columns", "The page's names of the columns in their order; the usual ones without it.",
            new JsonObject
            {
                ["type"] = "array",
                ["maxItems"] = SavedView.MaxColumns,
                ["items"] = new JsonObject { ["type"] = "string", ["maxLength"] = 120 },
            }),
    ];

    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("GET", "api/views", "The named views of the list, in the order in which they were made.")
        {
            Query = [.. FilterParameters.Scope,
                Parameters.Count],
            Answer = typeof(ViewsResponse),
            HasEntityTag = true,
        },
        new("POST", "api/views", "Keeps a view, for everybody; recorded in the audit log. At most 50.")
        {
            Body = Fields,
            Status = 201,
            Answer = typeof(ViewResponse),
        },
        new("PUT", "api/views/{id}", "Keeps another view in the place of one; recorded in the audit log.")
        {
            Body = Fields,
            Answer = typeof(ViewResponse),
        },
        new("DELETE", "api/views/{id}", "Removes a view, and answers with those that are left; recorded in the audit log.")
        {
            Answer = typeof(ViewsResponse),
        },
        new("GET", "api/segments", "Two named views side by side as segments, of the same agents and days, and how the first differs from "
            + "the second. Where conversations are in both, differences are told and none is judged.")
        {
            Query = [.. FilterParameters.Scope, Parameters.FirstView, Parameters.SecondView],
            Answer = typeof(SegmentsResponse),
            HasEntityTag = true,
        },
    ];
}
