namespace Voicebot.Core.Conversations;

/// <summary>One column of the table <c>conversations</c>.</summary>
/// <param name="Name">In the table; the property of <see cref="ConversationRow"/> has the same name in Pascal case.</param>
/// <param name="Value">What a conversation stores there; null for what only this product knows (see
/// <see cref="ConversationColumns"/>).</param>
internal sealed record ConversationColumn(string Name, Func<Conversation, object?>? Value)
{
    /// <summary>Part of <see cref="ConversationRow"/>, which lists and details show.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>The expression that reads it over <c>conversations c</c>.</summary>
    public string Reading { get; init; } = "c." + Name;

    /// <summary>The expression that a changed conversation stores over the row there is.</summary>
    public string Change { get; init; } = "excluded." + Name;

    /// <summary>The property of <see cref="ConversationRow"/>.</summary>
    public string Property { get; } = string.Concat(Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
