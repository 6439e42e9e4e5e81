using Voicebot.Core.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Data;

public sealed class DatabaseLeaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private DatabaseLease Taken()
    {
        var lease = new DatabaseLease(new Database(Path.Combine(folder.FullPath, "voicebot.db")));
        lease.Take();
        return lease;
    }

    [Fact]
    public void Take_AfterAnOrderlyEnd_IsCleanAndAlone()
    {
        for (var start = 0; start < 3; start++)
        {
            using var lease = Taken();
            Assert.Equal((false, true), (lease.EndedUncleanly, lease.IsAlone));
        }
    }

    [Fact]
    public void Take_BesideAnotherProcess_IsNotAlone()
    {
        using var first = Taken();
        using (var second = Taken())
            Assert.Equal((false, false), (second.EndedUncleanly, second.IsAlone));
        using var third = Taken();
        Assert.False(third.IsAlone);
    }

    /// <summary>A killed process leaves its mark in the file, and no lock.</summary>
    [Fact]
    public void Take_AfterAKill_SaysSoOnce()
    {
        File.WriteAllText(Path.Combine(folder.FullPath, "voicebot.db.lock"), "at work");
        using (var lease = Taken())
            Assert.True(lease.EndedUncleanly);
        using var next = Taken();
        Assert.False(next.EndedUncleanly);
    }
}
