using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Agents;
using Voicebot.Core.Archiving;
using Voicebot.Core.Conversations;
using Voicebot.Core.Csv;
using Voicebot.Core.Data;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Archiving;

public abstract class ArchiverTests : IAsyncLifetime
{
    private static readonly Month October = new(2026, 10);

    private readonly TestDatabase test = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 1, 3, 0, 0, TimeSpan.Zero));
    private readonly ArchiveStore store;
    private readonly FilesPlace place;
    private Archiver? made;

    protected ArchiverTests(FilesPlace place)
    {
        this.place = place;
        store = new ArchiveStore(test.Database);
        test.Settings.Save(new SettingsChange { Agents = [new Agent("agent_one", "One"), new Agent("agent_two", null)] });
    }

    private Archiver Archiver =>
        made ??= new Archiver(new ConversationCsv(test.Database), store, place.Files, test.Settings, test.Options, clock);

    public ValueTask InitializeAsync()
    {
        place.Require();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        test.Dispose();
        await place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task ArchiveAsync_Month_WritesOneFilePerAgentWithData()
    {
        test.Store(InOctober("a"), InOctober("b"));

        var archive = Assert.Single(await Archiver.ArchiveAsync(October, ["agent_one", "agent_two"], CancellationToken.None));

        var bytes = (await place.ReadAsync(PathOf(archive)))!;
        Assert.Equal(
            new Archive
            {
                Id = 1,
                Month = "2026-10",
                AgentId = "agent_one",
                FileName = "voicebot_2026-10_agent_one_20261101T030000Z.csv",
                RecordsCount = 2,
                SizeBytes = bytes.Length,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                ArchivedAt = clock.GetUtcNow().ToUnixTimeSeconds(),
            },
            archive);
        Assert.Equal([archive with { AgentName = "One" }], store.All(null));
        Assert.Equal([PathOf(archive)], await place.NamesAsync(Archiver.Folder));
    }

    [Fact]
    public async Task ArchiveAsync_NothingChanged_KeepsTheFile()
    {
        test.Store(InOctober("a"));
        var first = await OnlyAsync();
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(first.Id, (await OnlyAsync()).Id);
        Assert.Single(await place.NamesAsync(Archiver.Folder));
    }

    [Fact]
    public async Task ArchiveAsync_LateData_WritesASecondFileBesideTheFirst()
    {
        test.Store(InOctober("a"));
        var first = await OnlyAsync();
        test.Store(InOctober("late"));

        var second = await OnlyAsync();

        Assert.Equal("voicebot_2026-10_agent_one_20261101T030000Z_2.csv", second.FileName);
        Assert.Equal((1, 2), (first.RecordsCount, second.RecordsCount));
        Assert.NotNull(await place.ReadAsync(PathOf(first)));
        Assert.Equal(second.Id, store.Newest(October, "agent_one")!.Id);
        Assert.Equal([second.Id, first.Id], store.All(["agent_one"]).Select(archive => archive.Id));
        Assert.Empty(store.All(["agent_two"]));
    }

    [Fact]
    public async Task ArchiveAsync_FileGone_WritesItAnew()
    {
        test.Store(InOctober("a"));
        var first = await OnlyAsync();
        await place.Files.DeleteAsync(PathOf(first), CancellationToken.None);
        Assert.Null(await Archiver.OpenAsync(first, CancellationToken.None));
        clock.Advance(TimeSpan.FromHours(1));

        var again = await OnlyAsync();

        Assert.NotEqual(first.Id, again.Id);
        Assert.Equal(first.Sha256, again.Sha256);
        Assert.NotNull(await place.ReadAsync(PathOf(again)));
    }

    [Fact]
    public async Task ArchiveAsync_NoDataOrCancelled_LeavesNothingBehind()
    {
        Assert.Empty(await Archiver.ArchiveAsync(October, ["agent_one"], CancellationToken.None));
        test.Store(InOctober("a"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Archiver.ArchiveAsync(October, ["agent_one"], new CancellationToken(canceled: true)));

        Assert.Empty(store.All(null));
        Assert.Empty(await place.NamesAsync(Archiver.Folder));
    }

    /// <summary>The folder is its owner's, who may keep other things there.</summary>
    [Fact]
    public async Task RedactAsync_FileOfAnotherKind_IsLeftAsItIs()
    {
        test.Store(InOctober("a"));
        var archived = await OnlyAsync();
        var bytes = (await place.ReadAsync(PathOf(archived)))!;
        await place.WriteAsync($"{Archiver.Folder}/mine.txt", bytes);

        var (files, rows) = await Archiver.RedactAsync((_, _) => ArchivePart.Row, _ => true, null, rewrite: true, CancellationToken.None);

        Assert.Equal((1, 1L), (files, rows));
        Assert.Equal(bytes, await place.ReadAsync($"{Archiver.Folder}/mine.txt"));
    }

    [Fact]
    public async Task ArchiveAsync_RecordCouldNotBeStored_SucceedsTheNextTime()
    {
        test.Store(InOctober("a"));
        test.Database.Write(connection =>
            connection.Execute("CREATE TRIGGER full BEFORE INSERT ON archives BEGIN SELECT RAISE(ABORT, 'full'); END"));
        await Assert.ThrowsAsync<StorageException>(() => Archiver.ArchiveAsync(October, ["agent_one"], CancellationToken.None));
        test.Database.Write(connection => connection.Execute("DROP TRIGGER full"));

        var archive = await OnlyAsync();

        Assert.NotNull(await place.ReadAsync(PathOf(archive)));
        Assert.Equal([archive.Id], store.All(null).Select(one => one.Id));
    }

    [Theory]
    [InlineData("UTC", "2026-11-01T03:00:00Z", "2026-10")]
    [InlineData("America/New_York", "2026-11-01T03:00:00Z", "2026-09")]
    [InlineData("Europe/Warsaw", "2026-12-31T23:30:00Z", "2026-12")]
    public async Task ArchivePreviousMonth_OfTheReportingZone_IsTheMonthBefore(string zone, string now, string month)
    {
        var local = ReportingZone.Find(zone)!;
        test.Settings.Save(new SettingsChange { Zone = local });
        clock.AdjustTime(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        test.Store(Enumerable.Range(8, 5)
            .Select(number =>
                A.Conversation($"c{number}") with
                {
                    StartTime = new DateTimeOffset(2026, number, 15, 12, 0, 0, TimeSpan.Zero)
                    .ToUnixTimeSeconds()
                }));

        Assert.Equal([month], (await Archiver.ArchivePreviousMonthAsync(CancellationToken.None)).Select(archive => archive.Month));
    }

    /// <summary>Half past eleven in the evening of 31 October, UTC.</summary>
    [Theory]
    [InlineData("UTC", "2026-10")]
    [InlineData("Europe/Warsaw", "2026-11")]
    [InlineData("America/New_York", "2026-10")]
    public async Task ArchiveAsync_ConversationAtTheBorderOfAMonth_IsInTheMonthOfTheReportingZone(string zone, string month)
    {
        test.Settings.Save(new SettingsChange { Zone = ReportingZone.Find(zone) });
        test.Store(A.Conversation("border") with
        {
            StartTime = new DateTimeOffset(2026, 10, 31, 23, 30, 0, TimeSpan.Zero)
            .ToUnixTimeSeconds()
        });
        foreach (var one in new[] { new Month(2026, 9), October, new Month(2026, 11), new Month(2026, 12) })
            Assert.Equal(
                one.ToString() == month ? [(month, 1)] : [],
                (await Archiver.ArchiveAsync(one, ["agent_one"], CancellationToken.None))
                    .Select(archive => (archive.Month, archive.RecordsCount)));
    }

    private async Task<Archive> OnlyAsync() => Assert.Single(await Archiver.ArchiveAsync(October, ["agent_one"], CancellationToken.None));

    private static Conversation InOctober(string id) =>
        A.Conversation(id) with { StartTime = new DateTimeOffset(2026, 10, 15, 12, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() };

    private static string PathOf(Archive archive) => $"{Archiver.Folder}/{archive.FileName}";
}

public sealed class ArchiverInFolderTests() : ArchiverTests(FilesPlace.Folder());

public sealed class ArchiverInContainerTests() : ArchiverTests(FilesPlace.Container());
