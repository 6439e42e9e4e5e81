using System.Globalization;
using Voicebot.Functions.Problems;

namespace Voicebot.Functions.Requests;

/// <summary>Reads the id in an address.</summary>
public static class RouteValues
{
    /// <exception cref="ProblemException">400 when it is no positive whole number.</exception>
    public static long Number(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ProblemException(Problem.BadParameters([new ParameterError("id", "'id' must be a positive whole number.")]));

    /// <exception cref="ProblemException">400 when it is longer than any id.</exception>
    public static string Text(string id) =>
        id.Length <= 200 ? id
            : throw new ProblemException(Problem.BadParameters([new ParameterError("id", "'id' is longer than 200 characters.")]));
}
