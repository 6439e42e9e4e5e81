using Voicebot.Core.Data;
using Voicebot.Core.Search;

namespace Voicebot.Core.Conversations;

/// <summary>
/// Whether a search finds so many conversations that walking along the list and looking each up is faster than sorting the finds.
/// </summary>
internal static class SearchBreadth
{
    private const int Many = 20_000;

    public static ConversationFilter Decide(PreparedConnection connection, ConversationFilter filter)
    {
        if (filter.Search is not { } search || SearchText.Match(connection.Dialect, search) is not { } match)
            return filter;
        var found = connection.Scalar($"SELECT COUNT(*) FROM ({connection.Dialect.FindWords("@match")} LIMIT @most) found",
            ("@match", match), ("@most", Many));
        return filter with { SearchIsBroad = (long)found! == Many };
    }
}
