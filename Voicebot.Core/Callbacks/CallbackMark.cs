namespace Voicebot.Core.Callbacks;

/// <summary>What was last done about a person. Instants are unix seconds.</summary>
public sealed record CallbackMark
{
    /// <summary>The row of the conversation through which it was made.</summary>
    public long Conversation { get; init; }
    /// <summary>One of <see cref="CallbackAction.All"/>.</summary>
    public string State { get; init; } = "";
    public long MarkedAt { get; init; }
    /// <summary>When one who did not answer comes back.</summary>
    public long? Until { get; init; }
    /// <summary>Since when somebody wants the person called.</summary>
    public long? WantedAt { get; init; }
    /// <summary>Calls without an answer.</summary>
    public long Tries { get; init; }
    /// <summary>owner or viewer, as in the audit log.</summary>
    public string Role { get; init; } = "";
    /// <summary>The name where a platform signs people in.</summary>
    public string? Who { get; init; }
    public string? Note { get; init; }
    /// <summary>Another number after every change.</summary>
    public long Version { get; init; }

    /// <summary>Nothing more is to be done, unless the person calls again in vain.</summary>
    public bool Closes => State is CallbackAction.Reached or CallbackAction.Done;
}
