using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>Whatever the vendor sends, reading it does not throw: one odd conversation must not stop the others.</summary>
public sealed class DamagedDocumentTests
{
    private static readonly ReportingZone Warsaw = ReportingZone.Find("Europe/Warsaw")!;
    private static readonly string[] Details = [.. SampleFiles.DetailNames.Select(SampleFiles.Text)];
    private static readonly string[] Items =
        [.. Enumerable.Range(1, 3).SelectMany(page => SampleFiles.Json($"list-page-{page}.json")["conversations"]!.AsArray())
            .Select(item => item!.ToJsonString())];

    [Fact]
    public void Map_DamagedDetail_NeverThrows() =>
        Damaged(Details).Sample(json => Read(null, new ConversationDetail(json)), iter: 3_000, print: json => json.GetRawText());

    [Fact]
    public void Map_DamagedListItem_NeverThrows() =>
        Damaged(Items).Sample(json => Read(new ConversationListItem(json), null), iter: 3_000, print: json => json.GetRawText());

    [Fact]
    public void Store_DamagedDetail_MergesAndRedactsWithoutThrowing() =>
        (from index in Gen.Int[0, Details.Length - 1] from damaged in Damaged(Details[index]) select (index, damaged)).Sample(
            (index, damaged) =>
            {
                var merged = DocumentMerge.Merge(JsonDocument.Parse(Details[index]).RootElement, DetailRedaction.Apply(damaged));
                Assert.NotEmpty(JsonContext.Compact(merged));
            },
            iter: 1_000);

    /// <summary>The start of the day is asked for as well, because every stored conversation needs its local day.</summary>
    private static void Read(ConversationListItem? list, ConversationDetail? detail)
    {
        var conversation = ConversationMapper.Map("conv", "agent", list, detail);
        if (conversation.StartTime is { } start)
            Assert.InRange(Warsaw.Day(start), DateOnly.MinValue, DateOnly.MaxValue);
        if (detail is null)
            return;
        Assert.All(detail.Criteria, criterion => Assert.NotNull(criterion.Result));
        Assert.All(detail.CollectedData, datum => Assert.NotNull(datum.Id));
        Assert.All(detail.Transcript, turn => Assert.True(turn.ResponseSeconds is null or not double.NaN));
    }

    private static Gen<JsonElement> Damaged(params string[] documents) =>
        from index in Gen.Int[0, documents.Length - 1]
        from mutations in Mutation.Any.Array[1, 4]
        select Damage(documents[index], mutations);

    private static JsonElement Damage(string text, IEnumerable<Mutation> mutations)
    {
        var document = JsonNode.Parse(text)!.AsObject();
        foreach (var mutation in mutations)
            mutation.Apply(document);
        return JsonDocument.Parse(document.ToJsonString()).RootElement;
    }
}
