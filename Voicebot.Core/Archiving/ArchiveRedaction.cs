using System.Text;
using Voicebot.Core.Csv;
using Voicebot.Core.Data;
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
    public static async Task<RedactedFile?> ApplyAsync(StoredFiles files, string path, Func<string, string, ArchivePart> part,
        string? mention, bool rewrite, CancellationToken cancellation)
    {
        // Counted first: most archives have nothing of it, and need not be written.
        var (rows, changed) = await CopyAsync(files, path, Stream.Null, part, mention, cancellation);
        if (changed == 0)
            return null;
        if (!rewrite)
            return new RedactedFile(rows, changed, 0, "");
        await using var writer = await files.CreateAsync(path, cancellation);
        (rows, changed) = await CopyAsync(files, path, writer, part, mention, cancellation);
        await writer.CommitAsync(replace: true, cancellation);
        return new RedactedFile(rows, changed, writer.SizeBytes, writer.Sha256);
    }

    /// <summary>What the file is now; for one whose rewriting was not noted down.</summary>
    public static async Task<RedactedFile> DescribeAsync(StoredFiles files, string path, CancellationToken cancellation)
    {
        var (rows, _) = await CopyAsync(files, path, Stream.Null, (_, _) => ArchivePart.None, null, cancellation);
        await using var counting = FileWriter.Counting();
        await using (var file = await files.OpenAsync(path, cancellation) ?? Stream.Null)
            await file.CopyToAsync(counting, cancellation);
        return new RedactedFile(rows, 0, counting.SizeBytes, counting.Sha256);
    }

    private static async Task<(long Rows, long Changed)> CopyAsync(StoredFiles files, string path, Stream output,
        Func<string, string, ArchivePart> part, string? mention, CancellationToken cancellation)
    {
        await using var file = await files.OpenAsync(path, cancellation) ?? Stream.Null;
        return await OwnThread.RunAsync(() => Copy(file, output, part, mention), cancellation);
    }

    private static (long Rows, long Changed) Copy(Stream file, Stream output, Func<string, string, ArchivePart> part, string? mention)
    {
        var buffer = new BufferedStream(output, 1 << 16); // left open: the output is the caller's
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
