using Voicebot.Core.Conversations;

namespace Voicebot.Functions.Requests;

/// <summary>A condition of the list of conversations: its parameters, and what of a filter they set.</summary>
internal sealed record FilterCondition(
    IReadOnlyList<ApiParameter> Parameters, Func<QueryReader, ConversationFilter, ConversationFilter> Read)
{
    public static FilterCondition Of<T>(QueryParameter<T> parameter, Func<ConversationFilter, T, ConversationFilter> set) =>
        new([parameter], (query, filter) => set(filter, parameter.Of(query)));
}
