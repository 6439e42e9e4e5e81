using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Voicebot.Core.Data;

namespace Voicebot.Core.Alerts;

/// <summary>SQL over the channels; their secrets are encrypted with the keys of this database.</summary>
public sealed class AlertChannelStore(Database database, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("Voicebot.Alerts.Channel");

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<AlertChannel> All() => database.Read(All);

    public AlertChannel? Find(long id) => All().FirstOrDefault(channel => channel.Id == id);

    /// <summary>Stores a new one.</summary>
    /// <exception cref="AlertRefusedException">Another one has its name, or there are as many as there may be.</exception>
    public AlertChannel Add(AlertChannel channel) => database.Write(connection =>
    {
        var others = All(connection);
        if (others.Count >= AlertChannel.MostChannels)
            throw new AlertRefusedException(AlertRefusal.TooMany);
        AlertRefusedException.WhenTaken(channel.Name, others.Select(other => other.Name));
        var stored = channel with { ChangedAt = Now };
        return stored with
        {
            Id = (long)connection.Scalar("""
                INSERT INTO alert_channels (kind, name, settings, secret, language, private, most_per_hour, quiet_from, quiet_to, enabled,
                        changed_at)
                    VALUES (@kind, @name, @settings, @secret, @language, @private, @mostPerHour, @quietFrom, @quietTo, @enabled,
                        @changedAt) RETURNING id
                """, Parameters(stored))!,
        };
    });

    /// <summary>Stores it in the place of the one with its id; null when there is none.</summary>
    /// <exception cref="AlertRefusedException">Another one has its name.</exception>
    public AlertChannel? Replace(AlertChannel channel) => database.Write(connection =>
    {
        var all = All(connection);
        if (!all.Exists(one => one.Id == channel.Id))
            return null;
        AlertRefusedException.WhenTaken(channel.Name, all.Where(one => one.Id != channel.Id).Select(one => one.Name));
        var stored = channel with { ChangedAt = Now };
        connection.Run("""
            UPDATE alert_channels SET kind = @kind, name = @name, settings = @settings, secret = @secret, language = @language,
                private = @private, most_per_hour = @mostPerHour, quiet_from = @quietFrom, quiet_to = @quietTo, enabled = @enabled,
                changed_at = @changedAt WHERE id = @id
            """, [.. Parameters(stored), ("@id", stored.Id)]);
        return stored;
    });

    /// <summary>False when there is none. What it had still to send is not sent, and a rule that told it alone tells nobody.</summary>
    public bool Remove(long id) => database.Write(connection =>
        connection.Scalar("DELETE FROM alert_channels WHERE id = @id RETURNING id", ("@id", id)) is not null);

    internal List<AlertChannel> All(PreparedConnection connection)
    {
        var channels = new List<AlertChannel>();
        using var rows = connection.Rows("""
            SELECT id, kind, name, settings, secret, language, private, most_per_hour, quiet_from, quiet_to, enabled, changed_at
            FROM alert_channels ORDER BY id
            """);
        while (rows.Read())
            channels.Add(new AlertChannel
            {
                Id = rows.GetInt64(0),
                Kind = rows.GetString(1),
                Name = rows.GetString(2),
                Settings = AlertJson.Settings(rows.GetString(3)),
                Secret = Reveal(rows.IsDBNull(4) ? null : rows.GetString(4)),
                Language = rows.GetString(5),
                Private = rows.GetInt64(6) != 0,
                MostPerHour = (int)rows.GetInt64(7),
                QuietFrom = rows.IsDBNull(8) ? null : (int)rows.GetInt64(8),
                QuietTo = rows.IsDBNull(9) ? null : (int)rows.GetInt64(9),
                Enabled = rows.GetInt64(10) != 0,
                ChangedAt = rows.GetInt64(11),
            });
        return channels;
    }

    /// <summary>Empty where the keys have gone; the channel then says that its secret is missing.</summary>
    private ChannelSecret Reveal(string? kept)
    {
        try
        {
            return kept is null ? new ChannelSecret() : AlertJson.Secret(protector.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return new ChannelSecret();
        }
    }

    private (string Name, object? Value)[] Parameters(AlertChannel channel) =>
    [
        ("@kind", channel.Kind), ("@name", channel.Name), ("@settings", AlertJson.Write(channel.Settings)),
        ("@secret", protector.Protect(AlertJson.Write(channel.Secret))), ("@language", channel.Language), ("@private", channel.Private),
        ("@mostPerHour", channel.MostPerHour), ("@quietFrom", channel.QuietFrom), ("@quietTo", channel.QuietTo),
        ("@enabled", channel.Enabled), ("@changedAt", channel.ChangedAt),
    ];

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();
}
