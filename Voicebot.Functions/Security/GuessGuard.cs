using System.Globalization;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Conversations;
using Voicebot.Core.Phones;
using Voicebot.Core.Privacy;
using Voicebot.Functions.Problems;

namespace Voicebot.Functions.Security;

/// <summary>Keeps masked numbers from being found out by trying them.</summary>
public sealed class GuessGuard(NumberGuesses guesses)
{
    /// <summary>
    /// To be called before anything is looked up, so that a refusal takes the same time whether the number is there or not.
    /// </summary>
    /// <exception cref="ProblemException">429 when the caller has asked for too many different numbers.</exception>
    public void Check(HttpRequest request, ConversationFilter filter)
    {
        if (!filter.MaskPhones)
            return;
        Check(request, filter.Phone);
        Check(request, filter.Not?.Phone);
    }

    private void Check(HttpRequest request, string? asked)
    {
        if (asked is null || PhoneMatch.Normal(asked) is not { } number)
            return;
        var caller = Caller.Of(request.HttpContext);
        if (guesses.WaitOf(caller.RoleText, caller.Name, number) is not { } wait)
            return;
        request.HttpContext.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        throw new ProblemException(new Problem(StatusCodes.Status429TooManyRequests, "too_many_numbers",
            $"More than {NumberGuesses.MostAnHour} different numbers were asked for within this hour. Try again in "
                + $"{Math.Ceiling(wait.TotalMinutes):0} minutes, or let the owner switch the masking off."));
    }
}
