using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Voicebot.Core;
using Voicebot.Core.Alerts;
using Voicebot.Core.Reviews;
using Voicebot.Core.Settings;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Demo;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Security;
using Voicebot.Functions.Timers;

namespace Voicebot.Functions;

/// <summary>The services behind the functions, for either host.</summary>
public static class VoicebotFunctions
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddVoicebot(this IServiceCollection services, VoicebotOptions options)
    {
        services.AddVoicebotCore(options);
        services.AddSingleton<ReviewConditions>(provider =>
        {
            var settings = provider.GetRequiredService<VoicebotSettings>();
            return rule => ReviewRuleReader.Filter(rule, settings.Current);
        });
        services.AddSingleton<RuleCounting>();
        services.AddSingleton<ReviewRounds>();
        services.AddHostedService<ReviewWatch>();
        services.AddSingleton<AlertRuleStore>();
        services.AddSingleton<AlertRounds>();
        services.AddHostedService<AlertWatch>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<ExceptionProblems>();
        services.AddSingleton<RequestGuard>();
        services.AddSingleton<AccessKeys>();
        services.AddSingleton<SessionTokens>();
        services.AddSingleton<AttemptLimiter>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<GuessGuard>();
        services.AddSingleton<AccessGuard>();
        services.AddSingleton<RequestPipeline>();
        services.TryAddSingleton(new DemoSwitch());
        services.AddSingleton<ScheduledWork>();
        services.AddSingleton<TimerTurn>();
        services.AddHostedService<MissedTimers>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTime);
        return services;
    }

    /// <summary>Before the first request: makes certain that no stranger can reach the conversations.</summary>
    /// <exception cref="InvalidConfigurationException">Strangers could, and the message says what to do.</exception>
    public static void RequireSignIn(this IServiceProvider services) => services.GetRequiredService<SignIn>();
}
