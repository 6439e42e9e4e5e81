using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Voicebot.Core.Synchronization;

namespace Voicebot.Tests.Synchronization;

public sealed class DocumentMergeTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", """{"a":2}""")]
    [InlineData("""{"a":1}""", """{"b":2}""", """{"b":2,"a":1}""")]
    [InlineData("""{"a":"text"}""", """{"a":null}""", """{"a":"text"}""")]
    [InlineData("""{"a":"text"}""", """{"a":""}""", """{"a":"text"}""")]
    [InlineData("""{"a":[1]}""", """{"a":[]}""", """{"a":[1]}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":{}}""", """{"a":{"b":1}}""")]
    [InlineData("""{"a":0}""", """{"a":null}""", """{"a":0}""")]
    [InlineData("""{"a":false}""", """{}""", """{"a":false}""")]
    [InlineData("""{"a":null}""", """{"b":1}""", """{"b":1}""")]
    [InlineData("""{"a":5}""", """{"a":0}""", """{"a":0}""")]
    // metadata and analysis are merged inside, other objects are replaced.
    [InlineData("""{"metadata":{"cost":5,"x":1}}""", """{"metadata":{"cost":null,"y":2}}""", """{"metadata":{"cost":5,"y":2,"x":1}}""")]
    [InlineData("""{"analysis":{"call_successful":"success"}}""", """{"analysis":null}""",
        """{"analysis":{"call_successful":"success"}}""")]
    [InlineData("""{"other":{"x":1}}""", """{"other":{"y":2}}""", """{"other":{"y":2}}""")]
    [InlineData("""{"metadata":{"feedback":{"rating":4}}}""", """{"metadata":{"feedback":{"likes":1}}}""",
        """{"metadata":{"feedback":{"likes":1}}}""")]
    [InlineData("""{"metadata":{"x":1}}""", """{"metadata":{"y":2}}""", """{"metadata":{"y":2,"x":1}}""")]
    [InlineData("""{"metadata":{"x":1}}""", """{"a":1}""", """{"a":1,"metadata":{"x":1}}""")]
    [InlineData("""{"analysis":{"x":1,"z":[1]}}""", """{"analysis":{"x":2}}""", """{"analysis":{"x":2,"z":[1]}}""")]
    [InlineData("""{"metadata":{"x":1}}""", """{"metadata":"text"}""", """{"metadata":"text"}""")]
    [InlineData("""{"metadata":"text","a":1}""", """{"metadata":{"x":1}}""", """{"metadata":{"x":1},"a":1}""")]
    // Maps of results are replaced as a whole: a criterion that was taken away does not stay.
    [InlineData(
        """{"analysis":{"evaluation_criteria_results":{"old":1,"kept":1}}}""",
        """{"analysis":{"evaluation_criteria_results":{"kept":2}}}""",
        """{"analysis":{"evaluation_criteria_results":{"kept":2}}}""")]
    // A final status never goes back, and then nothing else is taken.
    [InlineData("""{"status":"done","a":1}""", """{"status":"in-progress","a":2}""", """{"status":"done","a":1}""")]
    [InlineData("""{"status":"failed"}""", """{"status":"processing","b":1}""", """{"status":"failed"}""")]
    [InlineData("""{"status":"done"}""", """{"b":1}""", """{"status":"done"}""")]
    [InlineData("""{"status":"failed"}""", """{"status":"done"}""", """{"status":"done"}""")]
    [InlineData("""{"status":"in-progress"}""", """{"status":"done"}""", """{"status":"done"}""")]
    public void Merge_StoredAndRead_GivesTheRicher(string stored, string read, string expected) =>
        Assert.Equal(expected, Merge(stored, read));

    /// <summary>The stored texts were cleaned of a forgotten number; what else the list says is new.</summary>
    [Theory]
    [InlineData("""{"transcript_summary":"of •••"}""", """{"transcript_summary":"of 600","rating":4}""",
        """{"transcript_summary":"of •••","rating":4}""")]
    [InlineData("""{"call_summary_title":"•••"}""", """{"call_summary_title":"600"}""", """{"call_summary_title":"•••"}""")]
    [InlineData("""{"termination_reason":"•••"}""", """{"termination_reason":"600"}""", """{"termination_reason":"•••"}""")]
    [InlineData("""{"rating":1,"agent_name":"Old"}""", """{"rating":4,"agent_name":"New"}""", """{"rating":4,"agent_name":"New"}""")]
    [InlineData("""{"transcript_summary":null,"call_summary_title":""}""", """{"transcript_summary":"a","call_summary_title":"b"}""",
        """{"transcript_summary":"a","call_summary_title":"b"}""")]
    [InlineData("""{"transcript_summary":"•••"}""", """{"rating":4}""", """{"rating":4}""")]
    [InlineData("{}", """{"transcript_summary":"new"}""", """{"transcript_summary":"new"}""")]
    public void KeepTexts_StoredAndMerged_KeepsTheStoredTextsAlone(string stored, string merged, string expected) =>
        Assert.Equal(Compact(expected), JsonContext.Compact(DocumentMerge.KeepTexts(Parse(stored), Parse(merged))));

    [Fact]
    public void Merge_NothingStored_TakesWhatWasRead() =>
        Assert.Equal("""{"a":1}""", DocumentMerge.Merge(null, Parse("""{"a":1}""")).GetRawText());

    [Fact]
    public void Merge_WithItself_IsItself() =>
        Documents.Sample(document => Merge(document, document) == Compact(document), iter: 3_000);

    [Fact]
    public void Merge_ReadAgain_ChangesNothingMore() =>
        Gen.Select(Documents, Documents).Sample(
            (stored, read) =>
            {
                var merged = Merge(stored, read);
                return Merge(merged, read) == merged && Merge(merged, merged) == merged;
            },
            iter: 5_000);

    [Fact]
    public void Merge_Any_NeverGetsPoorerOrUnfinished() =>
        Gen.Select(Documents, Documents).Sample(
            (stored, read) =>
            {
                var (before, after) = (Parse(stored), Parse(Merge(stored, read)));
                return before.EnumerateObject()
                    .All(member => IsPoor(member.Value) || (after.TryGetProperty(member.Name, out var value) && !IsPoor(value)))
                    && (!IsFinal(before) || IsFinal(after));
            },
            iter: 5_000);

    private static Gen<string> Documents { get; } =
        (from names in Gen.Int[0, Names.Length - 1].Array[0, 7]
         from values in Gen.Int[0, Values.Length - 1].Array[14]
         select Build(names, values)).Where(document => document.Length > 0);

    private static string[] Names => ["status", "metadata", "analysis", "summary", "rating", "transcript", "evaluation_criteria_results"];

    private static string[] Values =>
        ["null", "\"\"", "[]", "{}", "0", "1", "\"done\"", "\"failed\"", "\"in-progress\"", "\"text\"", "[1]",
            """{"cost":1,"feedback":null}""", """{"cost":null,"feedback":{"rating":4}}""", """{"call_successful":"success"}"""];

    private static string Build(int[] names, int[] values)
    {
        var document = new JsonObject();
        for (var i = 0; i < names.Length; i++)
            document[Names[names[i]]] = JsonNode.Parse(Values[values[i]]);
        return document.ToJsonString();
    }

    private static bool IsFinal(JsonElement document) =>
        document.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String && status.GetString() is "done"
            or "failed";

    private static bool IsPoor(JsonElement value) => value.GetRawText() is "null" or "\"\"" or "[]" or "{}";

    private static string Merge(string stored, string read) => JsonContext.Compact(DocumentMerge.Merge(Parse(stored), Parse(read)));

    private static string Compact(string json) => JsonContext.Compact(Parse(json));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
