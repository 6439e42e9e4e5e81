using System.Globalization;
using Voicebot.Core.Callbacks;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Requests;

/// <summary>Reads which people are asked for, and what somebody did about them.</summary>
internal static class CallbackReader
{
    private const int MaxIdLength = 200;
    private const int MaxInstantLength = 40;

    public static CallbackQuery Query(QueryReader query, EffectiveSettings settings) =>
        new(CallbackParameters.State.Of(query), FilterReader.Agents(query, settings), settings.CallbackDays);

    /// <summary>Everybody of all agents who waits.</summary>
    public static CallbackQuery Everybody(EffectiveSettings settings) =>
        new(CallbackState.Waiting, settings.AgentIds, settings.CallbackDays);

    /// <summary>The field <c>changes</c>.</summary>
    /// <exception cref="Problems.ProblemException">400 with every error of the first one that has any.</exception>
    public static IReadOnlyList<CallbackChange> Changes(BodyReader body, DateTimeOffset now) =>
        ChangesReader.Read(body, CallbackParameters.MostChanges, one => Change(one, now), change => change.ConversationId);

    private static CallbackChange Change(BodyReader body, DateTimeOffset now)
    {
        var id = body.Needed("conversation_id", MaxIdLength);
        var action = body.Needed("action", 20);
        if (action.Length > 0 && !CallbackAction.All.Contains(action))
            body.Refuse("action", $"must be one of {string.Join(", ", CallbackAction.All)}");
        var until = Until(body, now);
        if (until is not null && action != CallbackAction.NoAnswer)
            body.Refuse("until", $"belongs to '{CallbackAction.NoAnswer}' alone");
        var note = body.Text("note", CallbackChange.MaxNoteLength) ?? (body.Member("note") is null ? null : "");
        var change = new CallbackChange
        {
            ConversationId = id,
            Action = action,
            Version = body.Whole("version", 0, int.MaxValue),
            Note = note is null ? null : ChangesReader.PlainNote(note),
            Until = until,
        };
        body.Finish();
        return change;
    }

    private static long? Until(BodyReader body, DateTimeOffset now)
    {
        if (body.Text("until", MaxInstantLength) is not { } text)
            return null;
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            && until > DateTimeOffset.UnixEpoch && until < now.AddDays(CallbackRule.MaxDays))
            return until.ToUnixTimeSeconds();
        body.Refuse("until", $"must be an instant such as 2026-11-28T09:00:00+01:00, at most {CallbackRule.MaxDays} days from now");
        return null;
    }
}
