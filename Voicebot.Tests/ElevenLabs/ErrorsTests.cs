using Voicebot.Core.ElevenLabs;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.ElevenLabs;

/// <summary>
/// Every error body of the vendor, over the socket: what kind it is, what the user reads, and whether it is tried again.
/// </summary>
public sealed class ErrorsTests
{
    [Theory]
    [InlineData(400, "400-key-id-used", ElevenLabsErrorKind.KeyRefused, "sk_")]
    [InlineData(401, "401-invalid-key", ElevenLabsErrorKind.KeyRefused, "Invalid API key")]
    [InlineData(401, "401-missing-permissions", ElevenLabsErrorKind.PermissionMissing, "convai_read")]
    [InlineData(404, "404-conversation", ElevenLabsErrorKind.NotFound, "Conversation not found")]
    [InlineData(422, "422-validation", ElevenLabsErrorKind.Invalid, "less than or equal to 100")]
    [InlineData(429, "429-concurrency", ElevenLabsErrorKind.RateLimited, "Too many concurrent requests")]
    [InlineData(429, "429-system-busy", ElevenLabsErrorKind.RateLimited, "heavy traffic")]
    [InlineData(500, "500-string-detail", ElevenLabsErrorKind.Unavailable, "Internal Server Error")]
    public async Task Get_SampleError_HasItsKindAndAUsefulMessage(int status, string body, ElevenLabsErrorKind kind, string said)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnEveryDetail(VendorFaults.Status(status, SampleFiles.Error(body)));
        using var client = new VendorClient(vendor);
        var error = await client.FailAsync();
        Assert.Equal(kind, error.Kind);
        Assert.Equal(status, (int)error.Status!);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(VendorSimulator.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, """{"detail":{"code":"bad_request","status":"invalid_uid","message":"no"}}""", ElevenLabsErrorKind.Invalid)]
    [InlineData(400, """{"detail":{"status":"invalid_api_key_prefix"}}""", ElevenLabsErrorKind.KeyRefused)]
    [InlineData(401, """{"detail":"Not authenticated"}""", ElevenLabsErrorKind.KeyRefused)]
    [InlineData(401, """{"detail":{"status":"needs_authorization","message":"x"}}""", ElevenLabsErrorKind.KeyRefused)]
    [InlineData(401, """{"detail":{"status":"quota_exceeded","message":"x"}}""", ElevenLabsErrorKind.Quota)]
    [InlineData(402, """{"detail":{"message":"pay"}}""", ElevenLabsErrorKind.Quota)]
    [InlineData(403, """{"detail":{"status":"only_for_creator+","message":"x"}}""", ElevenLabsErrorKind.PermissionMissing)]
    [InlineData(403, """{"detail":{}}""", ElevenLabsErrorKind.PermissionMissing)]
    [InlineData(404, """{"detail":"Not Found"}""", ElevenLabsErrorKind.NotFound)]
    [InlineData(418, """{"detail":"x"}""", ElevenLabsErrorKind.Invalid)]
    [InlineData(422, """{"detail":[]}""", ElevenLabsErrorKind.Invalid)]
    [InlineData(422, """{"detail":[{"msg":7}]}""", ElevenLabsErrorKind.Invalid)]
    public async Task Get_ErrorThatARetryCannotHelp_IsAskedOnce(int status, string body, ElevenLabsErrorKind kind)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnEveryDetail(VendorFaults.Status(status, body));
        using var client = new VendorClient(vendor);
        Assert.Equal(kind, (await client.FailAsync()).Kind);
        Assert.Single(vendor.Requests);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(599)]
    public async Task Get_PassingError_IsTriedAgain(int status)
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        vendor.OnDetail("conv_1", VendorFaults.Status(status), VendorFaults.Status(status), VendorFaults.Status(status));
        using var client = new VendorClient(vendor);
        Assert.Equal("conv_1", (await client.GetAsync()).ConversationId);
        Assert.Equal(4, vendor.Requests.Count);
    }

    [Fact]
    public async Task Get_ErrorThatStays_IsGivenUpAfterTheRetries()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnEveryDetail(VendorFaults.Status(503));
        using var client = new VendorClient(vendor);
        Assert.Equal(ElevenLabsErrorKind.Unavailable, (await client.FailAsync()).Kind);
        Assert.Equal(4, vendor.Requests.Count);
    }

    [Fact]
    public async Task Get_LongWordsOfTheVendor_AreShortenedToALine()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        vendor.OnEveryDetail(VendorFaults.Status(422, $$"""{"detail":"first\nsecond {{new string('x', 5_000)}}"}"""));
        using var client = new VendorClient(vendor);
        var error = await client.FailAsync();
        Assert.Contains("first second xxx", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 200, 350);
    }

    [Fact]
    public async Task Get_Key_IsInTheHeaderOnly()
    {
        await using var vendor = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        using var client = new VendorClient(vendor);
        await client.GetAsync();
        await client.Client.ListConversationsAsync("agent_one", 1, 2, null, CancellationToken.None);
        await client.Client.ListAgentsAsync(CancellationToken.None);
        Assert.All(vendor.Requests, request =>
        {
            Assert.Equal(VendorSimulator.Key, request.Key);
            Assert.DoesNotContain(VendorSimulator.Key, request.Path + request.Query, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Get_Redirect_DoesNotCarryTheKeyElsewhere()
    {
        await using var elsewhere = await VendorSimulator.StartAsync(new ConversationBuilder("conv_1"));
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await VoicebotServer.StartAsync(vendor);
        vendor.OnAgents([.. Enumerable.Repeat(VendorFaults.Status(307, "", ("Location", elsewhere.Url + "v1/convai/agents")), 10)]);
        await server.Http.GetProblemAsync("api/agents?source=elevenlabs", 502, "elevenlabs_network");
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("conv/../../secrets", "/v1/convai/conversations/conv%2F..%2F..%2Fsecrets")]
    [InlineData("conv?x=1#y", "/v1/convai/conversations/conv?x=1#y")]
    public async Task Get_IdWithSpecialSigns_StaysOnePathSegment(string id, string path)
    {
        await using var vendor = await VendorSimulator.StartAsync();
        using var client = new VendorClient(vendor);
        Assert.Equal(ElevenLabsErrorKind.NotFound, (await client.FailAsync(id)).Kind);
        var request = Assert.Single(vendor.Requests);
        Assert.Equal((path, ""), (request.Path, request.Query));
    }
}
