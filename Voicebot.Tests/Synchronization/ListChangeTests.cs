using System.Text.Json;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Synchronization;

namespace Voicebot.Tests.Synchronization;

/// <summary>Which rows of the vendor's list say something new, so that the details are read again.</summary>
public sealed class ListChangeTests
{
    private const string Criteria = "evaluation_criteria_results";
    private const string Data = "data_collection_results";

    [Theory]
    [InlineData("""{"a":1,"b":"x"}""", """{"a":1,"b":"x"}""", false)]
    [InlineData("""{"a":1}""", """{"a":2}""", true)]
    [InlineData("""{"a":{"b":[1,2]}}""", """{"a":{"b":[1,2]}}""", false)]
    [InlineData("""{"a":{"b":[1,2]}}""", """{"a":{"b":[1]}}""", true)]
    [InlineData("{}", """{"a":1}""", true)]
    [InlineData("{}", """{"a":null,"b":"","c":[],"d":{}}""", false)]
    [InlineData("""{"a":1}""", "{}", false)]
    [InlineData("""{"agent_id":"one","agent_name":"One"}""", """{"agent_id":"two","agent_name":"Two"}""", false)]
    public void NeedsDetails_Member_IsNewsWhereItDiffers(string before, string after, bool expected) =>
        Assert.Equal(expected, ListChange.NeedsDetails(Json(before), Json(after), () => throw new InvalidOperationException("not asked")));

    /// <summary>What was listed before, what is listed now, and what the details have; nothing is null.</summary>
    [Theory]
    [InlineData("""{"result":"success"}""", """{"result":"success","rationale":"new"}""", null, false)]
    [InlineData("""{"result":"success"}""", """{"result":"failure"}""", null, true)]
    [InlineData("""{"result":"success","score":1}""", """{"result":"success","score":2}""", null, true)]
    [InlineData("""{"result":"success","score":1}""", """{"result":"success"}""", null, true)]
    [InlineData("""{"result":"success"}""", "null", null, false)]
    [InlineData("null", """{"result":"success"}""", """{"result":"success"}""", false)]
    [InlineData(null, """{"result":"success"}""", """{"result":"success"}""", false)]
    [InlineData(null, """{"result":"success"}""", """{"result":"failure"}""", true)]
    [InlineData(null, """{"result":"success"}""", null, true)]
    [InlineData(null, """{"result":"unknown"}""", null, false)]
    [InlineData(null, "{}", null, false)]
    [InlineData(null, """{"result":"success","score":2}""", """{"result":"success","score":2}""", false)]
    [InlineData(null, """{"result":"success","score":2}""", """{"result":"success","score":3}""", true)]
    [InlineData(null, """{"result":"success","score":2}""", """{"result":"success"}""", false)]
    [InlineData(null, """{"result":"success"}""", """{"result":"success","score":3}""", false)]
    [InlineData(null, "null", """{"result":"success"}""", false)]
    public void NeedsDetails_Criterion_IsNewsWhereItsResultDiffers(string? before, string after, string? detail, bool expected) =>
        Assert.Equal(expected, NeedsDetails(Criteria, before, after, detail));

    /// <summary>The list and the details may write a value differently.</summary>
    [Theory]
    [InlineData("""{"value":2}""", """{"value":2,"rationale":"new"}""", null, false)]
    [InlineData("""{"value":2}""", """{"value":"2"}""", null, false)]
    [InlineData("""{"value":2}""", "2", null, false)]
    [InlineData("2", """{"value":3}""", null, true)]
    [InlineData("""{"value":"a"}""", """{"value":"b"}""", null, true)]
    [InlineData("""{"value":null}""", """{"value":null}""", null, false)]
    [InlineData("""{"value":null}""", """{"value":"now known"}""", null, true)]
    [InlineData("""{"value":2}""", """{"value":null}""", null, true)]
    [InlineData("""{"value":2}""", "null", null, false)]
    [InlineData("""{"value":{"a":1}}""", """{"value":{"a":1}}""", null, false)]
    [InlineData("""{"a":1}""", """{"a":1}""", null, false)]
    [InlineData("""{"a":1}""", """{"a":2}""", null, true)]
    [InlineData(null, """{"value":2}""", """{"value":2}""", false)]
    [InlineData(null, "\"2\"", """{"value":2}""", false)]
    [InlineData(null, """{"value":3}""", """{"value":2}""", true)]
    [InlineData(null, """{"value":3}""", null, true)]
    [InlineData(null, """{"value":null}""", null, false)]
    [InlineData(null, """{"value":null}""", """{"value":null}""", false)]
    [InlineData(null, """{"value":null}""", """{"value":2}""", true)]
    public void NeedsDetails_Datum_IsNewsWhereItsValueDiffers(string? before, string after, string? detail, bool expected) =>
        Assert.Equal(expected, NeedsDetails(Data, before, after, detail));

    /// <summary>Results that were not asked for this time stay known, and the agent under which it was first listed.</summary>
    [Theory]
    [InlineData(null, """{"a":1}""", true, """{"a":1}""")]
    [InlineData(null, """{"a":1,"data_collection_results":{"x":1}}""", true, """{"a":1,"data_collection_results":{"x":1}}""")]
    [InlineData(null, """{"a":1,"data_collection_results":{"x":1}}""", false, """{"a":1}""")]
    [InlineData("""{"data_collection_results":{"y":2}}""", """{"data_collection_results":{"x":1}}""", false, "{}")]
    [InlineData("""{"data_collection_results":{"x":0,"y":2}}""", """{"data_collection_results":{"x":1}}""", true,
        """{"data_collection_results":{"x":1,"y":2}}""")]
    [InlineData("""{"data_collection_results":{"x":0}}""", """{"data_collection_results":{"x":null}}""", true,
        """{"data_collection_results":{"x":0}}""")]
    [InlineData("""{"evaluation_criteria_results":{"b":2}}""", """{"evaluation_criteria_results":{"a":1}}""", false,
        """{"evaluation_criteria_results":{"a":1,"b":2}}""")]
    [InlineData("""{"a":1,"evaluation_criteria_results":{"b":2}}""", """{"evaluation_criteria_results":null}""", true,
        """{"evaluation_criteria_results":null}""")]
    [InlineData("""{"agent_id":"one","agent_name":"One"}""", """{"agent_id":"two","agent_name":"Two"}""", true,
        """{"agent_id":"one","agent_name":"One"}""")]
    [InlineData("""{"agent_id":"one"}""", """{"agent_id":"two","agent_name":"Two"}""", true, """{"agent_id":"one","agent_name":"Two"}""")]
    [InlineData("""{"agent_id":"one","agent_name":"One"}""", """{"agent_id":"one","agent_name":"Renamed"}""", true,
        """{"agent_id":"one","agent_name":"Renamed"}""")]
    [InlineData("""{"agent_name":"One"}""", """{"agent_id":"one","agent_name":"Two"}""", true,
        """{"agent_id":"one","agent_name":"Two"}""")]
    public void Remember_Row_KeepsWhatWasKnown(string? before, string merged, bool withData, string expected) =>
        Assert.Equal(expected, ListChange.Remember(before is null ? null : Json(before), Json(merged), withData).GetRawText());

    private static bool NeedsDetails(string name, string? before, string after, string? detail)
    {
        string Named(string? result) => result is null ? "{}" : $"{{\"{name}\":{{\"id\":{result}}}}}";
        return ListChange.NeedsDetails(Json(Named(before)), Json(Named(after)),
            () => new ConversationDetail(Json($"{{\"analysis\":{Named(detail)}}}")));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
