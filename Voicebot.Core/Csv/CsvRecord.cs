using System.Text;
using CsvHelper;

namespace Voicebot.Core.Csv;

/// <summary>The record where a reader stands, so that what is not changed is written back to the byte, quotes included.</summary>
public sealed class CsvRecord(CsvReader reader, CsvDelimiter delimiter) : IDisposable
{
    private string?[] changes = [];

    public int Count => reader.FieldCount;

    /// <summary>The value as it stands in the file, without its quotes.</summary>
    public string this[int index] => reader.GetString(index);

    /// <summary>One record after the other, the header first; empty lines are records, too.</summary>
    public static CsvRecord In(Stream file, CsvDelimiter delimiter) => new(
        CsvReader.Create(file, CsvReaderOptions.Default with { Separator = delimiter.Sign, HasHeader = false, SkipEmptyLines = false },
            leaveOpen: true), delimiter);

    /// <summary>Goes to the next one; false at the end of the file.</summary>
    public bool Read()
    {
        if (!reader.Read())
            return false;
        changes = new string?[reader.FieldCount];
        return true;
    }

    public void Clear(int index) => Change(index, _ => "");

    /// <summary>Does nothing where the record has no such field.</summary>
    /// <param name="change">Gets the field as it stands in the file, and must leave quotes and separators alone.</param>
    public void Change(int index, Func<string, string?> change)
    {
        if (index < changes.Length)
            changes[index] = change(changes[index] ?? Encoding.UTF8.GetString(reader.GetRawSpan(index))) ?? "";
    }

    public void WriteTo(Stream output)
    {
        for (var index = 0; index < changes.Length; index++)
        {
            if (index > 0)
                output.WriteByte((byte)delimiter.Sign);
            if (changes[index] is { } changed)
                output.Write(Encoding.UTF8.GetBytes(changed));
            else
                output.Write(reader.GetRawSpan(index));
        }
        output.Write("\r\n"u8);
    }

    public void Dispose() => reader.Dispose();
}
