namespace Voicebot.Core.Callbacks;

/// <summary>Somebody in the list, as far as it follows from calls and marks.</summary>
/// <param name="Conversation">The row of the newest failed one; of the mark's conversation where none failed.</param>
/// <param name="FailedCount">Calls that failed since the person was last reached, within the days.</param>
/// <param name="LastAt">When that conversation began, in unix seconds.</param>
/// <param name="State">One of <see cref="CallbackState.All"/>.</param>
internal sealed record PersonToCall(long Conversation, int FailedCount, long LastAt, string State, CallbackMark? Mark)
{
    /// <summary>What put the person here last.</summary>
    public long SinceAt => Mark is { State: CallbackAction.Wanted, WantedAt: { } wanted } && wanted > LastAt ? wanted : LastAt;
}
