namespace Voicebot.Core.Synchronization;

/// <summary>A run has been taken over, or its lease has run out; nothing of what was to be stored for it was stored.</summary>
public sealed class RunLostException(long runId) : Exception($"Synchronisation {runId} is not this program's any more.");
