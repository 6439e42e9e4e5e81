using System.Text.Json;

namespace Voicebot.Functions.Requests;

/// <summary>Reads changes of several conversations at once.</summary>
internal static class ChangesReader
{
    /// <summary>The field <c>changes</c>: objects that name each conversation once.</summary>
    /// <param name="read">One of them, from its own fields.</param>
    /// <param name="idOf">Which conversation it is about.</param>
    /// <exception cref="Problems.ProblemException">400 with every error of the first one that has any.</exception>
    public static IReadOnlyList<T> Read<T>(BodyReader body, int most, Func<BodyReader, T> read, Func<T, string> idOf)
    {
        var given = body.Member("changes");
        var isList = given is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 && list.GetArrayLength() <= most
            && list.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object);
        if (!isList)
            body.Refuse("changes", $"must be a list of 1 to {most} objects");
        body.Finish();
        var changes = given!.Value.EnumerateArray().Select(one => read(BodyReader.Of(one))).ToList();
        if (changes.DistinctBy(idOf, StringComparer.Ordinal).Count() == changes.Count)
            return changes;
        body.Refuse("changes", "names a conversation more than once");
        body.Finish();
        return [];
    }

    /// <summary>A note that somebody wrote beside a change: lines, without other control characters.</summary>
    public static string PlainNote(string note) =>
        new([.. note.ReplaceLineEndings("\n").Where(sign => sign == '\n' || !char.IsControl(sign))]);
}
