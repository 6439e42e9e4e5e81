namespace Voicebot.Core.Callbacks;

/// <summary>Which people.</summary>
/// <param name="State">One of <see cref="CallbackState.All"/>.</param>
/// <param name="AgentIds">Whose calls failed with one of these; with whichever agent they went well.</param>
/// <param name="Days">How far back calls are looked at.</param>
public sealed record CallbackQuery(string State, IReadOnlyList<string> AgentIds, int Days);
