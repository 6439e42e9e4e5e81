namespace Voicebot.Tests.Support;

/// <summary>Waits for a condition by asking again and again; a condition that never comes fails the test.</summary>
public static class Eventually
{
    /// <summary>
    /// How long any test waits for what must come, on a machine with much else to do; what does not come fails the test after it.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    public static Task True(Func<bool> condition, string what) => True(() => Task.FromResult(condition()), what);

    public static async Task True(Func<Task<bool>> condition, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > LongestWait)
                Assert.Fail($"It never happened within {LongestWait.TotalSeconds} s: {what}.");
            await Task.Delay(Step);
        }
    }
}
