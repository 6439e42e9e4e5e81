using Voicebot.Core.Phones;

namespace Voicebot.Functions.Requests;

/// <summary>Reads the name of something that is kept for all, so that everybody sees it.</summary>
internal static class KeptName
{
    /// <summary>The field <c>name</c>; empty where it was refused.</summary>
    public static string Read(BodyReader body, int maxLength)
    {
        var name = body.Needed("name", maxLength);
        if (PhoneMatch.IsNumber(name) || name.Any(char.IsControl))
            body.Refuse("name", "must not be a telephone number, nor hold control characters");
        return name;
    }
}
