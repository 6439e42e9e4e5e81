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
    private static readonly char Separator = CsvDelimiter.Semicolon.Sign;

    /// <param name="part">What goes of the row with this conversation id and client's number.</param>
    /// <param name="rewrite">False only counts.</param>
    /// <returns>Null when nothing in the file is concerned; it is then as it was.</returns>
    public static RedactedFile? Apply(string path, Func<string, string, ArchivePart> part, bool rewrite)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():N}.tmp");
        try
        {
            var (rows, changed) = Copy(path, rewrite ? PrivateFiles.Create(temporary) : Stream.Null, part);
            if (changed == 0)
                return null;
            if (!rewrite)
                return new RedactedFile(rows, changed, 0, "");
            long size;
            string sha256;
            using (var file = File.OpenRead(temporary))
                (size, sha256) = (file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
            File.Move(temporary, path, overwrite: true);
            return new RedactedFile(rows, changed, size, sha256);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static (long Rows, long Changed) Copy(string path, Stream output, Func<string, string, ArchivePart> part)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16);
        if (CsvRecord.Read(reader, Separator) is not { } header)
            return (0, 0);
        var names = Enumerable.Range(0, header.Count).Select(index => header[index]).ToList();
        var (id, phone) = (names.IndexOf(IdColumn), names.IndexOf(PhoneColumn));
        int[] texts = [.. names.Index().Where(name => TextColumns.Contains(name.Item) || name.Item.StartsWith(DatumPrefix, StringComparison.Ordinal)).Select(name => name.Index)];
        writer.Write(header.ToText(Separator));
        var (rows, changed) = (0L, 0L);
        while (CsvRecord.Read(reader, Separator) is { } record)
        {
            var goes = part(record[id], phone < 0 ? "" : record[phone]);
            int[] cells = [.. goes.HasFlag(ArchivePart.Texts) ? texts : [], .. goes.HasFlag(ArchivePart.Phones) && phone >= 0 ? [phone] : Array.Empty<int>()];
            if (goes.HasFlag(ArchivePart.Row) || cells.Any(cell => record[cell].Length > 0))
                changed++;
            if (goes.HasFlag(ArchivePart.Row))
                continue;
            if (goes.HasFlag(ArchivePart.Phones) && phone >= 0 && record[phone] is { Length: > 0 } number)
                foreach (var cell in texts)
                    record.Change(cell, text => PhoneMask.Removed(text, number));
            foreach (var cell in cells)
                record.Clear(cell);
            writer.Write(record.ToText(Separator));
            rows++;
        }
        writer.Flush();
        if (output is FileStream file)
            file.Flush(flushToDisk: true);
        return (rows, changed);
    }
}
