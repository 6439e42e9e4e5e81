using System.Text.Json;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Phones;
using Voicebot.Core.Search;

namespace Voicebot.Core.Synchronization;

/// <summary>
/// The stored row as a pure function of the vendor's two documents. Where both know a value, the detail's wins:
/// a changed list row makes the details be read again.
/// </summary>
public static class ConversationMapper
{
    /// <param name="list">Null when the conversation is known by its detail only.</param>
    /// <param name="detail">Null until the details have been read.</param>
    public static Conversation Map(string conversationId, string agentId, ConversationListItem? list, ConversationDetail? detail)
    {
        var source = detail?.InitiationSource is { } known && known != "unknown" ? known : list?.InitiationSource;
        var direction = DirectionOf(list, detail);
        var phones = detail is null ? PhoneNumbers.None : PhoneNumbers.Of(detail.Json, direction);
        var terminationReason = detail?.TerminationReason ?? list?.TerminationReason;
        var transcript = detail?.Transcript.ToList() ?? [];
        var results = transcript.SelectMany(turn => turn.ToolResults).Select(result => result.ResultType).OfType<string>().ToList();
        var status = StatusOf(list, detail);
        var callResult = CallResults.Of(detail?.CallResult);
        var finished = Conversation.IsFinal(status); // what is counted over finished conversations is said of these only
        return new Conversation
        {
            ConversationId = conversationId,
            AgentId = agentId,
            AgentName = detail?.AgentName ?? list?.AgentName,
            Status = status,
            CallSuccessful = detail?.CallSuccessful ?? list?.CallSuccessful ?? "unknown",
            StartTime = detail?.StartTime ?? list?.StartTime,
            DurationSeconds = detail?.DurationSeconds is > 0 and var seconds ? seconds : list?.DurationSeconds ?? detail?.DurationSeconds,
            MessageCount = list?.MessageCount ?? (transcript.Count > 0 ? transcript.Count(IsMessage) : null),
            BotMessageCount = transcript.Count > 0 ? transcript.Count(turn => turn.Role == "agent" && turn.Message is not null) : null,
            ClientTurnCount = transcript.Count > 0 ? transcript.Count(turn => turn.IsOfClient) : null,
            Direction = direction,
            Source = source,
            Channel = Channels.Of(source, detail?.TextOnly ?? false, detail?.PhoneCall is not null, direction),
            MainLanguage = detail?.MainLanguage ?? list?.MainLanguage,
            AgentPhone = phones.Agent,
            ClientPhone = phones.Client,
            ClientIds = detail is null ? null : phones.OtherIdsOfClient(detail.Json, direction),
            ClientKey = phones.Client is null ? null : ClientIdentity.Of(phones.Client).Key,
            PersonKey = phones.Client is null ? null : ClientIdentity.Of(phones.Client).PersonKey,
            UserKey = ClientIdentity.KeyOfUser(detail?.Json.Text("user_id")),
            VersionId = detail?.Json.Text("version_id") ?? list?.Json.Text("version_id"),
            BranchId = detail?.Json.Text("branch_id") ?? list?.Json.Text("branch_id"),
            Sentiment = list?.Sentiment,
            SentimentScore = list?.SentimentScore,
            SentimentLowest = list?.SentimentLowest,
            Frustration = list?.Frustration,
            FrustrationHighest = list?.FrustrationHighest,
            Tags = [.. TagsOf(detail?.Json ?? list?.Json)],
            Comment = detail?.Comment,
            QueueSeconds = detail?.QueueWaitSeconds,
            CampaignId = detail?.CampaignId,
            Transfers = Transfers.Results(results),
            Rating = RatingOf(list?.Rating) ?? RatingOf(detail?.FeedbackRating),
            TerminationReason = terminationReason,
            CallResult = callResult,
            EndReason = EndReasons.Of(callResult, VoicemailDetected(results, detail), terminationReason,
                Transfers.HasFailed(results, detail)),
            Transferred = finished && Transfers.ToHuman(results, terminationReason, detail),
            AgentHandover = finished && Transfers.ToAgent(results, detail),
            TechnicalError = finished && (status == "failed" || detail?.Error is not null) && !CallResults.IsNotReached(callResult),
            CostCredits = detail?.CostCredits,
            CostUsd = detail?.CostUsd,
            CostParts = detail is null ? [] : [.. CostParts.Of(detail)],
            Title = detail?.Title ?? list?.Title,
            Summary = detail?.Summary ?? list?.Summary,
            Criteria = [.. detail?.Criteria.Select(criterion => (criterion.Id, criterion.Result)) ?? []],
            Tools = ToolUse.Of(transcript),
            Collected = [.. detail?.CollectedData.Select(datum => (datum.Id, datum.Value?.GetRawText())) ?? []],
            ResponseTimes = [.. transcript.Select(turn => turn.ResponseSeconds).OfType<double>()
                .Where(seconds => seconds is >= 0 and < 3600).Select(seconds => (long)Math.Round(seconds * 1000))],
            TranscriptText = transcript.Count > 0 ? SearchText.Lines(transcript.Select(turn => turn.Message)) : null,
        };
    }

    /// <summary>What the platform says for a silent person is no message of theirs.</summary>
    private static bool IsMessage(TranscriptTurn turn) => turn.Message is not null && (turn.Role != "user" || turn.PlatformEvent is null);

    private static bool VoicemailDetected(List<string> resultTypes, ConversationDetail? detail) =>
        resultTypes.Contains("voicemail_detection_success") || detail?.Used("voicemail_detection") == true;

    /// <summary>Final when either document is: the two are read at different moments.</summary>
    private static string StatusOf(ConversationListItem? list, ConversationDetail? detail)
    {
        var (listed, detailed) = (list?.Status, detail?.Status);
        if (Conversation.IsFinal(detailed))
            return detailed;
        return Conversation.IsFinal(listed) ? listed : detailed ?? listed ?? "unknown";
    }

    private static string? DirectionOf(ConversationListItem? list, ConversationDetail? detail) =>
        list?.Direction ?? detail?.Json.Text("metadata", "phone_call", "direction");

    private static IEnumerable<string> TagsOf(JsonElement? json) =>
        json is { } document ? document.Items("tag_ids").Select(tag => ((JsonElement?)tag).Text()).OfType<string>() : [];

    /// <summary>1–5; anything else is no rating.</summary>
    private static double? RatingOf(double? rating) => rating is >= 1 and <= 5 ? rating : null;
}
