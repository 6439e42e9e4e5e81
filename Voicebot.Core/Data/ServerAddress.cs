using Voicebot.Core.Data.Postgres;

namespace Voicebot.Core.Data;

/// <summary>What may stand in VOICEBOT_DATABASE.</summary>
public static class ServerAddress
{
    public const string Rule =
        "a PostgreSQL connection string such as 'Host=db.example.com;Database=voicebot;Username=voicebot;Password=…', or, for the app's "
        + "managed identity on Azure, 'Host=example.postgres.database.azure.com;Database=voicebot;Username=name-of-the-identity;"
        + "Authentication=ManagedIdentity'";

    /// <summary>The address, when it names a server and a database; else null.</summary>
    public static string? Accept(string text) => PostgresAddress.Accept(text) is null ? null : text;
}
