using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Voicebot.Core;
using Voicebot.Core.Demo;
using Voicebot.Core.Settings;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.LocalHost;

/// <summary>Runs the functions without the Functions host: a web server on the loopback address, a scheduler, and the page.</summary>
public static class LocalServer
{
    private const long MaxBodyBytes = 16 * 1024 * 1024 + 1;

    /// <summary>Builds the server with its database ready; it listens once it is started.</summary>
    /// <param name="settings">Values that go before the environment; for tests.</param>
    /// <param name="replace">Replaces services; for tests.</param>
    /// <exception cref="InvalidConfigurationException">The environment holds unusable values.</exception>
    /// <exception cref="Core.Data.DatabaseUnusableException">The database cannot be used.</exception>
    public static WebApplication Build(LocalArguments arguments, IEnumerable<KeyValuePair<string, string?>>? settings = null, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration
            .AddLocalSettings(AppContext.BaseDirectory)
            .AddLocalSettings(Directory.GetCurrentDirectory())
            .AddEnvironmentVariables()
            .AddInMemoryCollection(settings ?? []);
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning)
            // It warns at every first start that keys lie unencrypted; who can read the data folder can read the data.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, arguments.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        builder.Services.AddRoutingCore();

        var options = VoicebotOptions.Read(builder.Configuration);
        builder.Services.AddVoicebot(arguments.Demo ? DemoOptions.For(options) : options);
        builder.Services.AddHostedService<TimerScheduler>();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.Services.PrepareVoicebot();
        var pipeline = app.Services.GetRequiredService<RequestPipeline>();
        app.Use(async (http, next) =>
        {
            if (await pipeline.InvokeAsync(http, () => next(http)) is { } answer)
                await answer.ExecuteAsync(http);
        });
        app.UseRouting();
        app.MapFunctions();
        return app;
    }
}
