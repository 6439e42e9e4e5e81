using Dapper;
using Voicebot.Core.Data;

namespace Voicebot.Core.Conversations;

/// <summary>How many conversations match a filter that the daily aggregates do not answer, counted once per state of the data.</summary>
internal sealed class TotalsCache(Database database)
{
    private const int MostKept = 200;
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> kept = new(StringComparer.Ordinal);
    private long version = -1;

    public long Of(PreparedConnection connection, ConversationFilter filter)
    {
        var parameters = new DynamicParameters();
        var where = filter.ToSql(connection, parameters);
        var key = where + string.Concat(parameters.ParameterNames.Select(name => $"\n{name}={Text(parameters.Get<object?>(name))}"));
        var now = database.Version;
        lock (gate)
        {
            if (version != now || kept.Count >= MostKept)
                kept.Clear();
            version = now;
            if (kept.TryGetValue(key, out var known))
                return known;
        }
        var total = connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM conversations c {where}", parameters);
        lock (gate)
            if (version == now)
                kept[key] = total;
        return total;
    }

    private static string? Text(object? value) => value is IEnumerable<string> list ? string.Join(',', list) : value?.ToString();
}
