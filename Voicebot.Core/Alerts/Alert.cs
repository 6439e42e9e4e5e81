namespace Voicebot.Core.Alerts;

/// <summary>Something that happened, and who was told.</summary>
public sealed record Alert
{
    public long Id { get; init; }
    /// <summary>Null when the rule is gone.</summary>
    public long? RuleId { get; init; }
    /// <summary>The rule's name then.</summary>
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public string Subject { get; init; } = "";
    public required AlertFacts Facts { get; init; }
    /// <summary>Unix seconds.</summary>
    public long BeganAt { get; init; }
    /// <summary>Null while it lasts; of single conversations the moment itself.</summary>
    public long? EndedAt { get; init; }
    /// <summary>Ids of the newest conversations that it is about, and that are still here.</summary>
    public IReadOnlyList<string> ConversationIds { get; init; } = [];
    public IReadOnlyList<AlertDelivery> Deliveries { get; init; } = [];
}

/// <summary>One message of an alert to a channel.</summary>
public sealed record AlertDelivery
{
    /// <summary>It began.</summary>
    public const string Begun = "begun";
    /// <summary>It is over.</summary>
    public const string Over = "over";

    public const string Waiting = "waiting";
    public const string Sent = "sent";
    /// <summary>The other side does not take it.</summary>
    public const string GivenUp = "given_up";
    /// <summary>It was over before it could be sent.</summary>
    public const string Dropped = "dropped";

    public long Id { get; init; }
    public long AlertId { get; init; }
    public long ChannelId { get; init; }
    public string Channel { get; init; } = "";
    public required string About { get; init; }
    public required string State { get; init; }
    public int Attempts { get; init; }
    /// <summary>When it is, or was, to be tried; unix seconds.</summary>
    public long DueAt { get; init; }
    /// <summary>What the other side answered last, in a few words of ours.</summary>
    public string? Answer { get; init; }
    public long ChangedAt { get; init; }
}

/// <summary>One page of alerts, newest first.</summary>
/// <param name="Open">How many last at this moment, whatever was asked for.</param>
public sealed record AlertList(long Total, long Open, IReadOnlyList<Alert> Items);
