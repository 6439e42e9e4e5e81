namespace Voicebot.Tests.Browser;

/// <summary>Where the images of the README are to be drawn.</summary>
internal static class ImageFolder
{
    private const string Variable = "VOICEBOT_IMAGES";

    /// <summary>Null when nobody asked for images.</summary>
    public static string? Asked { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;
}
