using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Voicebot.Core;
using Voicebot.Core.Demo;
using Voicebot.Core.Settings;
using Voicebot.Functions.Security;
using Voicebot.Functions.Telemetry;

namespace Voicebot.Functions.LocalHost;

/// <summary>
/// Runs the functions without the Functions host: a web server, on the loopback address unless told otherwise, a scheduler, and the page.
/// </summary>
public static class LocalServer
{
    /// <summary>Builds the server with its database ready; it listens once it is started.</summary>
    /// <param name="settings">Values that go before the environment; for tests.</param>
    /// <param name="replace">Replaces services; for tests.</param>
    /// <exception cref="InvalidConfigurationException">The environment holds unusable values, or strangers could reach the
    /// conversations.</exception>
    /// <exception cref="Core.Data.DatabaseUnusableException">The database cannot be used.</exception>
    public static WebApplication Build(LocalArguments arguments, IEnumerable<KeyValuePair<string, string?>>? settings = null,
        Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddLocalConfiguration().AddInMemoryCollection(settings ?? []);
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning)
            // It warns at every first start that keys lie unencrypted; who can read the data folder can read the data.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        var options = VoicebotOptions.Read(builder.Configuration);
        options = options with { ListenAddress = arguments.Host ?? options.ListenAddress };
        builder.WebHost.UseKestrelCore().UseSockets(ServerLimits.Apply).ConfigureKestrel(kestrel =>
        {
            var room = new ConnectionRoom();
            foreach (var address in LocalAddresses.For(options.ListenAddress, arguments.Port))
                kestrel.ListenWithin(address, arguments.Port, room);
            kestrel.AddServerHeader = false;
            ServerLimits.Apply(kestrel.Limits);
        });
        builder.Services.AddRoutingCore();

        builder.Services.AddVoicebot(arguments.Demo ? DemoOptions.For(options) : options);
        builder.Services.AddTelemetryExport(builder.Configuration, isWorker: false);
        builder.Services.AddHostedService<TimerScheduler>();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        Prepare(app, arguments, options);
        app.UseSingleSlashes();
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

    /// <summary>A start that is refused ends in order: what it opened is closed.</summary>
    private static void Prepare(WebApplication app, LocalArguments arguments, VoicebotOptions options)
    {
        try
        {
            app.Services.PrepareVoicebot();
            if (arguments.NewAccessKey)
                ShowNewKey(app.Services.GetRequiredService<StoredAccessKey>(), options);
            app.Services.RequireSignIn();
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    /// <summary>On the console, not in the log: it is shown this once.</summary>
    private static void ShowNewKey(StoredAccessKey stored, VoicebotOptions options)
    {
        if (options.AccessKey is not null)
            throw new InvalidConfigurationException(
                ["--new-access-key makes no sense beside VOICEBOT_ACCESS_KEY, which goes before it. Use one of the two."]);
        Console.WriteLine($"Access key (shown only now, keep it safe): {stored.Make()}");
    }
}
