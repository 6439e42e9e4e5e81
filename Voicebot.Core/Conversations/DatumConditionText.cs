using System.Text;

namespace Voicebot.Core.Conversations;

/// <summary>
/// How conditions on collected data are written: <c>id:op:value</c>, <c>id:in:one|other</c>, <c>id:exists</c>, <c>id:missing</c>, several
/// separated by commas. The first of the operators that stands between colons parts the id from the value, so that both may hold colons;
/// a comma, a bar or a colon that parts nothing has a backslash before it, and so has a backslash before one of these signs.
/// A text without any operator is one id, as it is, and means that it exists.
/// </summary>
public static class DatumConditionText
{
    private const char Escape = '\\';
    private const int MostValues = 40;

    private static readonly string[] WithValue =
    [
        DatumCondition.Equal, DatumCondition.NotEqual, .. DatumCondition.Orders, DatumCondition.In,
    ];
    private static readonly string[] WithoutValue = [DatumCondition.Exists, DatumCondition.Missing];

    /// <returns>Each once; null where one is written in another way.</returns>
    public static IReadOnlyList<DatumCondition>? ReadAll(string text)
    {
        var parts = Split(text, ',');
        if (parts.TrueForAll(part => Operator(Split(part, ':')) is null))
            return [new DatumCondition(text, DatumCondition.Exists)];
        var conditions = parts.ConvertAll(Read);
        return conditions.Contains(null)
            ? null : [.. conditions.OfType<DatumCondition>().DistinctBy(one => (one.DataId, one.Asked))];
    }

    private static DatumCondition? Read(string text)
    {
        var parts = Split(text, ':');
        if (Operator(parts) is not { } at)
            return null;
        var id = Plain(string.Join(':', parts[..at]));
        var value = string.Join(':', parts[(at + 1)..]);
        var word = parts[at].Trim();
        string[] values = WithoutValue.Contains(word) ? []
            : [.. (word == DatumCondition.In ? Split(value, '|') : [value]).Select(one => Plain(one).Trim()).Distinct()];
        var isFit = id.Length > 0 && values.Length <= MostValues && !text.Contains(DatumCondition.Separator, StringComparison.Ordinal)
            && (!DatumCondition.Orders.Contains(word) || HasOrder(values[0]));
        return isFit ? new DatumCondition(id, word, values) : null;
    }

    private static bool HasOrder(string value) => DatumCondition.Number(value) is not null || WrittenDate.Parse(value) is not null;

    /// <summary>Where the first operator stands; null for none.</summary>
    private static int? Operator(List<string> parts)
    {
        for (var i = 1; i < parts.Count; i++)
            if (i < parts.Count - 1 ? WithValue.Contains(parts[i].Trim()) : WithoutValue.Contains(parts[i].Trim()))
                return i;
        return null;
    }

    /// <summary>At the signs that part; what stands between them is still as it was written.</summary>
    private static List<string> Split(string text, char sign)
    {
        var (parts, first) = (new List<string>(), 0);
        for (var i = 0; i < text.Length; i++)
            if (IsEscape(text, i))
            {
                i++;
            }
            else if (text[i] == sign)
            {
                parts.Add(text[first..i]);
                first = i + 1;
            }
        parts.Add(text[first..]);
        return parts;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            plain.Append(IsEscape(text, i) ? text[++i] : text[i]);
        return plain.ToString();
    }

    private static bool IsEscape(string text, int at) =>
        text[at] == Escape && at + 1 < text.Length && text[at + 1] is ',' or '|' or ':' or Escape;
}
