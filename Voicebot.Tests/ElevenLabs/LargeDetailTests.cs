using System.Text;
using System.Text.Json;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Tests.ElevenLabs;

public sealed class LargeDetailTests
{
    private const string Turns = """[{"role":"user","message":"a \"quoted\" } ] , \\"},{"tool":{"transcript":[1]}}]""";
    private const string Expected = """{"a":{"transcript":"inner"},"metadata":{"cost":1,"warnings":["old",""],"x":"}"},"z":[1,"]"]}""";

    [Theory]
    [InlineData("""{"transcript":T,"a":{"transcript":"inner"},"metadata":{"cost":1,"warnings":["old"],"x":"}"},"z":[1,"]"]}""")]
    [InlineData("""{"a":{"transcript":"inner"},"transcript":T,"metadata":{"cost":1,"warnings":["old"],"x":"}"},"z":[1,"]"]}""")]
    [InlineData("""{"a":{"transcript":"inner"},"metadata":{"cost":1,"warnings":["old"],"x":"}"},"z":[1,"]"],"transcript":T}""")]
    [InlineData(" { \"a\" : {\"transcript\":\"inner\"}\n,\t\"transcript\" : T , \"metadata\" "
        + ":{\"cost\":1,\"warnings\":[\"old\"],\"x\":\"}\"} , \"z\":[1,\"]\"] } ")]
    public void Kept_TranscriptAnywhere_IsAllButTheTranscript(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document.Replace("T", Turns, StringComparison.Ordinal));
        foreach (var size in new[] { 1, 2, 7, bytes.Length })
        {
            var large = new LargeDetail(1_000);
            foreach (var part in bytes.Chunk(size))
                large.Append(part);

            var kept = JsonDocument.Parse(large.Kept()).RootElement;

            var warnings = kept.GetProperty("metadata").GetProperty("warnings");
            Assert.Contains("not kept here", warnings[1].GetString(), StringComparison.Ordinal);
            Assert.True(JsonElement.DeepEquals(
                JsonDocument.Parse(Expected.Replace("\"\"", warnings[1].GetRawText(), StringComparison.Ordinal)).RootElement, kept),
                kept.GetRawText());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":1} x""")]
    [InlineData("""{"transcript":["a}""")]
    [InlineData("""{"a":"\"}""")]
    public void Kept_NoWholeObject_IsNoJson(string document)
    {
        var large = new LargeDetail(1_000);
        large.Append(Encoding.UTF8.GetBytes(document));

        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(large.Kept()));
    }

    [Fact]
    public void Append_MuchBesideTheTranscript_IsRefusedAtTheBound()
    {
        var large = new LargeDetail(100);
        large.Append("{\"transcript\":\""u8);
        large.Append(Encoding.UTF8.GetBytes(new string('t', 10_000) + "\",\"x\":\""));
        large.Append(Encoding.UTF8.GetBytes(new string('x', 80)));

        Assert.Equal(ElevenLabsErrorKind.TooLarge,
            Assert.Throws<ElevenLabsException>(() => large.Append(Encoding.UTF8.GetBytes(new string('x', 30)))).Kind);
    }
}
