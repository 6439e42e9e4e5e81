using System.ComponentModel;
using Voicebot.Core.Callbacks;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Responses;

/// <summary>
/// One page of the people who should be called back: the newest day first, within a day those with most failed conversations.
/// </summary>
internal sealed record CallbacksResponse(
    [property: Description("Of the state that was asked for.")] int Total,
    [property: Description("To be called now, of the agents that were asked for.")] int Waiting,
    [property: Description("Did not answer and come back by themselves.")] int Later,
    [property: Description("Reached, or no call is needed.")] int Done,
    [property: Description("So many local days are looked at, today among them.")] int Days,
    int Page,
    int PerPage,
    [property: Description("The known names by id.")] IReadOnlyDictionary<string, string> CriteriaNames,
    IReadOnlyList<CallbackResponse> Callbacks)
{
    public static CallbacksResponse Of(CallbackList list, CallbackQuery query, int page, int perPage, EffectiveSettings settings) => new(
        list.Counts.Of(query.State), list.Counts.Waiting, list.Counts.Later, list.Counts.Done, query.Days, page, perPage,
        list.CriterionNames, [.. list.Items.Select(one => CallbackResponse.Of(one, settings))]);
}

/// <summary>Somebody who should be called back, or was.</summary>
internal sealed record CallbackResponse(
    [property: Description("The newest that failed; where none did, the one through which the person was marked.")]
    ConversationResponse Conversation,
    [property: Description("Conversations that failed or broke off since the person was last reached, within the days.")] int FailedCount,
    [property: Description("When the newest of them began.")] DateTimeOffset? LastAt,
    [property: Description("waiting, later or done.")] string State,
    [property: Description("failure, dropout, error of that conversation; wanted, when somebody asked for the call.")]
    IReadOnlyList<string> Reasons,
    [property: Description("Null where it is not known when the person talks.")] BestTime? BestTime,
    [property: Description("What was last done; null for nothing.")] CallbackMarkResponse? Mark,
    string? Note)
{
    public static CallbackResponse Of(Callback one, EffectiveSettings settings) => new(
        ConversationResponse.Of(one.Row, settings), one.FailedCount,
        one.Row.StartTime is { } start ? settings.Zone.Local(start) : null, one.State, CallbackReasons.Of(one), one.BestTime,
        CallbackMarkResponse.Of(one.Mark, settings), settings.MaskPhones ? one.Row.Client().Within(one.Mark?.Note) : one.Mark?.Note);
}

/// <summary>What was last done about a person.</summary>
internal sealed record CallbackMarkResponse(
    [property: Description("reached, no_answer, done, wanted or waiting.")] string State,
    DateTimeOffset At,
    [property: Description("When one who did not answer comes back.")] DateTimeOffset? Until,
    [property: Description("Calls without an answer.")] long Tries,
    string Role,
    [property: Description("The person's name where a platform signs people in.")] string? Who,
    [property: Description("To be given with a change, so that nobody overwrites what another did meanwhile.")] long Version)
{
    public static CallbackMarkResponse? Of(CallbackMark? mark, EffectiveSettings settings) => mark is null ? null : new(
        mark.State, settings.Zone.Local(mark.MarkedAt), mark.Until is { } until ? settings.Zone.Local(until) : null, mark.Tries,
        mark.Role, mark.Who, mark.Version);
}
