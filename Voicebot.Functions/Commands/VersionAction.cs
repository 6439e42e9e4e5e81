using System.CommandLine;
using System.CommandLine.Invocation;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.Commands;

/// <summary>Prints the version that health shows, too.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"Voicebot Dashboard {ProductVersion.Text}");
        return ExitCode.Done;
    }
}
