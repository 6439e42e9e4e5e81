using System.Security.Cryptography;
using System.Text;
using Voicebot.Core.Archiving;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Archiving;

/// <summary>What goes from an archived file, and that everything else stays to the letter.</summary>
public abstract class ArchiveRedactionTests(FilesPlace place) : IAsyncLifetime
{
    private const string Header = "conversation_id;client_phone;cost;call_summary_title;transcript_summary;termination_reason;"
        + "criterion_polite;data_city";

    private const string One = "one;+48600000105;7;\"Title; \"\"quoted\"\"\";Call 600 000 105 back;Ended by user;success;Łódź";
    private const string Two = "two;;8;;;;unknown;";
    private const string Three = "three;+48501000123;9;Asked for 600000105;Summary;+48600000105;600000105;600 000 105";

    private const string Path = "csv_archives/archive.csv";

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
    [InlineData("one", ArchivePart.Row, 2, Two, Three)]
    [InlineData("three", ArchivePart.Row, 2, One, Two)]
    [InlineData("two", ArchivePart.Row, 2, One, Three)]
    [InlineData("one", ArchivePart.Texts, 3, "one;+48600000105;7;;;;success;", Two, Three)]
    [InlineData("one", ArchivePart.Phones, 3,
        "one;;7;\"Title; \"\"quoted\"\"\";Call ••• back;Ended by user;success;Łódź", Two, Three)]
    [InlineData("one", ArchivePart.Texts | ArchivePart.Phones, 3, "one;;7;;;;success;", Two, Three)]
    public async Task Apply_PartOfARow_GoesAndNothingElse(string id, ArchivePart part, long rows, params string[] left)
    {
        await WriteAsync(Header, One, Two, Three);

        var file = (await ApplyAsync((asked, _) => asked == id ? part : ArchivePart.None, null, rewrite: true))!;

        Assert.Equal(Text([Header, .. left]), await ReadAsync());
        Assert.Equal((rows, 1), (file.Rows, file.RowsChanged));
        Assert.Equal(await MeasureAsync(), (file.SizeBytes, file.Sha256));
        Assert.Equal([Path], await place.NamesAsync("csv_archives"));
    }

    /// <summary>In the texts of every row, not in the columns that are none.</summary>
    [Fact]
    public async Task Apply_Mention_GoesFromTheTextsOfEveryRow()
    {
        await WriteAsync(Header, One, Two, Three);

        var file = (await ApplyAsync((_, _) => ArchivePart.None, "+48600000105", rewrite: true))!;

        Assert.Equal(Text(Header, One.Replace("600 000 105", "•••", StringComparison.Ordinal), Two,
            "three;+48501000123;9;Asked for •••;Summary;•••;600000105;•••"), await ReadAsync());
        Assert.Equal((3, 2), (file.Rows, file.RowsChanged));
    }

    [Fact]
    public async Task Apply_RowsByTheirNumber_AreAskedForWithIt()
    {
        await WriteAsync(Header, One, Two, Three);
        var asked = new List<(string, string)>();

        await ApplyAsync((id, phone) =>
        {
            asked.Add((id, phone));
            return ArchivePart.None;
        }, null, rewrite: true);

        Assert.Equal([("one", "+48600000105"), ("two", ""), ("three", "+48501000123")], asked);
    }

    [Fact]
    public async Task Apply_CountingOnly_LeavesTheFile()
    {
        await WriteAsync(Header, One, Two, Three);

        var file = await ApplyAsync((id, _) => id == "two" ? ArchivePart.None : ArchivePart.Row, null, rewrite: false);

        Assert.Equal(new RedactedFile(1, 2, 0, ""), file);
        Assert.Equal(Text(Header, One, Two, Three), await ReadAsync());
        Assert.Equal([Path], await place.NamesAsync("csv_archives"));
    }

    /// <summary>Nothing is concerned, or what would go has gone before.</summary>
    [Theory]
    [InlineData("absent", ArchivePart.Row, null)]
    [InlineData("one", ArchivePart.None, null)]
    [InlineData("one", ArchivePart.None, "+48700000000")]
    [InlineData("two", ArchivePart.Texts, null)]
    [InlineData("two", ArchivePart.Phones, null)]
    [InlineData("two", ArchivePart.Texts | ArchivePart.Phones, null)]
    public async Task Apply_NothingToTakeOut_IsNone(string id, ArchivePart part, string? mention)
    {
        await WriteAsync(Header, One, Two, Three);

        Assert.Null(await ApplyAsync((asked, _) => asked == id ? part : ArchivePart.None, mention, rewrite: true));
        Assert.Equal(Text(Header, One, Two, Three), await ReadAsync());
        Assert.Equal([Path], await place.NamesAsync("csv_archives"));
    }

    /// <summary>Files of others in the folder, and lines that are no rows.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("id;client_phone", "one;+48600000105")]
    public async Task Apply_FileOfSomebodyElse_IsLeft(params string[] lines)
    {
        await WriteAsync(lines);

        Assert.Null(await ApplyAsync((_, _) => ArchivePart.Row, "+48600000105", rewrite: true));
        Assert.Equal(Text(lines), await ReadAsync());
        Assert.Equal(0, (await DescribeAsync()).Rows);
    }

    [Fact]
    public async Task Apply_LineThatIsNoRow_StaysAndIsNotCounted()
    {
        await WriteAsync(Header, One, "", "one", Two);

        var file = (await ApplyAsync((id, _) => id == "one" ? ArchivePart.Row : ArchivePart.None, null, rewrite: true))!;

        Assert.Equal(Text(Header, "", "one", Two), await ReadAsync());
        Assert.Equal((1, 1), (file.Rows, file.RowsChanged));
    }

    [Fact]
    public async Task Apply_ArchiveWithoutNumbers_HasNoneToTakeOut()
    {
        await WriteAsync("call_summary_title;conversation_id", "Title;one", "Title;two");

        Assert.Null(await ApplyAsync((_, phone) => phone.Length == 0 ? ArchivePart.Phones : ArchivePart.Row, null, true));
        var file = (await ApplyAsync((id, _) => id == "two" ? ArchivePart.Texts : ArchivePart.None, null, true))!;
        Assert.Equal(1, file.RowsChanged);
        Assert.Equal(Text("call_summary_title;conversation_id", "Title;one", ";two"), await ReadAsync());
    }

    [Fact]
    public async Task Describe_File_IsWhatItIs()
    {
        await WriteAsync(Header, One, Two, Three);

        var (size, sha256) = await MeasureAsync();
        Assert.Equal(new RedactedFile(3, 0, size, sha256), await DescribeAsync());
    }

    private Task<RedactedFile?> ApplyAsync(Func<string, string, ArchivePart> part, string? mention, bool rewrite) =>
        ArchiveRedaction.ApplyAsync(place.Files, Path, part, mention, rewrite, CancellationToken.None);

    private Task<RedactedFile> DescribeAsync() => ArchiveRedaction.DescribeAsync(place.Files, Path, CancellationToken.None);

    private Task WriteAsync(params string[] lines) =>
        place.WriteAsync(Path, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(lines))]);

    private async Task<string> ReadAsync() => Encoding.UTF8.GetString((await place.ReadAsync(Path))!).TrimStart('\uFEFF');

    private static string Text(params string[] lines) => string.Concat(lines.Select(line => line + "\r\n"));

    private async Task<(long SizeBytes, string Sha256)> MeasureAsync()
    {
        var bytes = (await place.ReadAsync(Path))!;
        return (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}

public sealed class ArchiveRedactionInFolderTests() : ArchiveRedactionTests(FilesPlace.Folder());

public sealed class ArchiveRedactionInContainerTests() : ArchiveRedactionTests(FilesPlace.Container());
