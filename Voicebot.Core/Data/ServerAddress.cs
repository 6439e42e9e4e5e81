using Npgsql;

namespace Voicebot.Core.Data;

/// <summary>What may stand in VOICEBOT_DATABASE.</summary>
public static class ServerAddress
{
    public const string Rule =
        "a PostgreSQL connection string such as 'Host=db.example.com;Database=voicebot;Username=voicebot;Password=…'";

    /// <summary>The address, when it names a server and a database; else null.</summary>
    public static string? Accept(string text)
    {
        try
        {
            var address = new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrEmpty(address.Host) || string.IsNullOrEmpty(address.Database) ? null : text;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException
            or KeyNotFoundException)
        {
            return null;
        }
    }
}
