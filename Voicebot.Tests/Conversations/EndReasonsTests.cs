using Voicebot.Core.Conversations;

namespace Voicebot.Tests.Conversations;

public sealed class EndReasonsTests
{
    [Theory]
    [InlineData("Call ended by remote party", EndReason.UserEnded)]
    [InlineData("The user hung up", EndReason.UserEnded)]
    [InlineData("hang up", EndReason.UserEnded)]
    [InlineData("hangup", EndReason.UserEnded)]
    [InlineData("hang-up by caller", EndReason.UserEnded)]
    [InlineData("Client disconnected: 1000", EndReason.UserEnded)]
    [InlineData("Client disconnected: 1005", EndReason.UserEnded)]
    [InlineData("Client ended the session", EndReason.UserEnded)]
    [InlineData("User ended the call", EndReason.UserEnded)]
    [InlineData("Conversation ended by user", EndReason.UserEnded)]
    [InlineData("Call ended after 30 seconds of silence", EndReason.Silence)]
    [InlineData("Client disconnected: 1006", EndReason.Abnormal)]
    [InlineData("Abnormal closure", EndReason.Abnormal)]
    [InlineData("connection lost", EndReason.Abnormal)]
    [InlineData("Connection closed unexpectedly", EndReason.Abnormal)]
    [InlineData("Conversation has exceeded maximum duration", EndReason.MaxDuration)]
    [InlineData("max duration reached", EndReason.MaxDuration)]
    [InlineData("max_duration", EndReason.MaxDuration)]
    [InlineData("Voicemail detected", EndReason.Voicemail)]
    [InlineData("Call transferred to +48221234567", EndReason.Transferred)]
    [InlineData("This request exceeds your quota limit.", EndReason.Quota)]
    [InlineData("insufficient credits", EndReason.Quota)]
    [InlineData("LLM generation failed", EndReason.LlmError)]
    [InlineData("custom_llm generation failed", EndReason.LlmError)]
    [InlineData("LLM error", EndReason.LlmError)]
    [InlineData("INVITE failed: sip status: 486", EndReason.NotConnected)]
    [InlineData("busy", EndReason.NotConnected)]
    [InlineData("no-answer", EndReason.NotConnected)]
    [InlineData("no answer", EndReason.NotConnected)]
    [InlineData("not connected", EndReason.NotConnected)]
    [InlineData("end_call tool was called.", EndReason.AgentEnded)]
    [InlineData("end_call tool was called", EndReason.AgentEnded)]
    [InlineData("Ended by agent", EndReason.AgentEnded)]
    [InlineData("Agent ended the call", EndReason.AgentEnded)]
    [InlineData("something that nobody has seen yet", EndReason.Other)]
    [InlineData("", EndReason.None)]
    [InlineData("  \t", EndReason.None)]
    [InlineData(null, EndReason.None)]
    public void Classify_Text_GivesTheClassInAnyCase(string? text, EndReason expected)
    {
        Assert.Equal(expected, EndReasons.Classify(text));
        Assert.Equal(expected, EndReasons.Classify(text?.ToUpperInvariant()));
        Assert.Equal(expected, EndReasons.Classify(text?.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("Client disconnected: 1006 (abnormal)", EndReason.Abnormal)]
    [InlineData("Client disconnected after silence", EndReason.Silence)]
    [InlineData("Call transferred, then ended by remote party", EndReason.Transferred)]
    [InlineData("end_call tool was called: voicemail", EndReason.Voicemail)]
    public void Classify_SeveralPatterns_TheMoreTellingDecides(string text, EndReason expected) =>
        Assert.Equal(expected, EndReasons.Classify(text));

    [Fact]
    public void BreaksOff_EveryClass_OnlyTheThreeOfTheDropouts() =>
        Assert.Equal(
            [EndReason.UserEnded, EndReason.Silence, EndReason.Abnormal],
            Enum.GetValues<EndReason>().Where(reason => reason.BreaksOff()));

    [Fact]
    public void Texts_All_AreTheTwelveOfTheApi() =>
        Assert.Equal(
            ["abnormal", "agent_ended", "llm_error", "max_duration", "none", "not_connected", "other", "quota", "silence", "transferred", "user_ended", "voicemail"],
            EndReasons.Texts.Order(StringComparer.Ordinal));
}
