using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Core.Demo;

/// <summary>
/// The options of a demo: the simulated vendor's key, and a data folder of its own, so that real data are never touched.
/// </summary>
public static class DemoOptions
{
    public static VoicebotOptions For(VoicebotOptions options) => options with
    {
        Demo = true,
        DataFolder = Path.Combine(options.DataFolder, "demo"),
        DatabaseServer = null,
        FilesFolder = null,
        FilesContainer = null,
        ApiKey = DemoVendorHandler.ApiKey,
        BaseUrl = new Uri(ElevenLabsHosts.Global),
        TimeZone = options.TimeZone ?? ReportingZone.Find("Europe/Warsaw"),
    };
}
