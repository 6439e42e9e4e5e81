using System.Diagnostics;
using System.Globalization;
using Voicebot.Core.Synchronization;

namespace Voicebot.Tests.Synchronization;

public sealed class RunOwnerTests
{
    [Fact]
    public void MayBeAlive_ThisProcess_IsTrue() => Assert.True(RunOwner.MayBeAlive(RunOwner.Current));

    [Fact]
    public void Current_Parts_AreMachineProcessAndStart()
    {
        var parts = RunOwner.Current.Split('|');

        Assert.Equal([Environment.MachineName, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)], parts[..2]);
        Assert.True(DateTime.TryParseExact(parts[2], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    [Theory]
    [InlineData("another-machine|1|20260101000000")]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a|b|c|d")]
    public void MayBeAlive_NotOfThisMachine_IsLeftToTheHeartbeat(string owner) => Assert.True(RunOwner.MayBeAlive(owner));

    [Fact]
    public void MayBeAlive_NoSuchProcess_IsFalse() =>
        Assert.False(RunOwner.MayBeAlive($"{Environment.MachineName}|{int.MaxValue}|20260101000000"));

    [Fact]
    public void MayBeAlive_IdUsedAgainByALaterProcess_IsFalse() =>
        Assert.False(RunOwner.MayBeAlive($"{Environment.MachineName}|{Environment.ProcessId}|20200101000000"));

    /// <summary>Processes compute another one's start from their own reading of the clock, so they differ by a little.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void MayBeAlive_StartReadASecondApart_IsTrue(int seconds)
    {
        using var process = Process.GetCurrentProcess();
        var start = process.StartTime.ToUniversalTime().AddSeconds(seconds);

        Assert.True(RunOwner.MayBeAlive(
            string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}|{process.Id}|{start:yyyyMMddHHmmss}")));
    }
}
