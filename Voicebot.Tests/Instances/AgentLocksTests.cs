using Voicebot.Core.Conversations;
using Voicebot.Core.Data;
using Voicebot.Core.Figures;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Instances;

/// <summary>Who writes conversations holds their agents, and nobody else's way.</summary>
public sealed class AgentLocksTests : IDisposable
{
    private readonly SharedDatabase shared = new();
    private readonly Database one;
    private readonly Database other;

    public AgentLocksTests() => (one, other) = (shared.Open(), shared.Open());

    public void Dispose()
    {
        one.Dispose();
        other.Dispose();
        shared.Dispose();
    }

    [Fact]
    public async Task WriteConversations_OtherAgent_GoesBesideAndTheSameOneWaits()
    {
        using var release = new ManualResetEventSlim();
        var inside = new TaskCompletionSource();
        var first = Task.Run(() => one.WriteConversations(["agent_a"], writer =>
        {
            writer.Upsert(Of("agent_a", "conv_1"), null);
            inside.SetResult();
            release.Wait(Eventually.LongestWait);
        }));
        await inside.Task;

        await Task.Run(() => other.WriteConversations(["agent_b"], writer => writer.Upsert(Of("agent_b", "conv_2"), null)))
            .WaitAsync(Eventually.LongestWait);
        var second = Task.Run(() => other.WriteConversations(["agent_a", "agent_b"], writer => writer.FindDocuments("conv_1")));
        await Eventually.True(() => second.IsCompleted || Waiting() == 1, "the one that waits for the agent");
        release.Set();

        await first;
        Assert.NotNull(await second);
    }

    /// <summary>What changes anything of anybody waits for all, and all wait for it.</summary>
    [Fact]
    public async Task Write_WhileConversationsAreWritten_Waits()
    {
        using var release = new ManualResetEventSlim();
        var inside = new TaskCompletionSource();
        var first = Task.Run(() => one.WriteConversations(["agent_a"], writer =>
        {
            writer.Upsert(Of("agent_a", "conv_1"), null);
            inside.SetResult();
            release.Wait(Eventually.LongestWait);
        }));
        await inside.Task;

        var second = Task.Run(() => other.Write(connection => connection.Scalar("SELECT COUNT(*) FROM conversations")));
        await Eventually.True(() => second.IsCompleted || Waiting() == 1, "the one that waits for the writer");
        release.Set();

        await first;
        Assert.Equal(1L, await second);
    }

    [Fact]
    public void WriteConversations_ConversationOfAnotherAgent_MovesUnderTheLocksOfBoth()
    {
        one.WriteConversations(["agent_a"], writer => writer.Upsert(Of("agent_a", "conv_1"), null));
        var attempts = 0;

        other.WriteConversations(["agent_b"], writer =>
        {
            attempts++;
            writer.Upsert(Of("agent_b", "conv_1"), null);
            writer.Upsert(Of("agent_b", "conv_2"), null);
        });

        Assert.Equal(2, attempts);
        Assert.Equal((2, 1), (shared.Count("SELECT data_version FROM agent_writes WHERE agent_id = 'agent_a'"),
            shared.Count("SELECT data_version FROM agent_writes WHERE agent_id = 'agent_b'")));
        Assert.Equal(2, shared.Count("SELECT SUM(total) FROM daily_figures WHERE agent_id = 'agent_b'"));
        Assert.Equal(2, shared.Count("SELECT SUM(total) FROM daily_figures"));
        Assert.Equal(0, one.Read(Recount.Differences));
    }

    /// <summary>Two agents list the same new conversation: the second to store it finds that of the first.</summary>
    [Fact]
    public async Task WriteConversations_SameNewConversationOfTwoAgents_IsStoredOnce()
    {
        using var release = new ManualResetEventSlim();
        var inside = new TaskCompletionSource();
        var first = Task.Run(() => one.WriteConversations(["agent_a"], writer =>
        {
            writer.Upsert(Of("agent_a", "conv_1"), null);
            _ = writer.Connection; // stored, but not committed
            inside.TrySetResult();
            release.Wait(Eventually.LongestWait);
        }));
        await inside.Task;

        var second = Task.Run(() => other.WriteConversations(["agent_b"], writer => writer.Upsert(Of("agent_b", "conv_1"), null)));
        await Eventually.True(() => second.IsCompleted || Waiting() == 1, "the one that waits for the conversation");
        release.Set();

        await Task.WhenAll(first, second);
        Assert.Equal(1, shared.Count("SELECT COUNT(*) FROM conversations WHERE agent_id = 'agent_b'"));
        Assert.Equal(1, shared.Count("SELECT SUM(total) FROM daily_figures"));
        Assert.Equal(0, one.Read(Recount.Differences));
    }

    private long Waiting() => shared.Count(
        "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");

    private static Conversation Of(string agent, string id) => A.Conversation(id) with { AgentId = agent };
}
