using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Voicebot.Benchmarks.Filling;
using Voicebot.Core.Conversations;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Search;
using Voicebot.Core.Synchronization;

namespace Voicebot.Benchmarks.Core;

/// <summary>What a sync does to each conversation before it is stored.</summary>
[MemoryDiagnoser]
public class MappingBenchmarks
{
    private JsonElement list;
    private JsonElement detail;
    private string text = "";

    [GlobalSetup]
    public void Setup()
    {
        var samples = new SampleConversations(1_000);
        list = JsonSerializer.SerializeToElement(samples.ListItem(1));
        detail = JsonSerializer.SerializeToElement(samples.Detail(1));
        text = detail.GetRawText();
    }

    [Benchmark]
    public Conversation Map() => ConversationMapper.Map("conv", "agent", new ConversationListItem(list), new ConversationDetail(detail));

    [Benchmark]
    public byte[] Compress() => CompressedJson.Write(text);

    [Benchmark]
    public string? Fold() => SearchText.Of([text], Voicebot.Core.Phones.ClientIdentity.Of("+48500000001"));
}
