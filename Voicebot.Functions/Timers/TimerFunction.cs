using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Voicebot.Functions.Timers;

/// <summary>A function with a timer trigger, as its attributes declare it.</summary>
/// <param name="Trigger">The schedule as it is written there: NCRONTAB, or <c>%NAME%</c> of a setting.</param>
public sealed record TimerFunction(string Name, string Trigger, MethodInfo Method)
{
    public static IReadOnlyList<TimerFunction> All { get; } =
    [
        .. from type in typeof(TimerFunction).Assembly.GetExportedTypes()
           from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<TimerTriggerAttribute>()
           where trigger is not null
           select new TimerFunction(function.Name, trigger.Schedule, method),
    ];

    /// <summary>Runs it as the Functions host does, with services of its own.</summary>
    public async Task RunAsync(IServiceProvider services, TimerInfo timer, CancellationToken cancellation)
    {
        using var scope = services.CreateScope();
        var instance = ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, Method.DeclaringType!);
        object?[] arguments =
            [.. Method.GetParameters()
            .Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? (object)cancellation : timer)];
        if (Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task task)
            await task;
    }
}
