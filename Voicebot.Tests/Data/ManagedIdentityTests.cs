using Npgsql;
using Voicebot.Core.Data;
using Voicebot.Core.Json;
using Voicebot.Tests.Faults;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Data;

/// <summary>
/// A server that knows no password, but tokens of the app's identity, as Azure Database for PostgreSQL; the program runs as a process of
/// its own, with what the platform puts into its environment.
/// </summary>
public sealed class ManagedIdentityTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Host=x.postgres.database.azure.com;Database=voicebot;Username=app;Authentication=ManagedIdentity", true)]
    [InlineData("host=x.postgres.database.azure.com;database=voicebot;username=app;authentication=managedidentity", true)]
    [InlineData("Host=x;Database=voicebot;Authentication=ManagedIdentity", false)]
    [InlineData("Host=x;Database=voicebot;Username=app;Password=p;Authentication=ManagedIdentity", false)]
    [InlineData("Host=x;Database=voicebot;Username=app;Authentication=Something", false)]
    [InlineData("Database=voicebot;Username=app;Authentication=ManagedIdentity", false)]
    public void Accept_Identity_NeedsANameAndNoPassword(string address, bool isGood) =>
        Assert.Equal(isGood ? address : null, ServerAddress.Accept(address));

    [Fact]
    public async Task Start_TokensThatEndSoon_EachConnectionSignsInWithAGoodOne()
    {
        await using var identity = await IdentityEndpoint.StartAsync();
        identity.Lifetime = TimeSpan.FromMinutes(1); // less than what a token must be good for to be kept
        using var gate = Gate(identity);

        using (var product = await StartAsync(identity, gate))
        {
            var began = gate.Offered.Count;
            PostgresServer.Run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND "
                + "pid <> pg_backend_pid()", PostgresServer.DatabaseFor(folder.FullPath));
            await Eventually.True(async () => (await product.Http.GetAsync("api/ready")).IsSuccessStatusCode, "ready again");

            Assert.True(gate.Offered.Count > began);
            Assert.DoesNotContain("token-", product.Output, StringComparison.Ordinal);
        }

        Assert.True(gate.Offered.Distinct().Count() > 1);
        Assert.All(identity.Purposes, purpose => Assert.Equal("https://ossrdbms-aad.database.windows.net", purpose));
    }

    [Fact]
    public async Task Start_TokenThatLasts_IsAskedForOnce()
    {
        await using var identity = await IdentityEndpoint.StartAsync();
        using var gate = Gate(identity);

        using var product = await StartAsync(identity, gate);

        Assert.Equal("ready", (await (await product.Http.GetAsync("api/ready")).JsonAsync()).Text("status"));
        Assert.True(gate.Offered.Count > 1);
        Assert.Equal(["token-1"], gate.Offered.Distinct());
    }

    [Fact]
    public async Task Start_NoIdentity_SaysWhatIsMissing()
    {
        await using var identity = await IdentityEndpoint.StartAsync();
        identity.IsRefusing = true;
        using var gate = Gate(identity);

        var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(identity, gate));

        Assert.Contains("managed identity", ended.Message, StringComparison.Ordinal);
        Assert.Contains("VOICEBOT_DATABASE", ended.Message, StringComparison.Ordinal);
        Assert.Empty(gate.Offered);
    }

    private PasswordGate Gate(IdentityEndpoint identity)
    {
        PostgresServer.Require();
        var real = new NpgsqlConnectionStringBuilder(PostgresServer.DatabaseFor(folder.FullPath));
        Assert.SkipUnless(string.IsNullOrEmpty(real.Password), "The gate stands before servers that ask for no password.");
        return new PasswordGate(real.Host!, real.Port, password => password == identity.Token);
    }

    private async Task<ProductProcess> StartAsync(IdentityEndpoint identity, PasswordGate gate)
    {
        var address = new NpgsqlConnectionStringBuilder(PostgresServer.DatabaseFor(folder.FullPath));
        (address.Host, address.Port) = ("127.0.0.1", gate.Port);
        return await ProductProcess.StartAsync(new Uri("http://127.0.0.1:9"), Path.Combine(folder.FullPath, "data"), "",
            [("VOICEBOT_DATABASE", address + ";Authentication=ManagedIdentity"), .. identity.Variables]);
    }
}
