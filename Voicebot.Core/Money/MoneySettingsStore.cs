using Voicebot.Core.Data;

namespace Voicebot.Core.Money;

/// <summary>SQL over the settings of money.</summary>
public sealed class MoneySettingsStore(Database database, TimeProvider clock)
{
    public MoneySettings Current => database.Read(Of);

    /// <summary>Stores them in the place of those that there are; null, and nothing is stored, when somebody was faster.</summary>
    /// <param name="version">The version that they were changed from; null to ask for none.</param>
    public MoneySettings? Replace(MoneySettings settings, long? version) => database.Write(connection =>
    {
        var known = Of(connection).Version;
        if (version is not null && version != known)
            return null;
        connection.Run("""
            INSERT INTO money_settings (id, settings, version, changed_at) VALUES (1, @settings, @version, @now)
            ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, version = excluded.version, changed_at = excluded.changed_at
            """, ("@settings", MoneyJson.Write(settings)), ("@version", known + 1), ("@now", clock.GetUtcNow().ToUnixTimeSeconds()));
        return Of(connection);
    });

    /// <summary>Those of the state that the connection reads.</summary>
    public static MoneySettings Of(PreparedConnection connection)
    {
        using var rows = connection.Rows("SELECT settings, version, changed_at FROM money_settings");
        return rows.Read()
            ? MoneyJson.Read(rows.GetString(0)) with
            {
                Version = rows.GetInt64(1),
                ChangedAt = DateTimeOffset.FromUnixTimeSeconds(rows.GetInt64(2)),
            }
            : new MoneySettings();
    }
}
