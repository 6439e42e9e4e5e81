using Voicebot.Core.ElevenLabs;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.ElevenLabs;

public sealed class BrokenConnectionsTests
{
    public static TheoryData<string, VendorFault> Faults => new()
    {
        { "dropped", VendorFaults.Drop },
        { "reset in the body", VendorFaults.ResetInBody },
        { "truncated", VendorFaults.Truncated },
        { "no JSON", VendorFaults.Body("<html>Bad gateway</html>") },
        { "empty", VendorFaults.Body("") },
        { "another document", VendorFaults.Body("""{"agents":[]}""") },
        { "no object", VendorFaults.Body("[1,2]") },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Faults))]
    public async Task Get_BrokenTwice_IsReadInTheEnd(string what, VendorFault fault)
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1").Talks(40));
        vendor.OnDetail("conv_1", fault, fault);
        using var client = new VendorClient(vendor);
        Assert.Equal(40, (await client.GetAsync()).Transcript.Count());
        Assert.True(vendor.Requests.Count == 3, what);
    }

    [Theory]
    [InlineData(true, ElevenLabsErrorKind.Unavailable, "could not be reached")]
    [InlineData(false, ElevenLabsErrorKind.Malformed, "not JSON")]
    public async Task Get_BrokenForGood_TellsWhatHappened(bool dropped, ElevenLabsErrorKind kind, string said)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnEveryDetail(dropped ? VendorFaults.Drop : VendorFaults.Body("{\"metadata\":"));
        using var client = new VendorClient(vendor);
        var error = await client.FailAsync();
        Assert.Equal(kind, error.Kind);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Equal(4, vendor.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_NoAnswerInTime_IsTriedAgain(bool inTheBody)
    {
        var never = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        vendor.OnDetail("conv_1", inTheBody ? VendorFaults.SlowBody(never.Task) : VendorFaults.Held(never.Task));
        using var client = new VendorClient(vendor,
            new ElevenLabsOptions
            {
                AttemptTimeout = TimeSpan.FromSeconds(1),
                FirstPause = TimeSpan.FromMilliseconds(1),
                Retries = 3
            });
        Assert.Equal("conv_1", (await client.GetAsync()).ConversationId);
        Assert.Equal(2, vendor.Requests.Count);
    }

    [Fact]
    public async Task Get_NeverAnAnswer_SaysSo()
    {
        var never = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnEveryDetail(VendorFaults.Held(never.Task));
        using var client = new VendorClient(vendor,
            new ElevenLabsOptions
            {
                AttemptTimeout = TimeSpan.FromMilliseconds(50),
                FirstPause = TimeSpan.FromMilliseconds(1),
                Retries = 1
            });
        var error = await client.FailAsync();
        Assert.Equal(ElevenLabsErrorKind.Unavailable, error.Kind);
        Assert.Contains("no answer in time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CancelledByTheCaller_StopsAtOnce()
    {
        var never = new TaskCompletionSource();
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        vendor.OnEveryDetail(VendorFaults.Held(never.Task));
        using var client = new VendorClient(vendor);
        using var cancel = new CancellationTokenSource();
        var reading = client.Client.GetConversationAsync("conv_1", cancel.Token);
        await Eventually.True(() => !vendor.Requests.IsEmpty, "the request");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Single(vendor.Requests);
    }

    [Fact]
    public async Task Get_VendorKeepsFailing_OpensTheCircuitAndClosesItLater()
    {
        var clock = new ImpatientClock(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        vendor.OnEveryDetail(VendorFaults.Status(503));
        using var client = new VendorClient(vendor, Breaking, clock);
        for (var call = 0; call < 3; call++)
            await client.FailAsync();
        var asked = vendor.Requests.Count;
        Assert.Equal(Breaking.CircuitThroughput, asked);
        var error = await client.FailAsync();
        Assert.Equal((ElevenLabsErrorKind.Unavailable, asked), (error.Kind, vendor.Requests.Count));
        Assert.Contains("held back", error.Message, StringComparison.Ordinal);

        vendor.OnEveryDetail(null);
        clock.Advance(Breaking.CircuitBreak + TimeSpan.FromSeconds(1));
        Assert.Equal("conv_1", (await client.GetAsync()).ConversationId);
    }

    [Theory]
    [InlineData(401, "blocked")]
    [InlineData(403, "")]
    [InlineData(407, "")]
    [InlineData(451, "{}")]
    public async Task Get_FirewallKeepsAnswering_IsNamedWhileRequestsAreHeldBack(int status, string body)
    {
        var clock = new ImpatientClock(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        vendor.OnEveryDetail(VendorFaults.Status(status, body));
        using var client = new VendorClient(vendor, Breaking, clock);
        var first = await client.FailAsync();
        for (var call = 0; call < 3; call++)
            await client.FailAsync();
        var asked = vendor.Requests.Count;

        var error = await client.FailAsync();

        Assert.Equal(asked, vendor.Requests.Count);
        Assert.Equal((ElevenLabsErrorKind.Network, first.Message), (error.Kind, error.Message));
    }

    [Fact]
    public async Task ListCriteria_KeepsFailing_IsTriedOnceEachAndLeavesTheCircuitClosed()
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        vendor.OnAgent("agent_one", [.. Enumerable.Repeat(VendorFaults.Status(503), 10)]);
        using var client = new VendorClient(vendor, Breaking, new ImpatientClock(DateTimeOffset.UnixEpoch.AddYears(56)));
        for (var call = 0; call < 10; call++)
            Assert.Equal(ElevenLabsErrorKind.Unavailable,
                (await Assert.ThrowsAsync<ElevenLabsException>(() =>
                client.Client.GetAgentAsync("agent_one", CancellationToken.None))).Kind);
        Assert.Equal((10, false), (vendor.AgentRequests.Count, client.Clients.CircuitIsOpen));
        Assert.Equal("conv_1", (await client.GetAsync()).ConversationId);
    }

    [Fact]
    public async Task Get_AskedToSlowDown_DoesNotOpenTheCircuit()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnEveryDetail(VendorFaults.Status(429));
        using var client = new VendorClient(vendor, Breaking, new ImpatientClock(DateTimeOffset.UnixEpoch.AddYears(56)));
        for (var call = 0; call < 10; call++)
            Assert.Equal(ElevenLabsErrorKind.RateLimited, (await client.FailAsync()).Kind);
        Assert.Equal(20, vendor.Requests.Count);
    }

    /// <summary>Time-outs are so long that the impatient clock never fires them.</summary>
    private static ElevenLabsOptions Breaking { get; } = new()
    {
        Retries = 1,
        CircuitThroughput = 4,
        AttemptTimeout = TimeSpan.FromHours(1),
        TotalTimeout = TimeSpan.FromHours(2),
        SingleTimeout = TimeSpan.FromHours(1),
    };
}
