namespace Voicebot.Functions.Responses;

/// <summary><c>status</c> is <c>restarting</c> or <c>unchanged</c>; <c>demo</c> what it will be.</summary>
internal sealed record DemoResponse(string Status, bool Demo);
