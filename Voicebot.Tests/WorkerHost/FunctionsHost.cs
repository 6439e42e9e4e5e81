using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Voicebot.Tests.Architecture;
using Voicebot.Tests.Support;
using Voicebot.Tests.WorkerHost.Rpc;

namespace Voicebot.Tests.WorkerHost;

/// <summary>
/// As much of the Functions host as it takes to run the built worker: its gRPC stream, its routing by the names of functions, and its
/// proxy to the worker's web server. Keys, schedules, time limits and what the real host answers by itself are not in it.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private const int MostStarts = 3;

    private readonly WebApplication grpc;
    private readonly WorkerConnection connection;
    private readonly WorkerProcess worker;
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private (LoadedFunction Function, TemplateMatcher Matcher)[] routes = [];
    private Uri http = null!;

    private FunctionsHost(WebApplication grpc, WorkerConnection connection, WorkerProcess worker) =>
        (this.grpc, this.connection, this.worker) = (grpc, connection, worker);

    /// <summary>What the build made, the very folder that Core Tools start.</summary>
    public static string AppFolder { get; } = BuiltFolder();

    public IReadOnlyList<LoadedFunction> Functions { get; private set; } = [];

    public static async Task<FunctionsHost> StartAsync(IReadOnlyCollection<KeyValuePair<string, string?>> settings)
    {
        for (var start = 1; ; start++)
        {
            var host = await OpenAsync(settings);
            try
            {
                await host.WaitAsync();
                return host;
            }
            catch (Exception exception)
            {
                await host.StopAsync();
                // The worker looks for a free port first and takes it later; meanwhile another program may have it.
                if (start == MostStarts || !host.worker.Output.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
                    throw new InvalidOperationException($"{exception.Message}\n{host.worker.Output}", exception);
            }
        }
    }

    private static async Task<FunctionsHost> OpenAsync(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var connection = new WorkerConnection(AppFolder);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
                kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(connection);
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        var app = builder.Build();
        app.UseRouting();
        app.MapGrpcService<FunctionRpcService>();
        await app.StartAsync();
        return new FunctionsHost(app, connection, new WorkerProcess(AppFolder, new Uri(app.Urls.First()).Port, settings));
    }

    /// <summary>Sends the request through the function that the real host would choose.</summary>
    /// <param name="authority">Host and port under which the client believes to speak.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string authority)
    {
        var address = request.RequestUri!;
        var path = PathString.FromUriComponent(address.AbsolutePath);
        var values = new RouteValueDictionary();
        var (function, _) = routes.First(route =>
            route.Function.Methods.Contains(request.Method.Method) && route.Matcher.TryMatch(path, values = []));
        var invocation = Invocation(function,
            new TypedData { Http = new RpcHttp { Method = request.Method.Method, Url = address.ToString() } });
        foreach (var (name, value) in values)
            invocation.TriggerMetadata[name] = new TypedData { String = value?.ToString() ?? "" };

        request.RequestUri = new Uri(http, address.PathAndQuery);
        Address(request, invocation.InvocationId, authority);
        var end = connection.InvokeAsync(invocation);
        var response = await client.SendAsync(request).WaitAsync(Eventually.LongestWait);
        if (!IsOfWebServer(response))
            Expect(await end.WaitAsync(Eventually.LongestWait), function.Name);
        return response;
    }

    /// <summary>As the host's proxy does; who says by himself where he calls from is a caller from there.</summary>
    private static void Address(HttpRequestMessage request, string invocationId, string authority)
    {
        request.Headers.Remove("x-ms-invocation-id");
        request.Headers.Add("x-ms-invocation-id", invocationId);
        request.Headers.Add("X-Forwarded-Host", request.Headers.Host ?? authority);
        request.Headers.Add("X-Forwarded-Proto", "http");
        if (!request.Headers.Contains("X-Forwarded-For"))
            request.Headers.Add("X-Forwarded-For", "127.0.0.1");
        request.Headers.Host = null;
    }

    /// <summary>What no web server of this kind lets through, the real host's neither, so that no function is reached.</summary>
    private static bool IsOfWebServer(HttpResponseMessage response) =>
        (int)response.StatusCode is 400 or 414 or 431 && response.Content.Headers is { ContentLength: 0, ContentType: null };

    private static InvocationRequest Invocation(LoadedFunction function, TypedData input) => new()
    {
        InvocationId = Guid.NewGuid().ToString(),
        FunctionId = function.Id,
        TraceContext = new RpcTraceContext(),
        InputData = { new ParameterBinding { Name = function.Parameter, Data = input } },
    };

    /// <summary>Fires a timer and waits for its end.</summary>
    public async Task FireAsync(string name)
    {
        var function = Functions.Single(function => function.Name == name && function.Route is null);
        var timer = new TypedData { Json = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""" };
        Expect(await connection.InvokeAsync(Invocation(function, timer)).WaitAsync(Eventually.LongestWait), name);
    }

    /// <summary>Asks the worker to end. Returns its exit code; null when it had to be killed.</summary>
    public async Task<int?> StopAsync()
    {
        connection.Terminate();
        var code = await worker.EndAsync(Eventually.LongestWait);
        worker.Dispose();
        client.Dispose();
        await grpc.DisposeAsync();
        return code;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task WaitAsync()
    {
        var ended = worker.EndAsync(Eventually.LongestWait);
        if (await Task.WhenAny(connection.Ready, ended) == ended)
            throw new InvalidOperationException(
                $"The worker was not ready within {Eventually.LongestWait.TotalSeconds} s, or ended ({await ended}).");
        (http, Functions) = await connection.Ready;
        routes = [.. Functions.Where(function => function.Route is not null).OrderBy(function => function.Name, StringComparer.Ordinal)
            .Select(function => (function, new TemplateMatcher(TemplateParser.Parse(function.Route!), [])))];
        // Loaded is not listening yet.
        await Support.Eventually.True(() => IsListening(http), "the web server of the worker");
    }

    private static bool IsListening(Uri address)
    {
        try
        {
            using var probe = new TcpClient(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>An exception that leaves a function is an empty 200 for the client; only this tells of it.</summary>
    private void Expect(StatusResult result, string function)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            var fault = $"{result.Exception?.Message} {result.Exception?.StackTrace}";
            throw new InvalidOperationException($"{function} failed: {fault}\n{worker.Output}");
        }
    }

    /// <summary>The same configuration and framework as of these tests.</summary>
    private static string BuiltFolder()
    {
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(Repository.Root, "Voicebot.Functions", "bin", framework.Parent!.Name, framework.Name);
    }
}
