using System.Security.Cryptography;
using System.Text;
using Voicebot.Core.Archiving;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Archiving;

/// <summary>What goes from an archived file, and that everything else stays to the letter.</summary>
public sealed class ArchiveRedactionTests : IDisposable
{
    private const string Header = "conversation_id;client_phone;cost;call_summary_title;transcript_summary;termination_reason;"
        + "criterion_polite;data_city";

    private const string One = "one;+48600000105;7;\"Title; \"\"quoted\"\"\";Call 600 000 105 back;Ended by user;success;Łódź";
    private const string Two = "two;;8;;;;unknown;";
    private const string Three = "three;+48501000123;9;Asked for 600000105;Summary;+48600000105;600000105;600 000 105";

    private readonly TemporaryFolder folder = new();
    private readonly string path;

    public ArchiveRedactionTests() => path = Path.Combine(folder.FullPath, "archive.csv");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("one", ArchivePart.Row, 2, Two, Three)]
    [InlineData("three", ArchivePart.Row, 2, One, Two)]
    [InlineData("two", ArchivePart.Row, 2, One, Three)]
    [InlineData("one", ArchivePart.Texts, 3, "one;+48600000105;7;;;;success;", Two, Three)]
    [InlineData("one", ArchivePart.Phones, 3,
        "one;;7;\"Title; \"\"quoted\"\"\";Call ••• back;Ended by user;success;Łódź", Two, Three)]
    [InlineData("one", ArchivePart.Texts | ArchivePart.Phones, 3, "one;;7;;;;success;", Two, Three)]
    public void Apply_PartOfARow_GoesAndNothingElse(string id, ArchivePart part, long rows, params string[] left)
    {
        Write(Header, One, Two, Three);

        var file = ArchiveRedaction.Apply(path, (asked, _) => asked == id ? part : ArchivePart.None, null, rewrite: true)!;

        Assert.Equal(Text([Header, .. left]), Read());
        Assert.Equal((rows, 1, new FileInfo(path).Length, Sha256()), (file.Rows, file.RowsChanged, file.SizeBytes, file.Sha256));
        Assert.Equal([path], Directory.EnumerateFiles(folder.FullPath));
    }

    /// <summary>In the texts of every row, not in the columns that are none.</summary>
    [Fact]
    public void Apply_Mention_GoesFromTheTextsOfEveryRow()
    {
        Write(Header, One, Two, Three);

        var file = ArchiveRedaction.Apply(path, (_, _) => ArchivePart.None, "+48600000105", rewrite: true)!;

        Assert.Equal(Text(Header, One.Replace("600 000 105", "•••", StringComparison.Ordinal), Two,
            "three;+48501000123;9;Asked for •••;Summary;•••;600000105;•••"), Read());
        Assert.Equal((3, 2), (file.Rows, file.RowsChanged));
    }

    [Fact]
    public void Apply_RowsByTheirNumber_AreAskedForWithIt()
    {
        Write(Header, One, Two, Three);
        var asked = new List<(string, string)>();

        ArchiveRedaction.Apply(path, (id, phone) =>
        {
            asked.Add((id, phone));
            return ArchivePart.None;
        }, null, rewrite: true);

        Assert.Equal([("one", "+48600000105"), ("two", ""), ("three", "+48501000123")], asked);
    }

    [Fact]
    public void Apply_CountingOnly_LeavesTheFile()
    {
        Write(Header, One, Two, Three);

        var file = ArchiveRedaction.Apply(path, (id, _) => id == "two" ? ArchivePart.None : ArchivePart.Row, null, rewrite: false);

        Assert.Equal(new RedactedFile(1, 2, 0, ""), file);
        Assert.Equal(Text(Header, One, Two, Three), Read());
        Assert.Equal([path], Directory.EnumerateFiles(folder.FullPath));
    }

    /// <summary>Nothing is concerned, or what would go has gone before.</summary>
    [Theory]
    [InlineData("absent", ArchivePart.Row, null)]
    [InlineData("one", ArchivePart.None, null)]
    [InlineData("one", ArchivePart.None, "+48700000000")]
    [InlineData("two", ArchivePart.Texts, null)]
    [InlineData("two", ArchivePart.Phones, null)]
    [InlineData("two", ArchivePart.Texts | ArchivePart.Phones, null)]
    public void Apply_NothingToTakeOut_IsNone(string id, ArchivePart part, string? mention)
    {
        Write(Header, One, Two, Three);

        Assert.Null(ArchiveRedaction.Apply(path, (asked, _) => asked == id ? part : ArchivePart.None, mention, rewrite: true));
        Assert.Equal(Text(Header, One, Two, Three), Read());
        Assert.Equal([path], Directory.EnumerateFiles(folder.FullPath));
    }

    /// <summary>Files of others in the folder, and lines that are no rows.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("id;client_phone", "one;+48600000105")]
    public void Apply_FileOfSomebodyElse_IsLeft(params string[] lines)
    {
        Write(lines);

        Assert.Null(ArchiveRedaction.Apply(path, (_, _) => ArchivePart.Row, "+48600000105", rewrite: true));
        Assert.Equal(Text(lines), Read());
        Assert.Equal(0, ArchiveRedaction.Describe(path).Rows);
    }

    [Fact]
    public void Apply_LineThatIsNoRow_StaysAndIsNotCounted()
    {
        Write(Header, One, "", "one", Two);

        var file = ArchiveRedaction.Apply(path, (id, _) => id == "one" ? ArchivePart.Row : ArchivePart.None, null, rewrite: true)!;

        Assert.Equal(Text(Header, "", "one", Two), Read());
        Assert.Equal((1, 1), (file.Rows, file.RowsChanged));
    }

    [Fact]
    public void Apply_ArchiveWithoutNumbers_HasNoneToTakeOut()
    {
        Write("call_summary_title;conversation_id", "Title;one", "Title;two");

        Assert.Null(ArchiveRedaction.Apply(path, (_, phone) => phone.Length == 0 ? ArchivePart.Phones : ArchivePart.Row, null, true));
        var file = ArchiveRedaction.Apply(path, (id, _) => id == "two" ? ArchivePart.Texts : ArchivePart.None, null, true)!;
        Assert.Equal(1, file.RowsChanged);
        Assert.Equal(Text("call_summary_title;conversation_id", "Title;one", ";two"), Read());
    }

    [Fact]
    public void Describe_File_IsWhatItIs()
    {
        Write(Header, One, Two, Three);

        Assert.Equal(new RedactedFile(3, 0, new FileInfo(path).Length, Sha256()), ArchiveRedaction.Describe(path));
    }

    private void Write(params string[] lines) =>
        File.WriteAllText(path, Text(lines), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    private string Read() => File.ReadAllText(path);

    private static string Text(params string[] lines) => string.Concat(lines.Select(line => line + "\r\n"));

    private string Sha256() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
