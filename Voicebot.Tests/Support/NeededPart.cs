namespace Voicebot.Tests.Support;

/// <summary>A program that some tests need and that a computer may lack.</summary>
internal static class NeededPart
{
    /// <summary>
    /// Skips the test where the part is missing, and shows the remedy. The build's script, which installs the parts, counts the word.
    /// </summary>
    public static void Require(bool isThere, string remedy)
    {
        if (isThere)
            return;
        TestContext.Current.SendDiagnosticMessage("{0} is skipped. {1}", TestContext.Current.TestMethod?.MethodName, remedy);
        Assert.Skip("Missing: " + remedy);
    }
}
