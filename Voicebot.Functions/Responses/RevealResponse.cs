namespace Voicebot.Functions.Responses;

/// <summary>Whole telephone numbers; null where unknown or forgotten.</summary>
internal sealed record RevealResponse(string? AgentPhone, string? ClientPhone);
