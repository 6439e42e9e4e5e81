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
    [InlineData("no_answer", EndReason.NotConnected)]
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

    /// <summary>What did not happen is no reason; what else the text says counts.</summary>
    [Theory]
    [InlineData("Failed to transfer the call", EndReason.Other)]
    [InlineData("Transfer failed", EndReason.Other)]
    [InlineData("Call transfer failed", EndReason.Other)]
    [InlineData("Transfer to +48221234567 failed", EndReason.Other)]
    [InlineData("Transfer to sip:desk@example.test was rejected", EndReason.Other)]
    [InlineData("transfer_to_number_error", EndReason.Other)]
    [InlineData("transfer_failed", EndReason.Other)]
    [InlineData("transfer-failed", EndReason.Other)]
    [InlineData("Could not transfer", EndReason.Other)]
    [InlineData("Could not be transferred", EndReason.Other)]
    [InlineData("Couldn't transfer", EndReason.Other)]
    [InlineData("Unable to transfer the caller", EndReason.Other)]
    [InlineData("The call was not transferred", EndReason.Other)]
    [InlineData("Error during transfer", EndReason.Other)]
    [InlineData("Unsuccessful transfer attempt", EndReason.Other)]
    [InlineData("Transfer timed out", EndReason.Other)]
    [InlineData("Transfer failed, then the caller hung up", EndReason.UserEnded)]
    [InlineData("Failed to transfer; call ended by remote party", EndReason.UserEnded)]
    [InlineData("Transferred to billing after a failed payment", EndReason.Transferred)]
    [InlineData("Failed call was transferred", EndReason.Transferred)]
    [InlineData("Transfer failed at first; call transferred", EndReason.Transferred)]
    [InlineData("No silence detected", EndReason.Other)]
    [InlineData("Silence was not detected", EndReason.Other)]
    [InlineData("Ended without any silence by agent", EndReason.Other)]
    [InlineData("No silence. Client disconnected: 1000", EndReason.UserEnded)]
    [InlineData("No silence at first, then 20 seconds of silence", EndReason.Silence)]
    [InlineData("User did not speak, 30 seconds of silence", EndReason.Silence)]
    [InlineData("No voicemail detected", EndReason.Other)]
    [InlineData("Voicemail not detected, ended by agent", EndReason.AgentEnded)]
    [InlineData("Voicemail detection failed", EndReason.Other)]
    [InlineData("The user did not hang up", EndReason.Other)]
    [InlineData("Client never disconnected", EndReason.Other)]
    [InlineData("Quota not exceeded", EndReason.Other)]
    [InlineData("The line is not busy", EndReason.Other)]
    [InlineData("end_call tool failed", EndReason.Other)]
    [InlineData("end_call tool was not called", EndReason.Other)]
    [InlineData("Not abnormal", EndReason.Other)]
    public void Classify_WhatDidNotHappen_IsNoReason(string text, EndReason expected)
    {
        Assert.Equal(expected, EndReasons.Classify(text));
        Assert.Equal(expected, EndReasons.Classify(text.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("Client disconnected: 1006", EndReason.Abnormal)]
    [InlineData("1006", EndReason.Abnormal)]
    [InlineData("code=1006", EndReason.Abnormal)]
    [InlineData("(1006)", EndReason.Abnormal)]
    [InlineData("Closed with 1006, reconnecting", EndReason.Abnormal)]
    [InlineData("WS-1006", EndReason.Abnormal)]
    [InlineData("Client disconnected: 10061", EndReason.UserEnded)]
    [InlineData("Client disconnected: 21006", EndReason.UserEnded)]
    [InlineData("Call to +48 221 006 100 ended by remote party", EndReason.UserEnded)]
    [InlineData("Call to +4822 1006 100 ended by remote party", EndReason.UserEnded)]
    [InlineData("Call to 555-1006 ended by remote party", EndReason.UserEnded)]
    [InlineData("Ended by user after 1006 seconds", EndReason.UserEnded)]
    [InlineData("Call ended after 1006 seconds of silence", EndReason.Silence)]
    [InlineData("Used 1006 tokens, ended by agent", EndReason.AgentEnded)]
    [InlineData("0.1006", EndReason.Other)]
    [InlineData("1006.5", EndReason.Other)]
    [InlineData("x1006y", EndReason.Other)]
    public void Classify_CodeOfAnAbnormalClose_IsANumberOfItsOwn(string text, EndReason expected) =>
        Assert.Equal(expected, EndReasons.Classify(text));

    [Theory]
    [InlineData("The caller asked for a quotation", EndReason.Other)]
    [InlineData("busybody", EndReason.Other)]
    [InlineData("silenced microphone", EndReason.Other)]
    public void Classify_PartOfAnotherWord_IsNoReason(string text, EndReason expected) =>
        Assert.Equal(expected, EndReasons.Classify(text));

    [Theory]
    [InlineData("voicemail", true, "Call ended by remote party", EndReason.Voicemail)]
    [InlineData("busy", false, "", EndReason.NotConnected)]
    [InlineData("no_answer", false, "Call ended by remote party", EndReason.NotConnected)]
    [InlineData("answered", true, "Call ended by remote party", EndReason.UserEnded)]
    [InlineData("failed", false, "", EndReason.None)]
    [InlineData(null, true, "Call ended by remote party", EndReason.Voicemail)]
    [InlineData(null, false, "Call ended by remote party", EndReason.UserEnded)]
    public void Of_ResultOfDialling_IsStrongerThanTheText(string? callResult, bool voicemail, string text, EndReason expected) =>
        Assert.Equal(expected, EndReasons.Of(callResult, voicemail, text));

    [Fact]
    public void BreaksOff_EveryClass_OnlyTheThreeOfTheDropouts() =>
        Assert.Equal(
            [EndReason.UserEnded, EndReason.Silence, EndReason.Abnormal],
            Enum.GetValues<EndReason>().Where(reason => reason.BreaksOff()));

    [Fact]
    public void Texts_All_AreTheTwelveOfTheApi() =>
        Assert.Equal(
            ["abnormal", "agent_ended", "llm_error", "max_duration", "none", "not_connected", "other", "quota", "silence", "transferred",
                "user_ended", "voicemail"],
            EndReasons.Texts.Order(StringComparer.Ordinal));
}
