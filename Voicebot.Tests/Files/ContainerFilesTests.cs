using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging.Abstractions;
using Voicebot.Core.Files;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Files;

/// <summary>What only a container can do, and what is done about it.</summary>
public sealed class ContainerFilesTests
{
    private const string Account =
        "DefaultEndpointsProtocol=https;AccountName=example;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";

    [Theory]
    [InlineData("https://example.blob.core.windows.net/voicebot", true)]
    [InlineData("https://example.blob.core.windows.net/voicebot/", true)]
    [InlineData(Account + ";Container=voicebot-files", true)]
    [InlineData("Container=voicebot;" + Account + ";", true)]
    [InlineData("UseDevelopmentStorage=true;Container=voicebot", true)]
    [InlineData("http://example.blob.core.windows.net/voicebot", false)] // in the clear
    [InlineData("https://example.blob.core.windows.net/", false)]
    [InlineData("https://example.blob.core.windows.net/voicebot/archives", false)]
    [InlineData("https://example.blob.core.windows.net/voicebot?sv=2024&sig=abc", false)] // runs out
    [InlineData("https://example.blob.core.windows.net/$web", false)] // open to everybody by its purpose
    [InlineData("ftp://example.com/voicebot", false)]
    [InlineData(Account, false)]
    [InlineData(Account + ";Container=", false)]
    [InlineData(Account + ";Container=UPPER", false)]
    [InlineData(Account + ";Container=one;Container=two", false)]
    [InlineData("AccountName=example;Container=voicebot", false)]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=example;AccountKey=c2VjcmV0;Container=voicebot", false)]
    [InlineData("BlobEndpoint=https://example.blob.core.windows.net/;SharedAccessSignature=sv=1&sig=x;Container=voicebot", false)]
    public void Accept_Address_NamesAContainerAndAWayIn(string address, bool isGood)
    {
        Assert.True(ContainerAddress.IsMeant(address));
        Assert.Equal(isGood, ContainerAddress.Accept(address) is not null);
        Assert.DoesNotContain("c2VjcmV0", $"{ContainerAddress.Accept(address)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/srv/voicebot")]
    [InlineData("~/files")]
    [InlineData(@"C:\voicebot\files")]
    public void IsMeant_Folder_IsNoContainer(string folder) => Assert.False(ContainerAddress.IsMeant(folder));

    [Fact]
    public async Task Check_ContainerThatIsNotThere_MakesAPrivateOne()
    {
        BlobServer.Require();
        var address = BlobServer.NewAddress();

        Assert.Null(await Open(address).CheckAsync(default));

        Assert.Equal(PublicAccessType.None,
            (await BlobServer.Client(address).GetPropertiesAsync()).Value.PublicAccess ?? PublicAccessType.None);
    }

    [Fact]
    public async Task Use_ContainerThatEverybodyCanRead_IsRefusedUntilItIsPrivate()
    {
        BlobServer.Require();
        var address = BlobServer.NewAddress();
        await BlobServer.MakePublicAsync(address);
        var files = Open(address);

        Assert.Equal(FilesFailure.Public, (await Assert.ThrowsAsync<FilesException>(() => files.ListAsync("", default))).Fault.Failure);
        await Assert.ThrowsAsync<FilesException>(() => files.CreateAsync("x", default));
        Assert.Equal(FilesFailure.Public, files.Fault!.Failure);
        await BlobServer.MakePrivateAsync(address);

        Assert.Empty(await files.ListAsync("", default));
        Assert.Null(files.Fault);
    }

    [Fact]
    public async Task Check_ContainerThatIsOpenedLater_IsNotUsedAnyMore()
    {
        BlobServer.Require();
        var address = BlobServer.NewAddress();
        var files = Open(address);
        Assert.Null(await files.CheckAsync(default));
        await BlobServer.MakePublicAsync(address);

        Assert.Equal(FilesFailure.Public, (await files.CheckAsync(default))!.Failure);
        await Assert.ThrowsAsync<FilesException>(() => files.FindAsync("x", default));
    }

    [Fact]
    public async Task Use_WrongKey_IsRefusedInOneSentenceWithoutIt()
    {
        BlobServer.Require();
        var refused = await Assert.ThrowsAsync<FilesException>(() =>
            Open(BlobServer.WithAnotherKey(BlobServer.NewAddress())).ListAsync("", default));

        Assert.Equal(FilesFailure.Refused, refused.Fault.Failure);
        Assert.Contains("VOICEBOT_FILES", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_StorageAwayForAWhile_IsToldAndGoesOnWhenItIsBack()
    {
        BlobServer.Require();
        TcpForward? forward = null;
        var address = BlobServer.Through(BlobServer.NewAddress(), uri => (forward = new TcpForward(uri.Host, uri.Port)).Port);
        using var closing = forward!;
        var files = Open(address);
        await WriteAsync(files, "csv_archives/a.csv", 5_000_000);
        await using var reader = (await files.OpenAsync("csv_archives/a.csv", default))!;

        forward!.GoAway();
        foreach (var use in (Func<Task>[])[
            () => files.ListAsync("", default), () => files.OpenAsync("x", default), () => files.TakeTurnAsync("csv_archives", default),
            () => WriteAsync(files, "csv_archives/b.csv", 5_000_000), () => reader.CopyToAsync(Stream.Null)])
            Assert.Equal(FilesFailure.Unreachable, (await Assert.ThrowsAsync<FilesException>(use)).Fault.Failure);
        Assert.Equal(FilesFailure.Unreachable, (await files.CheckAsync(default))!.Failure);
        forward.ComeBack();

        Assert.Equal(["csv_archives/a.csv"], (await files.ListAsync("csv_archives", default)).Select(file => file.Path));
        Assert.Null(files.Fault);
    }

    [Fact]
    public async Task RemoveUnfinished_BlocksOfAnEndedProgram_AreGoneFromTheStorage()
    {
        BlobServer.Require();
        var address = BlobServer.NewAddress();
        var files = Open(address);
        var abandoned = await files.CreateAsync("csv_archives/a.csv", default);
        await abandoned.WriteAsync(new byte[5_000_000]);
        Assert.Equal(["csv_archives/a.csv"], await BlobServer.NamesAsync(address, BlobStates.Uncommitted));

        await files.RemoveUnfinishedAsync("csv_archives", default);

        Assert.Empty(await BlobServer.NamesAsync(address, BlobStates.Uncommitted));
    }

    /// <summary>Who was away for longer than its turn must not write what another one has taken out meanwhile.</summary>
    [Fact]
    public async Task Confirm_TurnThatAnotherOneHasNow_IsRefused()
    {
        BlobServer.Require();
        var address = BlobServer.NewAddress();
        var files = Open(address);
        await using var turn = await files.TakeTurnAsync("csv_archives", default);
        await turn.ConfirmAsync(default);
        await BlobServer.Client(address).GetBlobClient("csv_archives.lock").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);

        await using var other = await Open(address).TakeTurnAsync("csv_archives", default);

        Assert.Equal(FilesFailure.Taken, (await Assert.ThrowsAsync<FilesException>(() => turn.ConfirmAsync(default))).Fault.Failure);
        Assert.Null(files.Fault); // the container itself is well
    }

    /// <summary>A reader gets the file as it was or none, never one half of each.</summary>
    [Fact]
    public async Task Read_FileThatIsReplacedMeanwhile_Fails()
    {
        BlobServer.Require();
        var files = Open(BlobServer.NewAddress());
        await WriteAsync(files, "a", 9_000_000);
        await using var reader = (await files.OpenAsync("a", default))!;
        await reader.ReadExactlyAsync(new byte[10]);
        await WriteAsync(files, "a", 9_000_000);

        await Assert.ThrowsAsync<FilesException>(() => reader.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task BackupMove_CopiesBesideTheDatabase_GoToTheContainer()
    {
        BlobServer.Require();
        using var folder = new TemporaryFolder();
        string[] copies = ["voicebot.db.schema-1.backup", "voicebot.db.before-restore-20261110T120000.backup-wal"];
        foreach (var name in copies.Append("voicebot.db"))
            await File.WriteAllTextAsync(Path.Combine(folder.FullPath, name), name);
        var files = Open(BlobServer.NewAddress());

        await new BackupMove(files, folder.FullPath, NullLogger<BackupMove>.Instance).RunAsync(default);

        Assert.Equal(copies.Order(StringComparer.Ordinal), (await files.ListAsync("", default)).Select(file => file.Path));
        Assert.Equal(["voicebot.db"], Directory.GetFiles(folder.FullPath).Select(Path.GetFileName));
        using var read = new StreamReader((await files.OpenAsync(copies[0], default))!);
        Assert.Equal(copies[0], await read.ReadToEndAsync());
    }

    private static StoredFiles Open(string address) => StoredFiles.InContainer(ContainerAddress.Accept(address)!, TimeProvider.System);

    private static async Task WriteAsync(StoredFiles files, string path, int size)
    {
        await using var writer = await files.CreateAsync(path, default);
        await writer.WriteAsync(new byte[size]);
        await writer.CommitAsync(replace: true, default);
    }
}
