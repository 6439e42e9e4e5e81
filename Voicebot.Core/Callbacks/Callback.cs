using Voicebot.Core.Conversations;

namespace Voicebot.Core.Callbacks;

/// <summary>Somebody who should be called back, or was.</summary>
/// <param name="Row">The newest conversation that failed; where none did, the one through which the person was marked.</param>
/// <param name="FailedCount">Conversations that failed since the person was last reached, within the days.</param>
/// <param name="BestTime">Null where it is not known.</param>
/// <param name="Mark">What was last done; null for nothing.</param>
public sealed record Callback(ConversationRow Row, int FailedCount, string State, BestTime? BestTime, CallbackMark? Mark);

/// <summary>How many people stand where, of the agents that are asked for.</summary>
public sealed record CallbackCounts(int Waiting, int Later, int Done)
{
    public int Of(string state) => state switch
    {
        CallbackState.Waiting => Waiting,
        CallbackState.Later => Later,
        _ => Done,
    };
}

/// <summary>One page of them.</summary>
/// <param name="CriterionNames">By id.</param>
public sealed record CallbackList(
    CallbackCounts Counts, IReadOnlyDictionary<string, string> CriterionNames, IReadOnlyList<Callback> Items);
