using System.Text.RegularExpressions;

namespace Voicebot.Core.Conversations;

/// <summary>What a termination reason says, in any case and as whole words; not where it says the opposite.</summary>
/// <param name="Text">The words; a star at the end lets the last one go on (transfer, transferred). Digits are a code, not part of a
/// longer number or an amount.</param>
/// <param name="Reason">The class of a text that says so.</param>
/// <param name="CanFail">It can be tried in vain: "failed to transfer", "transfer failed" do not say so.</param>
internal sealed partial record EndReasonPattern(string Text, EndReason Reason, bool CanFail = false)
{
    private const RegexOptions InAnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly string words = Text.TrimEnd('*');
    private readonly bool isStem = Text.EndsWith('*');
    private readonly bool isCode = Text.All(char.IsAsciiDigit);

    public bool IsIn(string reason)
    {
        for (var at = 0; (at = reason.IndexOf(words, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += words.Length)
            if (IsWhole(reason, at) && !IsDenied(reason, at))
                return true;
        return false;
    }

    private bool IsWhole(string reason, int at)
    {
        var end = at + words.Length;
        if (at > 0 && char.IsLetterOrDigit(reason[at - 1]))
            return false;
        if (!isStem && end < reason.Length && char.IsLetterOrDigit(reason[end]))
            return false;
        return !isCode || !(EndsInANumber().IsMatch(reason[..at]) || GoesOnAsAnAmount().IsMatch(reason[end..]));
    }

    private bool IsDenied(string reason, int at)
    {
        var end = at + words.Length;
        while (end < reason.Length && (char.IsLetterOrDigit(reason[end]) || reason[end] is '_' or '-'))
            end++;
        var (before, word, after) = (reason[..at], reason[at..end], reason[end..]);
        if (DeniedBefore().IsMatch(before) || DeniedAfter().IsMatch(after))
            return true;
        if (!CanFail)
            return false;
        // What is told as done ("transferred to billing after a failed payment") did not fail.
        var isDone = word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && !FailedWithin().IsMatch(word);
        return !isDone && (FailedBefore().IsMatch(before) || FailedWithin().IsMatch(word) || FailedAfter().IsMatch(after));
    }

    /// <summary>At most two words between the denial and what it denies; a comma or another sign ends it.</summary>
    [GeneratedRegex(
        @"\b(no|not|never|without|cannot|unable to|(fail(ed|s|ing|ure)?|refus(ed|es|ing)|declin(ed|es|ing)) to"
        + @"|\w+n['’]t)\s+([\w'’-]+\s+){0,2}\z", InAnyCase)]
    private static partial Regex DeniedBefore();

    [GeneratedRegex(@"\A\s+([\w+(][\w+.@:()-]*\s+){0,3}?(not|never|\w+n['’]t)\b", InAnyCase)]
    private static partial Regex DeniedAfter();

    [GeneratedRegex(
        @"\b(failed|failing|unsuccessful|aborted|cancell?ed|rejected|attempted|(error|failure|problem) (in|during|on|of"
        + @"|while|with))\s+([\w'’-]+\s+){0,2}\z", InAnyCase)]
    private static partial Regex FailedBefore();

    [GeneratedRegex("fail|error|reject|cancel|abort", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FailedWithin();

    [GeneratedRegex(
        @"\A[\s:]+([\w+(][\w+.@:()-]*\s+){0,3}?(fail(ed|s|ure)|error|unsuccessful|rejected|declined|refused|denied"
        + @"|cancell?ed|aborted|impossible|timed out)\b", InAnyCase)]
    private static partial Regex FailedAfter();

    [GeneratedRegex(@"(\d[\s.,-]?|\+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EndsInANumber();

    [GeneratedRegex(
        @"\A([\s.,-]?\d|%|\s*(ms|s|secs?|seconds?|milliseconds?|min|minutes?|hours?|credits?|tokens?|char(acter)?s?"
        + @"|messages?|turns?|bytes?|calls?)\b)", InAnyCase)]
    private static partial Regex GoesOnAsAnAmount();
}
