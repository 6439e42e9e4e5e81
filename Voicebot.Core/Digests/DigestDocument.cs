using Voicebot.Core.Charts;

namespace Voicebot.Core.Digests;

/// <summary>A digest in words, whole: a letter as HTML and one as plain text show the same of it.</summary>
public sealed record DigestDocument
{
    /// <summary>pl or en.</summary>
    public required string Language { get; init; }
    public required string Subject { get; init; }
    /// <summary>What stands above all: the digest's name.</summary>
    public required string Name { get; init; }
    /// <summary>The days, with the year.</summary>
    public required string Range { get; init; }
    /// <summary>Whose conversations; null for all agents.</summary>
    public string? Agents { get; init; }
    /// <summary>What is missing of the data; null where nothing is.</summary>
    public string? Missing { get; init; }
    public required string Verdict { get; init; }
    public required IReadOnlyList<string> Sentences { get; init; }
    /// <summary>Both periods that are compared, and how many conversations stand behind them.</summary>
    public string? Compared { get; init; }
    public required DigestLine Lead { get; init; }
    public required IReadOnlyList<DigestGroup> Groups { get; init; }
    public required IReadOnlyList<DigestChart> Charts { get; init; }
    public required string AttentionTitle { get; init; }
    public required IReadOnlyList<DigestItem> Attention { get; init; }
    public required IReadOnlyList<DigestTable> Tables { get; init; }
    public required string NotesTitle { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }
    /// <summary>To the report of the period; null where nobody knows the page's address.</summary>
    public DigestItem? Button { get; init; }
    /// <summary>What is attached, or where it is to be had.</summary>
    public required string Attached { get; init; }
    public required IReadOnlyList<string> Footer { get; init; }
}

/// <summary>Figures that belong together.</summary>
public sealed record DigestGroup(string Title, IReadOnlyList<DigestLine> Lines);

/// <summary>One figure.</summary>
public sealed record DigestLine
{
    public required string Name { get; init; }
    public required string Value { get; init; }
    /// <summary>n = 731; null where the value is a count itself.</summary>
    public string? N { get; init; }
    /// <summary>The value of the period before; null where there is none.</summary>
    public string? Before { get; init; }
    /// <summary>With the sign that says whether it is clear: ▲ +10,6 p.p.; null where there is none.</summary>
    public string? Change { get; init; }
    /// <summary>95%: od +5,5 do +15,6; or why there is no change to show.</summary>
    public string? Interval { get; init; }
    /// <summary>In words: better, worse, no clear change.</summary>
    public string? Judged { get; init; }
    /// <summary>1 better, -1 worse, 0 neither.</summary>
    public int Tone { get; init; }
    /// <summary>The target and how far it is.</summary>
    public string? Target { get; init; }
}

/// <summary>A chart, its title and what it shows in words.</summary>
/// <param name="Id">In the letter.</param>
/// <param name="Picture">Null where this computer cannot draw.</param>
/// <param name="Days">Its numbers, a line each.</param>
public sealed record DigestChart(string Id, string Title, string Alt, ChartPicture? Picture, IReadOnlyList<string> Days);

/// <summary>Something to look at.</summary>
/// <param name="Address">Null where nobody knows the page's address.</param>
public sealed record DigestItem(string Text, Uri? Address, bool IsQuiet = false);

/// <summary>A small table; the first column is text, the others numbers.</summary>
public sealed record DigestTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
