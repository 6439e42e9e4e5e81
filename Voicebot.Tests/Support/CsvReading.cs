using System.Text;

namespace Voicebot.Tests.Support;

/// <summary>Reads RFC 4180 text strictly, without the product's library.</summary>
public static class CsvReading
{
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string text, char delimiter = ';')
    {
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        var field = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '"')
            {
                for (i++; text[i] != '"' || (i + 1 < text.Length && text[i + 1] == '"'); i++)
                {
                    if (text[i] == '"')
                        i++;
                    field.Append(text[i]);
                }
                i++;
            }
            else if (text[i] == delimiter)
            {
                row.Add(field.ToString());
                field.Clear();
                i++;
            }
            else if (text[i] == '\r' && text[i + 1] == '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                rows.Add(row);
                row = [];
                i += 2;
            }
            else
            {
                field.Append(text[i++]);
            }
        }
        Assert.True(row.Count == 0 && field.Length == 0, "The last row has no end.");
        return rows;
    }

    /// <summary>The value of a column in the row with the id.</summary>
    public static string Value(this IReadOnlyList<IReadOnlyList<string>> rows, string conversationId, string column)
    {
        var index = rows[0].ToList().IndexOf(column);
        Assert.True(index >= 0, $"There is no column {column}.");
        return rows.Single(row => row[0] == conversationId)[index];
    }
}
