using Npgsql;
using Voicebot.Core.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Instances;

/// <summary>One database on the server, and the instances of the product that a test starts on it, each in its own folder.</summary>
internal sealed class SharedDatabase : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<TemporaryFolder> folders = [];

    /// <param name="empty">Without the tables, as a user creates it.</param>
    public SharedDatabase(bool empty = false)
    {
        PostgresServer.Require();
        Address = empty ? PostgresServer.EmptyFor(folder.FullPath) : PostgresServer.DatabaseFor(folder.FullPath);
    }

    public string Address { get; }

    public Task<VoicebotServer> StartAsync(VoicebotServerSetup setup) => VoicebotServer.StartAsync(setup with
    {
        More = new Dictionary<string, string?>(setup.More) { ["VOICEBOT_DATABASE"] = Address },
    });

    /// <summary>A data folder for a process.</summary>
    public string NewFolder()
    {
        lock (folders)
            folders.Add(new TemporaryFolder());
        return folders[^1].FullPath;
    }

    /// <summary>The database as another program would open it; the caller disposes it.</summary>
    public Database Open() => Database.OnServer(Address, Path.Combine(folder.FullPath, "voicebot.db"));

    public void Run(string sql) => PostgresServer.Run(sql, Address);

    public long Count(string sql) => Convert.ToInt64(Scalar(sql), System.Globalization.CultureInfo.InvariantCulture);

    public string? Text(string sql) => Scalar(sql) as string;

    private object? Scalar(string sql)
    {
        using var connection = new NpgsqlConnection(Address);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    public void Dispose()
    {
        folders.ForEach(one => one.Dispose());
        folder.Dispose();
    }
}
