using Dapper;
using Npgsql;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Http;

/// <summary>Ready is more than alive: an instance that lacks its database or its files is not asked until it has them again.</summary>
public sealed class GetReadyTests
{
    private const string AccessKey = "an-access-key-that-nobody-can-guess";

    [Fact]
    public async Task Get_EverythingAtHand_IsReadyForEverybody()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup { AccessKey = AccessKey });
        using var stranger = server.NewClient();

        Assert.Equal("ready", (await (await stranger.GetAsync("api/ready?t=1&t=2")).JsonAsync()).Text("status"));
    }

    [Fact]
    public async Task Get_DatabaseServerAwayForAWhile_IsAliveAndNotReady()
    {
        PostgresServer.Require();
        using var folder = new TemporaryFolder();
        var address = new NpgsqlConnectionStringBuilder(PostgresServer.DatabaseFor(folder.FullPath));
        using var forward = new TcpForward(address.Host!, address.Port);
        (address.Host, address.Port) = ("127.0.0.1", forward.Port);
        await using var server = await StartAsync("VOICEBOT_DATABASE", address.ToString());
        Assert.Equal("ready", (await server.GetJsonAsync("api/ready")).Text("status"));

        forward.GoAway();
        await UntilAsync(server, "The database server does not answer.");
        Assert.Equal("ok", (await server.GetJsonAsync("api/live")).Text("status"));
        forward.ComeBack();

        await UntilAsync(server, null);
    }

    [Fact]
    public async Task Get_StorageAwayForAWhile_IsAliveAndNotReady()
    {
        BlobServer.Require();
        TcpForward? forward = null;
        var address = BlobServer.Through(BlobServer.NewAddress(), uri => (forward = new TcpForward(uri.Host, uri.Port)).Port);
        using var closing = forward!;
        await using var server = await StartAsync("VOICEBOT_FILES", address);
        Assert.Equal("ready", (await server.GetJsonAsync("api/ready")).Text("status"));

        forward!.GoAway();
        await UntilAsync(server, "The container of archives and recordings does not answer.");
        Assert.Equal("ok", (await server.GetJsonAsync("api/live")).Text("status"));
        forward.ComeBack();

        await UntilAsync(server, null);
    }

    /// <summary>As while a newer version has taken the database over.</summary>
    [Fact]
    public async Task Get_SchemaOfAnotherVersion_IsNotReady()
    {
        await using var server = await VoicebotServer.StartAsync(new VoicebotServerSetup());
        server.Database.Write(connection =>
            connection.Execute("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_future.sql', CURRENT_TIMESTAMP)"));

        await UntilAsync(server, "The database has the schema of another version");
    }

    private static Task<VoicebotServer> StartAsync(string variable, string value) => VoicebotServer.StartAsync(
        new VoicebotServerSetup { More = new Dictionary<string, string?> { [variable] = value } });

    /// <summary>An answer is kept for a second.</summary>
    private static Task UntilAsync(VoicebotServer server, string? obstacle) => Eventually.True(async () =>
    {
        using var answer = await server.Http.GetAsync("api/ready");
        if (obstacle is null || answer.IsSuccessStatusCode)
            return obstacle is null == answer.IsSuccessStatusCode;
        Assert.StartsWith(obstacle, (await answer.ProblemAsync(503, "not_ready")).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        return true;
    }, obstacle ?? "ready again");
}
