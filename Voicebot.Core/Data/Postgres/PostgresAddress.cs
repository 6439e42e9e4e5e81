using System.Data.Common;
using System.Net;
using Npgsql;

namespace Voicebot.Core.Data.Postgres;

/// <summary>
/// A server, a database, and how this program signs in there: by a password, or, where the address says so, by its identity at Microsoft
/// Entra ID, whose tokens take the password's place.
/// </summary>
internal sealed class PostgresAddress
{
    private const string SignIn = "Authentication";
    private const string Identity = "ManagedIdentity";

    private readonly NpgsqlConnectionStringBuilder parts;
    private readonly bool isByIdentity;

    private PostgresAddress(NpgsqlConnectionStringBuilder parts, bool isByIdentity) =>
        (this.parts, this.isByIdentity) = (parts, isByIdentity);

    /// <summary>For messages: without a user and a password.</summary>
    public string Name => $"The database {parts.Database} on {parts.Host}";

    /// <summary>Null when it does not name a server and a database, or two ways to sign in.</summary>
    public static PostgresAddress? Accept(string text)
    {
        try
        {
            var all = new DbConnectionStringBuilder { ConnectionString = text };
            var isByIdentity = all.TryGetValue(SignIn, out var way);
            if (isByIdentity && !Identity.Equals(way as string, StringComparison.OrdinalIgnoreCase))
                return null;
            all.Remove(SignIn);
            var parts = new NpgsqlConnectionStringBuilder(all.ConnectionString);
            if (string.IsNullOrEmpty(parts.Host) || string.IsNullOrEmpty(parts.Database))
                return null;
            if (isByIdentity && (string.IsNullOrEmpty(parts.Username) || !string.IsNullOrEmpty(parts.Password)))
                return null;
            return new PostgresAddress(parts, isByIdentity);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException
            or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <param name="set">What this program decides about its connections.</param>
    public NpgsqlDataSource Source(Action<NpgsqlConnectionStringBuilder> set)
    {
        var settings = new NpgsqlConnectionStringBuilder(parts.ToString());
        set(settings);
        if (!isByIdentity)
            return NpgsqlDataSource.Create(settings);
        if (!IsThisComputer(settings.Host!))
            settings.SslMode = SslMode.VerifyFull; // who got the token could use it for an hour
        var source = new NpgsqlDataSourceBuilder(settings.ToString());
        PostgresIdentity.UseFor(source);
        return source.Build();
    }

    private static bool IsThisComputer(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
