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
    public static IReadOnlyList<ReviewChange> Changes(BodyReader body) =>
        ChangesReader.Read(body, ReviewParameters.MostChanges, Each, change => change.ConversationId);

    private static ReviewChange Each(BodyReader body) => Change(body, body.Needed("conversation_id", MaxIdLength));

    private static ReviewChange Fields(BodyReader body, string conversationId)
    {
        var state = body.OneOf("state", ReviewState.All, 20);
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
            Note = note is null ? null : ChangesReader.PlainNote(note),
        };
    }

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
