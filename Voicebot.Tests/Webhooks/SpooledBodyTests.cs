using Voicebot.Core.Webhooks;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Webhooks;

public sealed class SpooledBodyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private int files;
    private int left;

    public void Dispose() => folder.Dispose();

    /// <summary>A body lies in memory up to 64 KB, in however many parts it comes; a larger one in one file.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0, 65_536)]
    [InlineData(0, 65_535, 1)]
    [InlineData(1, 65_537)]
    [InlineData(1, 65_536, 1)]
    [InlineData(1, 40_000, 40_000, 40_000)]
    public async Task ReadAllAsync_Parts_AreTheWholeBody(int expected, params int[] parts)
    {
        var body = new byte[parts.Sum()];
        new Random(7).NextBytes(body);
        await using var spooled = new SpooledBody(NewFile, () => left++);
        var at = 0;
        foreach (var length in parts)
        {
            await spooled.AppendAsync(body.AsMemory(at, length));
            at += length;
        }

        Assert.Equal(body, await spooled.ReadAllAsync(default));
        Assert.Equal(expected, files);
    }

    [Fact]
    public async Task Leave_AgainOrAtTheEnd_MakesRoomOnce()
    {
        var spooled = new SpooledBody(NewFile, () => left++);
        spooled.Leave();
        spooled.Leave();
        Assert.Equal(1, left);
        await spooled.DisposeAsync();
        await new SpooledBody(NewFile, () => left++).DisposeAsync();
        Assert.Equal(2, left);
    }

    private FileStream NewFile() =>
        new(Path.Combine(folder.FullPath, $"{files++}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4_096,
            FileOptions.DeleteOnClose);
}
