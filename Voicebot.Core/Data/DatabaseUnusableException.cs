namespace Voicebot.Core.Data;

/// <summary>The database cannot be used; the message says what happened and what to do.</summary>
public sealed class DatabaseUnusableException(string message, Exception? inner = null) : Exception(message, inner);
