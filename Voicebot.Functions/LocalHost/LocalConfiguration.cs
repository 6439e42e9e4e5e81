using Microsoft.Extensions.Configuration;

namespace Voicebot.Functions.LocalHost;

/// <summary>
/// Where the local host reads its settings: the environment before local.settings.json in the working folder, and that before the one
/// beside the program.
/// </summary>
public static class LocalConfiguration
{
    public static TBuilder AddLocalConfiguration<TBuilder>(this TBuilder builder) where TBuilder : IConfigurationBuilder
    {
        builder
            .AddLocalSettings(AppContext.BaseDirectory)
            .AddLocalSettings(Directory.GetCurrentDirectory())
            .AddEnvironmentVariables();
        return builder;
    }
}
