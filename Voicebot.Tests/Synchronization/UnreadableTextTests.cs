using System.Net;
using System.Text;
using System.Text.Json;
using Polly;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Synchronization;

namespace Voicebot.Tests.Synchronization;

/// <summary>
/// JSON may hold half a surrogate pair, invalid UTF-8 or a name twice; .NET throws on these only when they are read.
/// A detail like that is its row's fate, a list row like that must not take its page along.
/// </summary>
public sealed class UnreadableTextTests
{
    private static readonly JsonElement Stored =
        JsonDocument.Parse("""{"status":"done","metadata":{"feedback":{"rating":5}},"branch_id":"b"}""").RootElement;

    private static readonly Dictionary<string, byte[]> Texts = new()
    {
        ["half an emoji"] = Encoding.UTF8.GetBytes("cut \\ud83d"),
        ["the other half"] = Encoding.UTF8.GetBytes("\\ude42 cut"),
        ["invalid UTF-8"] = [(byte)'a', 0xFF, 0xC3, (byte)'b'],
        ["whole emoji and a backslash"] = Encoding.UTF8.GetBytes("\\ud83d\\ude42 \\\\ud83d"),
    };

    public static TheoryData<string> Names => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task GetConversation_UnreadableText_IsReadOrRefusedAsMalformed(string name) =>
        await StoreAsync([.. "{\"status\":\"done\",\"metadata\":{\"termination_reason\":\""u8, .. Texts[name],
            .. "\"},\"analysis\":{\"transcript_summary\":\""u8, .. Texts[name], .. "\"}}"u8]);

    [Fact]
    public async Task GetConversation_NameTwice_IsReadOrRefusedAsMalformed() =>
        await StoreAsync("""{"status":"done","metadata":{"cost":1,"cost":2},"metadata":{"cost":3},"transcript":[]}"""u8.ToArray());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ListConversations_UnreadableText_StillGivesTheRow(string name)
    {
        byte[] answer = [.. "{\"conversations\":[{\"conversation_id\":\"c\",\"status\":\"done\",\"transcript_summary\":\""u8,
            .. Texts[name], .. "\"}],\"has_more\":false}"u8];

        var page = await Client(answer).ListConversationsAsync("agent", null, null, null, CancellationToken.None);

        var item = Assert.Single(page.Items);
        Assert.NotEmpty(ConversationMapper.Map("c", "agent", item, null).Summary!);
        Assert.NotEmpty(JsonContext.Compact(DocumentMerge.Merge(Stored, item.Json)));
    }

    private static async Task StoreAsync(byte[] answer)
    {
        ConversationDetail detail;
        try
        {
            detail = await Client(answer).GetConversationAsync("conv", CancellationToken.None);
        }
        catch (ElevenLabsException refused) when (refused.Kind == ElevenLabsErrorKind.Malformed)
        {
            return; // this row's details are marked as failed, and the run goes on
        }
        Assert.Equal("done", ConversationMapper.Map("conv", "agent", null, detail).Status);
        Assert.NotEmpty(JsonContext.Compact(DocumentMerge.Merge(Stored, DetailRedaction.Apply(detail.Json))));
    }

    private static ElevenLabsClient Client(byte[] answer) => new(
        new HttpClient(new OneAnswer(answer)),
        new ElevenLabsConnection(new Uri("https://api.elevenlabs.io"), "sk_test"),
        ResiliencePipeline.Empty,
        ResiliencePipeline.Empty,
        new AdaptiveConcurrency(1, 1, TimeProvider.System),
        TimeProvider.System);

    private sealed class OneAnswer(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) });
    }
}
