using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Scheduling;
using Voicebot.Functions.Http;
using Voicebot.Functions.Routing;

namespace Voicebot.Tests.Architecture;

public sealed class FunctionDeclarationTests
{
    /// <summary>The API's table, with the sub-routes that its notes name.</summary>
    public static TheoryData<string, string> Api => new()
    {
        { "GET", "{*path}" },
        { "GET", "api/settings" },
        { "POST", "api/settings" },
        { "GET", "api/agents" },
        { "POST", "api/sync" },
        { "GET", "api/sync-logs" },
        { "GET", "api/sync-logs/{id}" },
        { "DELETE", "api/sync-logs/{id}" },
        { "GET", "api/kpis" },
        { "GET", "api/conversations" },
        { "GET", "api/conversations/{id}" },
        { "GET", "api/months" },
        { "GET", "api/export-csv" },
        { "POST", "api/archive" },
        { "GET", "api/archives" },
        { "GET", "api/download-csv/{id}" },
        { "POST", "api/refetch-details" },
        { "GET", "api/health" },
    };

    private static IEnumerable<(MethodInfo Method, string Name)> Functions =>
        from type in typeof(RouteTable).Assembly.GetTypes()
        from method in type.GetMethods(
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (method, function.Name);

    private static IEnumerable<(string Name, HttpTriggerAttribute Trigger)> HttpTriggers => Triggers<HttpTriggerAttribute>();

    private static IEnumerable<(string Name, TimerTriggerAttribute Trigger)> Timers => Triggers<TimerTriggerAttribute>();

    [Theory]
    [MemberData(nameof(Api))]
    public void Api_Row_HasExactlyOneFunction(string method, string route) =>
        Assert.Single(RouteTable.All, function => function.Route == route && function.Methods.Contains(method));

    [Fact]
    public void Names_All_AreUniqueAndThoseOfTheirClasses()
    {
        Assert.Distinct(Functions.Select(function => function.Name), StringComparer.OrdinalIgnoreCase);
        Assert.All(Functions, function => Assert.Equal(function.Method.DeclaringType!.Name, function.Name));
    }

    /// <summary>The Functions host matches routes in the order of the names, and WebSite catches everything.</summary>
    [Fact]
    public void Names_InOrdinalOrder_WebSiteIsTheLastOfTheHttpFunctions() =>
        Assert.Equal(nameof(WebSite), HttpTriggers.Select(function => function.Name).Order(StringComparer.Ordinal).Last());

    [Fact]
    public void Routes_All_AreAcceptedByTheFunctionsHost() =>
        Assert.All(HttpTriggers, function =>
        {
            Assert.False(string.IsNullOrEmpty(function.Trigger.Route));
            Assert.DoesNotMatch("^(/|admin|runtime)", function.Trigger.Route);
            Assert.NotEmpty(function.Trigger.Methods!);
        });

    [Fact]
    public void Routes_Api_AreNotReadTwice() =>
        Assert.Distinct(RouteTable.All.SelectMany(function => function.Methods.Select(method => (method, function.Route))));

    /// <summary>Access is decided in one place, the pipeline; a trigger without a level would ask for a function key in Azure.</summary>
    [Fact]
    public void HttpTriggers_All_SayAnonymousThemselves() =>
        Assert.All(
            from function in Functions
            from parameter in function.Method.GetParameters()
            from attribute in parameter.GetCustomAttributesData()
            where attribute.AttributeType == typeof(HttpTriggerAttribute)
            select attribute,
            attribute =>
            {
                Assert.NotEmpty(attribute.ConstructorArguments);
                Assert.Equal((int)AuthorizationLevel.Anonymous, Assert.IsType<int>(attribute.ConstructorArguments[0].Value));
                Assert.Equal(typeof(AuthorizationLevel), attribute.ConstructorArguments[0].ArgumentType);
            });

    /// <summary>A monitor would need a storage account.</summary>
    [Fact]
    public void Timers_All_NeedNoStorageAndHaveASchedule()
    {
        using var sample = JsonDocument.Parse(Repository.Text("local.settings.sample.json"));
        var values = sample.RootElement.GetProperty("Values");

        Assert.All(Timers, timer =>
        {
            Assert.False(timer.Trigger.UseMonitor);
            Assert.False(timer.Trigger.RunOnStartup);
            var schedule = timer.Trigger.Schedule.StartsWith('%') ? values.GetProperty(timer.Trigger.Schedule.Trim('%')).GetString()!
                : timer.Trigger.Schedule;
            Assert.NotNull(Schedule.Parse(schedule));
        });
    }

    [Theory]
    [InlineData("SyncNightly", "%VOICEBOT_SYNC_SCHEDULE%", "0 0 2 * * *")]
    [InlineData("ArchiveMonthly", "%VOICEBOT_ARCHIVE_SCHEDULE%", "0 0 3 1-5 * *")]
    public void Timers_OfTheUser_TakeTheirScheduleFromTheSettings(string name, string schedule, string sample)
    {
        using var settings = JsonDocument.Parse(Repository.Text("local.settings.sample.json"));

        Assert.Equal(schedule, Assert.Single(Timers, timer => timer.Name == name).Trigger.Schedule);
        Assert.Equal(sample, settings.RootElement.GetProperty("Values").GetProperty(schedule.Trim('%')).GetString());
    }

    /// <summary>
    /// One list of jobs: what is not in it would be neither made up for nor shown, and what has no function would never run.
    /// </summary>
    [Fact]
    public void Timers_All_AreTheListOfJobs() =>
        Assert.Equal(
            Jobs.All.Select(job => (job.Name, job.Trigger)).Order(),
            Timers.Select(timer => (timer.Name, timer.Trigger.Schedule)).Order());

    [Fact]
    public void Timers_OfTheUser_AreInTheSampleSettingsWithTheirDefaults()
    {
        using var sample = JsonDocument.Parse(Repository.Text("local.settings.sample.json"));
        var values = sample.RootElement.GetProperty("Values");

        Assert.All(Jobs.All.Where(job => job.Setting is not null), job =>
            Assert.Equal(job.Default, values.GetProperty(job.Setting!).GetString()));
    }

    [Fact]
    public void HostJson_RoutePrefix_IsEmptySoThatRoutesAreWholePaths()
    {
        using var host = JsonDocument.Parse(Repository.Text("host.json"));

        Assert.Equal("", host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }

    [Fact]
    public void SampleSettings_Names_AreThoseThatTheProgramReads()
    {
        using var sample = JsonDocument.Parse(Repository.Text("local.settings.sample.json"));
        var named = sample.RootElement.GetProperty("Values").EnumerateObject().Select(value => value.Name)
            .Where(name =>
            name.StartsWith("VOICEBOT_", StringComparison.Ordinal) || name.StartsWith("ELEVENLABS_", StringComparison.Ordinal));
        var source = Repository.Text("Voicebot.Core/Settings/VoicebotOptions.cs");

        Assert.All(named.Except(Jobs.All.Select(job => job.Setting)), name =>
            Assert.Contains($"\"{name}\"", source, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, T Trigger)> Triggers<T>() where T : Attribute =>
        from function in Functions
        from parameter in function.Method.GetParameters()
        let trigger = parameter.GetCustomAttribute<T>()
        where trigger is not null
        select (function.Name, trigger);
}
