using Voicebot.Core.Conversations;

namespace Voicebot.Functions.Requests;

/// <summary>A condition of the list of conversations: its parameters, and what of a filter they set.</summary>
internal sealed record FilterCondition(
    IReadOnlyList<ApiParameter> Parameters, Func<QueryReader, ConversationFilter, ConversationFilter> Read)
{
    public static FilterCondition Of<T>(QueryParameter<T> parameter, Func<ConversationFilter, T, ConversationFilter> set) =>
        new([parameter], (query, filter) => set(filter, parameter.Of(query)));

    /// <summary>The condition, and one more that it does not hold.</summary>
    public static IReadOnlyList<FilterCondition> WithOpposite<T>(string name, Func<string, QueryParameter<T>> parameter,
        Func<ConversationFilter, T, ConversationFilter> set)
    {
        var opposite = parameter($"not_{name}");
        return [Of(parameter(name), set),
            new([Opposite(name, opposite)], (query, filter) => WithoutThose(filter, not => set(not, opposite.Of(query))))];
    }

    /// <summary>Tells of a parameter as of the opposite of another.</summary>
    public static ApiParameter Opposite(string name, ApiParameter parameter) =>
        parameter with { Description = $"The opposite of '{name}': those for which none of these holds, or for which it is not known." };

    /// <summary>Takes what a condition would pick out of those that a filter picks.</summary>
    public static ConversationFilter WithoutThose(ConversationFilter filter, Func<ConversationFilter, ConversationFilter> add)
    {
        var not = add(filter.Not ?? None);
        return not == None ? filter : filter with { Not = not };
    }

    private static ConversationFilter None { get; } = new();
}
