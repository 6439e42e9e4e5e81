using System.Text;

namespace Voicebot.Core.Csv;

/// <summary>
/// One record of a CSV file as it stands there, fields with their quotes, so that what is not changed is written back
/// to the letter.
/// </summary>
public sealed class CsvRecord(IReadOnlyList<string> rawFields)
{
    private const char Quote = '"';
    private readonly string[] raw = [.. rawFields];

    public int Count => raw.Length;

    /// <summary>The value without its quotes.</summary>
    public string this[int index] => raw[index] is [Quote, .., Quote] quoted ? quoted[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : raw[index];

    public void Clear(int index) => raw[index] = "";

    /// <param name="change">Gets the field as it stands in the file, and must leave quotes and separators alone.</param>
    public void Change(int index, Func<string, string?> change) => raw[index] = change(raw[index]) ?? "";

    public string ToText(char separator) => string.Join(separator, raw) + "\r\n";

    /// <summary>Null at the end of the text.</summary>
    public static CsvRecord? Read(TextReader text, char separator)
    {
        if (text.Peek() < 0)
            return null;
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        while (text.Read() is >= 0 and var code)
        {
            var sign = (char)code;
            if (sign == Quote)
                quoted = !quoted; // a doubled quote turns it off and on again
            if (!quoted && sign == separator)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (!quoted && (sign is '\r' or '\n'))
            {
                if (sign == '\r' && text.Peek() == '\n')
                    text.Read();
                break;
            }
            else
            {
                field.Append(sign);
            }
        }
        fields.Add(field.ToString());
        return new CsvRecord(fields);
    }
}
