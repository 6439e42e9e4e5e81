using Voicebot.Core.Settings;

namespace Voicebot.Functions.Demo;

/// <summary>
/// The wish to go into the demo or out of it. The local host fulfils it by starting again on the same port; another host cannot.
/// </summary>
/// <param name="isPossible">Whether this host can start again.</param>
public sealed class DemoSwitch(bool isPossible = false)
{
    private readonly TaskCompletionSource<bool> wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Not where others can reach this computer: the two data folders have different access keys.</summary>
    public bool IsPossibleFor(VoicebotOptions options) => isPossible && !options.IsExposed;

    /// <summary>Ends when somebody asks: true for the demo, false for the own data.</summary>
    public Task<bool> Wanted => wanted.Task;

    public void Ask(bool demo) => wanted.TrySetResult(demo);
}
