using System.Diagnostics;
using System.Globalization;
using Voicebot.Core.Synchronization;

namespace Voicebot.Tests.Synchronization;

public sealed class RunOwnerTests
{
    [Fact]
    public void MayBeAlive_ThisProcess_IsTrue() => Assert.True(RunOwner.MayBeAlive(RunOwner.New()));

    [Fact]
    public void New_Parts_AreMachineProcessStartAndNumber()
    {
        var parts = RunOwner.New().Split('|');

        Assert.Equal([RunOwner.Machine, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)], parts[..2]);
        Assert.True(DateTime.TryParseExact(parts[2], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.NotEqual(string.Join('|', parts), RunOwner.New());
        Assert.StartsWith(Environment.MachineName, RunOwner.Machine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another-machine|1|20260101000000")]
    [InlineData("another-machine|1|20260101000000|1")]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a|b|c|d")]
    public void MayBeAlive_NotOfThisMachine_IsLeftToTheHeartbeat(string owner) => Assert.True(RunOwner.MayBeAlive(owner));

    [Fact]
    public void MayBeAlive_NoSuchProcess_IsFalse() =>
        Assert.False(RunOwner.MayBeAlive($"{RunOwner.Machine}|{int.MaxValue}|20260101000000"));

    [Fact]
    public void MayBeAlive_IdUsedAgainByALaterProcess_IsFalse() =>
        Assert.False(RunOwner.MayBeAlive($"{RunOwner.Machine}|{Environment.ProcessId}|20200101000000"));

    /// <summary>Processes compute another one's start from their own reading of the clock, so they differ by a little.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void MayBeAlive_StartReadASecondApart_IsTrue(int seconds)
    {
        using var process = Process.GetCurrentProcess();
        var start = process.StartTime.ToUniversalTime().AddSeconds(seconds);

        Assert.True(RunOwner.MayBeAlive(
            string.Create(CultureInfo.InvariantCulture, $"{RunOwner.Machine}|{process.Id}|{start:yyyyMMddHHmmss}")));
    }
}
