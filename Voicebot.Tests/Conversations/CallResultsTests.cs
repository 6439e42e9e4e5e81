using Voicebot.Core.Conversations;

namespace Voicebot.Tests.Conversations;

public sealed class CallResultsTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData("answered", "answered")]
    [InlineData(" Voicemail ", "voicemail")]
    [InlineData("no-answer", "no_answer")]
    [InlineData("No Answer", "no_answer")]
    [InlineData("NO_ANSWER", "no_answer")]
    [InlineData("noAnswer", "no_answer")]
    [InlineData("a-word to come", "a_word_to_come")]
    [InlineData("0123456789012345678901234567890123456789", "0123456789012345678901234567890123456789")]
    [InlineData("01234567890123456789012345678901234567890", null)]
    public void Of_Text_HasOneSpelling(string? text, string? expected) => Assert.Equal(expected, CallResults.Of(text));

    [Theory]
    [InlineData("voicemail", true)]
    [InlineData("busy", true)]
    [InlineData("no_answer", true)]
    [InlineData("answered", false)]
    [InlineData("failed", false)]
    [InlineData("unknown", false)]
    [InlineData(null, false)]
    public void IsNotReached_Result_IsThatNobodyAnswered(string? result, bool expected) =>
        Assert.Equal(expected, CallResults.IsNotReached(result));

    [Fact]
    public void All_Words_AreTheFiveKnown() => Assert.Equal(["answered", "voicemail", "busy", "no_answer", "failed"], CallResults.All);
}
