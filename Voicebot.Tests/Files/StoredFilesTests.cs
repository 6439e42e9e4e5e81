using System.Security.Cryptography;
using Voicebot.Core.Files;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Files;

/// <summary>What every place of files promises.</summary>
public abstract class StoredFilesTests(FilesPlace place) : IAsyncLifetime
{
    private const string Path = "csv_archives/one.csv";
    private static readonly byte[] Large = RandomNumberGenerator.GetBytes(9 * 1024 * 1024 + 5); // several blocks

    private StoredFiles Files => place.Files;

    public ValueTask InitializeAsync()
    {
        place.Require();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4 * 1024 * 1024)]
    [InlineData(9 * 1024 * 1024 + 5)]
    public async Task Commit_WrittenInPieces_IsThereWholeAsItWasCounted(int size)
    {
        await using var writer = await Files.CreateAsync(Path, default);
        for (var at = 0; at < size;)
        {
            var piece = Large.AsMemory(at, Math.Min(size - at, 700_000));
            if (at % 3 == 0)
                await writer.WriteAsync(piece);
            else
                writer.Write(piece.Span);
            at += piece.Length;
        }
        Assert.Null(await Files.FindAsync(Path, default));

        await writer.CommitAsync(replace: false, default);

        var bytes = (await place.ReadAsync(Path))!;
        Assert.True(Large.AsSpan(0, size).SequenceEqual(bytes));
        Assert.Equal((size, Convert.ToHexStringLower(SHA256.HashData(bytes))), (writer.SizeBytes, writer.Sha256));
        Assert.Equal(size, (await Files.FindAsync(Path, default))!.SizeBytes);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(9 * 1024 * 1024)]
    public async Task Dispose_WithoutACommit_LeavesNothing(int size)
    {
        await using (var writer = await Files.CreateAsync(Path, default))
            await writer.WriteAsync(Large.AsMemory(0, size));

        Assert.Null(await Files.FindAsync(Path, default));
        Assert.Null(await place.ReadAsync(Path));
        Assert.Empty(await place.NamesAsync("csv_archives"));
    }

    /// <summary>What an ended program was about to write is no file, and goes when its folder is tidied.</summary>
    [Fact]
    public async Task RemoveUnfinished_OfAnEndedProgram_LeavesWholeFilesOnly()
    {
        await place.WriteAsync(Path, [1]);
        await using var abandoned = await Files.CreateAsync("csv_archives/two.csv", default);
        await abandoned.WriteAsync(Large);
        Assert.Equal([Path], await place.NamesAsync("csv_archives"));

        await Files.RemoveUnfinishedAsync("csv_archives", default);

        Assert.Equal([Path], await place.NamesAsync("csv_archives"));
    }

    [Fact]
    public async Task Commit_NameThatIsThere_IsTakenOnlyInItsPlace()
    {
        await place.WriteAsync(Path, [1]);
        await using (var second = await Files.CreateAsync(Path, default))
        {
            await second.WriteAsync(new byte[] { 2 });
            await Assert.ThrowsAnyAsync<Exception>(() => second.CommitAsync(replace: false, default));
        }
        Assert.Equal([1], await place.ReadAsync(Path));

        await place.WriteAsync(Path, [3, 3]);

        Assert.Equal([3, 3], await place.ReadAsync(Path));
    }

    [Fact]
    public async Task Open_AnyPlace_IsReadFromThere()
    {
        await place.WriteAsync(Path, Large);

        await using var file = (await Files.OpenAsync(Path, default))!;

        Assert.Equal(Large.Length, file.Length);
        foreach (var at in new[] { 5_000_000, 0, Large.Length - 10 })
        {
            var piece = new byte[10];
            file.Seek(at, SeekOrigin.Begin);
            await file.ReadExactlyAsync(piece);
            Assert.Equal(Large[at..(at + 10)], piece);
        }
        Assert.Equal(-1, file.ReadByte());
    }

    [Fact]
    public async Task List_Folder_IsOfItsOwnFilesInTheirOrder()
    {
        foreach (var path in new[] { "voicebot.db.schema-1.backup", "csv_archives/b.csv", "csv_archives/a.csv", "recordings/a.mp3" })
            await place.WriteAsync(path, [1, 2]);

        Assert.Equal(["csv_archives/a.csv", "csv_archives/b.csv"], await place.NamesAsync("csv_archives"));
        Assert.Equal(["voicebot.db.schema-1.backup"], await place.NamesAsync(""));
        Assert.Empty(await place.NamesAsync("absent"));
        var listed = Assert.Single(await Files.ListAsync("recordings", default));
        Assert.Equal(("a.mp3", 2L), (listed.Name, listed.SizeBytes));
        Assert.InRange(listed.ChangedAt, DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow.AddMinutes(10));
    }

    [Fact]
    public async Task Delete_FileOrFolder_IsGoneAndMayBeGoneBefore()
    {
        foreach (var path in new[] { Path, "recordings/a.mp3", "recordings/b.mp3" })
            await place.WriteAsync(path, [1]);

        await Files.DeleteAsync(Path, default);
        await Files.DeleteAsync(Path, default);
        await Files.DeleteAsync("absent/x", default);
        await Files.DeleteFolderAsync("recordings", default);
        await Files.DeleteFolderAsync("recordings", default);

        Assert.Null(await place.ReadAsync(Path));
        Assert.Empty(await place.NamesAsync("recordings"));
        Assert.Null(await Files.OpenAsync("absent/x", default));
    }

    [Fact]
    public async Task TakeTurn_Several_HaveItOneAtATime()
    {
        var (inside, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var program = place.Open();
            for (var time = 0; time < 2; time++)
            {
                await using var turn = await program.TakeTurnAsync("csv_archives", default);
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await turn.ConfirmAsync(default);
                Interlocked.Decrement(ref inside);
            }
        })));

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Check_PlaceThatIsWell_IsUsed()
    {
        Assert.Null(await Files.CheckAsync(default));
        Assert.Null(Files.Fault);
    }
}

public sealed class StoredFilesInFolderTests() : StoredFilesTests(FilesPlace.Folder());

public sealed class StoredFilesInContainerTests() : StoredFilesTests(FilesPlace.Container());
