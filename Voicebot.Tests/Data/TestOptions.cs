using Voicebot.Core.Settings;

namespace Voicebot.Tests.Data;

/// <summary>The options of a program on this data folder, everything else as it is by default.</summary>
internal sealed class TestOptions(string dataFolder)
{
    public VoicebotOptions Value { get; } = new() { DataFolder = dataFolder };
}
