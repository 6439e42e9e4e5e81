namespace Voicebot.Functions.Responses;

/// <summary>All conversations of a person, with their transcripts and the whole number.</summary>
internal sealed record PersonDataResponse(string Phone, DateTimeOffset ExportedAt,
    IReadOnlyList<ConversationDetailResponse> Conversations);
