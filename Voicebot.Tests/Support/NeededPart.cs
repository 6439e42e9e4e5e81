namespace Voicebot.Tests.Support;

/// <summary>A program that some tests need and that a computer may lack.</summary>
internal static class NeededPart
{
    /// <summary>Skips the test where the part is missing, and shows the remedy; on a build server, which must have it, the test fails.</summary>
    public static void Require(bool isThere, string remedy)
    {
        if (isThere)
            return;
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null or "", remedy);
        Assert.Fail(remedy);
    }
}
