using System.ComponentModel;
using System.Text.Json;
using Voicebot.Core.Callbacks;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>What became of changes in the call-back list, in the order in which they were asked for.</summary>
internal sealed record CallbackChangesResponse(
    [property: Description("To be called now, of all agents.")] int Waiting, int Later, int Done,
    IReadOnlyList<CallbackChangeResponse> Callbacks)
{
    public static CallbackChangesResponse Of(CallbackCounts counts, IEnumerable<ChangedCallback> changes, EffectiveSettings settings) =>
        new(counts.Waiting, counts.Later, counts.Done, [.. changes.Select(one => CallbackChangeResponse.Of(one, settings))]);
}

/// <summary>One of them.</summary>
internal sealed record CallbackChangeResponse(
    string ConversationId,
    [property: Description("changed; conflict, because somebody else was first; missing; or no_number, as the conversation has none.")]
    string Outcome,
    [property: Description("As it stands now; null for no mark.")] CallbackMarkResponse? Now,
    [property: Description("What leads back; null for no mark.")] CallbackMarkResponse? Before)
{
    public static CallbackChangeResponse Of(ChangedCallback one, EffectiveSettings settings) => new(one.ConversationId,
        JsonNamingPolicy.SnakeCaseLower.ConvertName(one.Outcome.ToString()), CallbackMarkResponse.Of(one.Mark, settings),
        CallbackMarkResponse.Of(one.Before, settings));
}
