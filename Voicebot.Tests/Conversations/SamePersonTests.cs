using Voicebot.Core.Conversations;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Conversations;

/// <summary>Which conversations are one person's, in which order, and which come before and after one of them.</summary>
public sealed class SamePersonTests : IDisposable
{
    private const string Phone = "+48600000105";
    private readonly TestDatabase test = new();

    public SamePersonTests() => test.Store(
        Call("undated", null), Call("old", 10), Call("same second", 20), Call("same second, later", 20), Call("new", 30),
        // Another's, whose number only shares the key.
        Call("another's", 25) with { ClientPhone = "+49600000105" },
        // Known by the company's id: once by that alone, once by both.
        A.Conversation("by id") with { StartTime = 5, UserKey = 9 },
        A.Conversation("by both") with { StartTime = 40, UserKey = 9, ClientPhone = Phone, ClientKey = 7 },
        A.Conversation("nobody's") with { StartTime = 20, ClientPhone = "anonymous" });

    public void Dispose() => test.Dispose();

    [Theory]
    [InlineData("new", "by both|same second, later|same second|old|undated", "same second, later", "by both")]
    [InlineData("same second", "by both|new|same second, later|old|undated", "old", "same second, later")]
    [InlineData("undated", "by both|new|same second, later|same second|old", null, "old")]
    [InlineData("by both", "new|same second, later|same second|old|by id|undated", "new", null)]
    [InlineData("by id", "by both", null, "by both")]
    [InlineData("another's", "", null, null)]
    [InlineData("nobody's", "", null, null)]
    public void Others_OfOne_AreThePersonsNewestFirst(string id, string others, string? previous, string? next)
    {
        var found = new SamePerson(test.Database).Others(id, 10)!;

        Assert.Equal(others, string.Join('|', found.Rows.Select(row => row.ConversationId)));
        Assert.Equal((found.Rows.Count, previous, next), (found.Total, found.PreviousId, found.NextId));
    }

    [Fact]
    public void Others_MoreThanAskedFor_AreTheNewestAndAllAreCounted()
    {
        var found = new SamePerson(test.Database).Others("new", 2)!;

        Assert.Equal(["by both", "same second, later"], found.Rows.Select(row => row.ConversationId));
        Assert.Equal(5, found.Total);
        Assert.Null(new SamePerson(test.Database).Others("absent", 2));
    }

    private static Conversation Call(string id, long? start) =>
        A.Conversation(id) with { StartTime = start, ClientPhone = Phone, ClientKey = 7 };
}
