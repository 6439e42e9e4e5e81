using Voicebot.Functions.Requests;

namespace Voicebot.Functions.OpenApi;

/// <summary>What one route answers to one method.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Route">As in the function's trigger, such as <c>api/sync-logs/{id}</c>.</param>
public sealed record ApiOperation(string Method, string Route, string Summary)
{
    public IReadOnlyList<ApiParameter> Query { get; init; } = [];
    /// <summary>Fields of a JSON body; null when a body is not read.</summary>
    public IReadOnlyList<ApiParameter>? Body { get; init; }
    /// <summary>Of a good answer.</summary>
    public int Status { get; init; } = 200;
    /// <summary>Of another good answer of the same shape.</summary>
    public int? OtherStatus { get; init; }
    /// <summary>Type of a good JSON answer; null when it is no JSON.</summary>
    public Type? Answer { get; init; }
    /// <summary>Another shape that the same route can answer, by a parameter.</summary>
    public Type? OtherAnswer { get; init; }
    /// <summary>Media type of a good answer that is no JSON.</summary>
    public string? MediaType { get; init; }
    /// <summary>Answers 304 to a client that has the current answer already.</summary>
    public bool HasEntityTag { get; init; }
    /// <summary>Open to people who have not signed in.</summary>
    public bool IsOpen { get; init; }
}
