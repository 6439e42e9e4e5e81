namespace Voicebot.Core.ElevenLabs;

/// <summary>What a process needs of a budget that several share.</summary>
/// <param name="Wanted">Requests that it would have under way at once; 0 when it has none.</param>
/// <param name="Held">As many can be under way until it is told another number, or still are.</param>
/// <param name="Slowdowns">How often the vendor asked it to slow down since it was asked last.</param>
public readonly record struct Demand(int Wanted, int Held, int Slowdowns);
