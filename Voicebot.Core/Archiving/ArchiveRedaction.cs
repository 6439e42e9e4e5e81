using System.Security.Cryptography;
using System.Text;
using Voicebot.Core.Csv;
using Voicebot.Core.Files;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Archiving;

/// <summary>What is taken out of a row of an archived file.</summary>
[Flags]
public enum ArchivePart
{
    None = 0,
    Texts = 1,
    Phones = 2,
    Row = 4,
}

/// <summary>What a file looks like after a redaction.</summary>
public sealed record RedactedFile(long Rows, long RowsChanged, long SizeBytes, string Sha256);

/// <summary>Rewrites an archived file without what has to go; everything else stays to the letter.</summary>
public static class ArchiveRedaction
{
    private const string IdColumn = "conversation_id";
    private const string PhoneColumn = "client_phone";
    private const string DatumPrefix = "data_";
    private static readonly string[] TextColumns = ["call_summary_title", "transcript_summary", "termination_reason"];

    /// <param name="part">What goes of the row with this conversation id and client's number.</param>
    /// <param name="mention">A number that goes from the texts of every row; null for none.</param>
    /// <param name="rewrite">False only counts.</param>
    /// <returns>Null when nothing in the file is concerned; it is then as it was.</returns>
    public static RedactedFile? Apply(string path, Func<string, string, ArchivePart> part, string? mention, bool rewrite)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():N}.tmp");
        try
        {
            var (rows, changed) = Copy(path, rewrite ? PrivateFiles.Create(temporary) : Stream.Null, part, mention);
            if (changed == 0)
                return null;
            if (!rewrite)
                return new RedactedFile(rows, changed, 0, "");
            var (size, sha256) = Measure(temporary);
            File.Move(temporary, path, overwrite: true);
            return new RedactedFile(rows, changed, size, sha256);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>What the file is now; for one whose rewriting was not noted down.</summary>
    public static RedactedFile Describe(string path)
    {
        var (rows, _) = Copy(path, Stream.Null, (_, _) => ArchivePart.None, null);
        var (size, sha256) = Measure(path);
        return new RedactedFile(rows, 0, size, sha256);
    }

    private static (long Size, string Sha256) Measure(string path)
    {
        using var file = File.OpenRead(path);
        return (file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    private static (long Rows, long Changed) Copy(string path, Stream output, Func<string, string, ArchivePart> part, string? mention)
    {
        using var file = File.OpenRead(path);
        using var buffer = new BufferedStream(output, 1 << 16);
        using var record = CsvRecord.In(file, CsvDelimiter.Semicolon);
        if (!record.Read())
            return (0, 0);
        var names = Enumerable.Range(0, record.Count).Select(index => record[index]).ToList();
        var (id, phone) = (names.IndexOf(IdColumn), names.IndexOf(PhoneColumn));
        if (id < 0)
            return (0, 0); // somebody else's file
        int[] texts = [.. names.Index()
            .Where(name => TextColumns.Contains(name.Item) || name.Item.StartsWith(DatumPrefix, StringComparison.Ordinal))
            .Select(name => name.Index)];
        buffer.Write(Encoding.UTF8.Preamble);
        record.WriteTo(buffer);
        var (rows, changed) = (0L, 0L);
        while (record.Read())
        {
            if (record.Count <= Math.Max(id, phone))
            {
                record.WriteTo(buffer); // no row of ours
                continue;
            }
            var goes = part(record[id], phone < 0 ? "" : record[phone]);
            int[] cells = [.. goes.HasFlag(ArchivePart.Texts) ? texts : [], .. goes.HasFlag(ArchivePart.Phones) && phone >= 0 ? [phone]
                : Array.Empty<int>()];
            if (goes.HasFlag(ArchivePart.Row)
                || cells.Any(cell => record[cell].Length > 0) | (mention is not null && Remove(record, texts, mention)))
                changed++;
            if (goes.HasFlag(ArchivePart.Row))
                continue;
            if (goes.HasFlag(ArchivePart.Phones) && phone >= 0 && record[phone] is { Length: > 0 } number)
                foreach (var cell in texts)
                    record.Change(cell, text => ClientIdentity.Of(number).Removed(text));
            foreach (var cell in cells)
                record.Clear(cell);
            record.WriteTo(buffer);
            rows++;
        }
        buffer.Flush();
        if (output is FileStream written)
            written.Flush(flushToDisk: true);
        return (rows, changed);
    }

    /// <summary>Whether it was in any of the cells.</summary>
    private static bool Remove(CsvRecord record, int[] cells, string phone)
    {
        var found = false;
        foreach (var cell in cells)
            record.Change(cell, text =>
            {
                var left = PhoneMask.Removed(text, phone);
                found |= left != text;
                return left;
            });
        return found;
    }
}
