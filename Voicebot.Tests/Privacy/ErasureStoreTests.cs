using Microsoft.AspNetCore.DataProtection;
using Voicebot.Core.Privacy;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Privacy;

/// <summary>What is written down of erasures, each of its own.</summary>
public sealed class ErasureStoreTests : IDisposable
{
    private readonly TestDatabase test = new();
    private readonly StandingClock clock = new("2026-11-10T12:00:00Z");
    private readonly ErasureStore store;
    private readonly long first;
    private readonly long second;

    public ErasureStoreTests()
    {
        store = new ErasureStore(test.Database, test.Protection, clock);
        (first, second) = (store.Begin(ErasureKind.Person, "+48600000105"), store.Begin(ErasureKind.Conversation, "conv_1"));
    }

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Begin_Subject_IsKeptEncryptedUntilItIsNotNeeded()
    {
        Assert.Equal(new Erasure { Id = first, Kind = ErasureKind.Person, Phase = ErasurePhase.Removing, RequestedAt = Now },
            store.Get(first));
        Assert.Equal(("+48600000105", "conv_1"), (store.Subject(first), store.Subject(second)));
        Assert.Null(new ErasureStore(test.Database, new EphemeralDataProtectionProvider(), clock).Subject(first)); // the keys are lost

        store.EnterOverwriting(first);

        Assert.Equal((ErasurePhase.Overwriting, null), (store.Get(first).Phase, store.Subject(first)));
        Assert.Equal((ErasurePhase.Removing, "conv_1"), (store.Get(second).Phase, store.Subject(second)));
    }

    [Fact]
    public void Counts_OfOneErasure_AddUp()
    {
        for (var times = 1; times <= 2; times++)
        {
            store.AddArchives(first, 2, 5);
            test.Database.Write(connection =>
            {
                ErasureStore.AddConversations(connection, first, 3, 1);
                ErasureStore.Scanned(connection, first, 17 * times, 4);
            });
        }

        Assert.Equal(
            new Erasure
            {
                Id = first,
                Kind = ErasureKind.Person,
                RequestedAt = Now,
                Conversations = 6,
                Documents = 2,
                Mentions = 8,
                ScannedTo = 34,
                Archives = 4,
                ArchiveRows = 10,
            },
            store.Get(first));
        Assert.Equal(new Erasure { Id = second, Kind = ErasureKind.Conversation, RequestedAt = Now }, store.Get(second));
    }

    [Fact]
    public void Newest_Erasures_AreTheUnfinishedThenTheNewest()
    {
        Assert.Equal([first, second], store.Unfinished().Select(one => one.Id));
        clock.Advance(TimeSpan.FromSeconds(5));
        store.Finish(first);
        var third = store.Begin(ErasureKind.Conversation, "conv_2");

        Assert.Equal((ErasurePhase.Finished, Now, Now - 5), (store.Get(first).Phase, store.Get(first).FinishedAt!.Value,
            store.Get(first).RequestedAt));
        Assert.Equal([second, third], store.Unfinished().Select(one => one.Id));
        Assert.Equal([third, second, first], store.Newest(10).Select(one => one.Id));
        Assert.Equal([third, second], store.Newest(2).Select(one => one.Id));
        store.Finish(third);
        Assert.Equal([second, third, first], store.Newest(10).Select(one => one.Id));
    }
}
