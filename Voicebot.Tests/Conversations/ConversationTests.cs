using Voicebot.Core.Conversations;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Conversations;

public sealed class ConversationTests
{
    [Theory]
    [InlineData("done", true)]
    [InlineData("failed", true)]
    [InlineData("in-progress", false)]
    [InlineData("processing", false)]
    [InlineData("initiated", false)]
    [InlineData("a-status-to-come", false)]
    public void Finished_Status_IsDoneOrFailed(string status, bool finished) =>
        Assert.Equal(finished, (A.Conversation("one") with { Status = status }).Finished);

    [Theory]
    [InlineData("done", "failure", EndReason.UserEnded, true)]
    [InlineData("done", "unknown", EndReason.Silence, true)]
    [InlineData("done", "failure", EndReason.Abnormal, true)]
    [InlineData("done", "success", EndReason.UserEnded, false)]
    [InlineData("done", "failure", EndReason.AgentEnded, false)]
    [InlineData("done", "failure", EndReason.MaxDuration, false)]
    [InlineData("done", "failure", EndReason.Transferred, false)]
    [InlineData("failed", "unknown", EndReason.UserEnded, false)]
    [InlineData("in-progress", "unknown", EndReason.UserEnded, false)]
    public void Dropout_DoneWithoutSuccessAndBrokenOff_Only(string status, string outcome, EndReason reason, bool dropout) =>
        Assert.Equal(dropout, (A.Conversation("one") with { Status = status, CallSuccessful = outcome, EndReason = reason }).Dropout);

    [Theory]
    [InlineData(EndReason.UserEnded)]
    [InlineData(EndReason.Silence)]
    [InlineData(EndReason.Abnormal)]
    public void Dropout_Transferred_IsNone(EndReason reason) =>
        Assert.False((A.Conversation("one") with { CallSuccessful = "failure", EndReason = reason, Transferred = true }).Dropout);
}
