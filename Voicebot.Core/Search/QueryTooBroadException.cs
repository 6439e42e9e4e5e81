namespace Voicebot.Core.Search;

/// <summary>A list was given up because it would have gone through too much; a narrower one answers at once.</summary>
public sealed class QueryTooBroadException(Exception inner)
    : Exception("There are too many conversations to look through for this. Choose a shorter period, or add words or filters.", inner);
