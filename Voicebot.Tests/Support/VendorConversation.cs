using System.Text.Json.Nodes;

namespace Voicebot.Tests.Support;

/// <summary>Both documents of one conversation as the vendor holds them.</summary>
public sealed record VendorConversation(JsonObject List, JsonObject Detail)
{
    public string Id => (string)List["conversation_id"]!;
    public string AgentId => (string)List["agent_id"]!;
    /// <summary>A second agent whose list shows it, too.</summary>
    public string? AlsoListedFor { get; init; }
    public long StartTime => (long)List["start_time_unix_secs"]!;

    public VendorConversation Copy() => new(List.DeepClone().AsObject(), Detail.DeepClone().AsObject()) { AlsoListedFor = AlsoListedFor };
}

/// <summary>A request that reached the simulated vendor.</summary>
public sealed record VendorRequest(string Path, string Query, string? Key);

/// <summary>How the list's pages go wrong.</summary>
public enum VendorPaging
{
    Correct,
    /// <summary>From the second page on, the cursor that was sent comes back with "more".</summary>
    RepeatedCursor,
    /// <summary>"More", but an empty cursor.</summary>
    EmptyCursor,
    /// <summary>Each page begins with the last row of the one before.</summary>
    Overlapping,
    /// <summary>A cursor, but no has_more.</summary>
    CursorOnly,
    /// <summary>The list refuses to show results of evaluation and data collection.</summary>
    WithoutResults,
}
