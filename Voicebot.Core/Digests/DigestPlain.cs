using System.Text;

namespace Voicebot.Core.Digests;

/// <summary>The letter as plain text, whole: who reads no HTML misses nothing.</summary>
internal static class DigestPlain
{
    public static string Of(DigestDocument letter)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');
        void Title(string title)
        {
            Line();
            Line(title);
            Line(new string('-', title.Length));
        }

        Line($"{letter.Name} · {letter.Range}" + (letter.Agents is { } agents ? $" · {agents}" : ""));
        Line();
        Line(letter.Verdict);
        if (letter.Missing is { } missing)
            Line(missing);
        foreach (var sentence in letter.Sentences)
            Line(sentence);
        if (letter.Compared is { } compared)
            Line(compared);
        Line();
        Line(Figure(letter.Lead));
        foreach (var group in letter.Groups)
        {
            Title(group.Title);
            foreach (var line in group.Lines)
                Line(Figure(line));
        }
        foreach (var chart in letter.Charts)
        {
            Title(chart.Title);
            Line(chart.Alt);
            foreach (var day in chart.Days)
                Line(day);
        }
        Title(letter.AttentionTitle);
        foreach (var item in letter.Attention)
            Line(Item(item));
        foreach (var table in letter.Tables)
        {
            Title(table.Title);
            foreach (var row in table.Rows)
                Line(row[0] + ": " + string.Join(", ", row.Skip(1).Select((cell, i) => table.Columns[i + 1] is "n" ? $"n = {cell}"
                    : $"{table.Columns[i + 1].ToLowerInvariant()} {cell}")));
        }
        if (letter.Notes.Count > 0)
        {
            Title(letter.NotesTitle);
            foreach (var note in letter.Notes)
                Line(note);
        }
        Line();
        if (letter.Button is { } button)
            Line(Item(button));
        Line(letter.Attached);
        foreach (var line in letter.Footer)
        {
            Line();
            Line(line);
        }
        return text.ToString();
    }

    private static string Figure(DigestLine line)
    {
        var more = string.Join("; ",
            new[] { line.N, line.Before, line.Change, line.Judged, line.Interval, line.Target }.Where(part => part is not null));
        return $"{line.Name}: {line.Value}" + (more.Length > 0 ? $" ({more})" : "");
    }

    private static string Item(DigestItem item) => item.Address is { } address ? $"{item.Text}: {address.AbsoluteUri}" : item.Text;
}
