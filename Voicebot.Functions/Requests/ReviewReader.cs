using System.Text.Json;
using Voicebot.Core.Phones;
using Voicebot.Core.Reviews;

namespace Voicebot.Functions.Requests;

/// <summary>Reads what somebody does with a conversation that is to be looked at.</summary>
internal static class ReviewReader
{
    private const int MaxIdLength = 200;
    private const int MostDigits = 6;

    /// <summary>The fields of the body itself.</summary>
    public static ReviewChange Change(BodyReader body, string conversationId)
    {
        var change = Fields(body, conversationId);
        body.Finish();
        return change;
    }

    /// <summary>The field <c>changes</c>.</summary>
    /// <exception cref="Problems.ProblemException">400 with every error of the first one that has any.</exception>
    public static IReadOnlyList<ReviewChange> Changes(BodyReader body)
    {
        var given = body.Member("changes");
        var isList = given is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() is > 0 and <= ReviewParameters.MostChanges
            && list.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object);
        if (!isList)
            body.Refuse("changes", $"must be a list of 1 to {ReviewParameters.MostChanges} objects");
        body.Finish();
        var changes = given!.Value.EnumerateArray().Select(one => Each(BodyReader.Of(one))).ToList();
        if (changes.DistinctBy(change => change.ConversationId, StringComparer.Ordinal).Count() == changes.Count)
            return changes;
        body.Refuse("changes", "names a conversation more than once");
        body.Finish();
        return [];
    }

    private static ReviewChange Each(BodyReader body)
    {
        var id = body.Text("conversation_id", MaxIdLength);
        if (id is null && !body.HasError("conversation_id"))
            body.Refuse("conversation_id", "is required");
        return Change(body, id ?? "");
    }

    private static ReviewChange Fields(BodyReader body, string conversationId)
    {
        var state = body.Text("state", 20);
        if (state is not null && !ReviewState.All.Contains(state))
            body.Refuse("state", $"must be one of {string.Join(", ", ReviewState.All)}");
        var owner = body.Text("owner", ReviewChange.MaxOwnerLength) ?? (body.Member("owner") is null ? null : "");
        if (owner is not null && IsNoName(owner))
            body.Refuse("owner", "must not hold a telephone number, nor control characters");
        var note = body.Text("note", ReviewChange.MaxNoteLength);
        return new ReviewChange
        {
            ConversationId = conversationId,
            Version = body.Whole("version", 0, int.MaxValue),
            State = state,
            Owner = owner,
            Labels = Labels(body),
            Note = note is null ? null : Plain(note),
        };
    }

    private static string Plain(string note) =>
        new([.. note.ReplaceLineEndings("\n").Where(sign => sign == '\n' || !char.IsControl(sign))]);

    private static List<string>? Labels(BodyReader body)
    {
        if (body.Member("labels") is not { } given)
            return null;
        if (given.ValueKind != JsonValueKind.Array || given.GetArrayLength() > ReviewChange.MostLabels
            || given.EnumerateArray().Any(one => one.ValueKind != JsonValueKind.String))
        {
            body.Refuse("labels", $"must be a list of at most {ReviewChange.MostLabels} texts");
            return null;
        }
        var labels = given.EnumerateArray().Select(one => one.GetString()!.Trim()).Where(label => label.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (labels.Exists(label => label.Length > ReviewChange.MaxLabelLength))
            body.Refuse("labels", $"holds one of more than {ReviewChange.MaxLabelLength} characters");
        if (labels.Exists(IsNoName))
            body.Refuse("labels", "must not hold telephone numbers, nor control characters");
        return labels;
    }

    /// <summary>Everybody sees them in lists, where no number would be masked.</summary>
    private static bool IsNoName(string text) => PhoneMatch.DigitsIn(text) > MostDigits || text.Any(char.IsControl);
}
