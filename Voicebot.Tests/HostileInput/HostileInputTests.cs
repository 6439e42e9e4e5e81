using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Functions.OpenApi;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.HostileInput;

/// <summary>
/// More than ten thousand hostile requests over a socket, for every operation of the API: none may end in a server error, hang,
/// or change data, and every refusal of a parameter must name it.
/// </summary>
public sealed class HostileInputTests
{
    private const int Seed = 20_261_125;
    private const int PerOperation = 500;
    private const int AtOnce = 6;

    // Each of these copies the whole database.
    private static readonly Dictionary<string, int> Fewer = new() { ["api/backup"] = 60 };

    [Fact]
    public async Task Send_TenThousandHostileRequests_NoErrorNoHangNoChange()
    {
        await using var vendor = await VendorSimulator.StartAsync();
        await using var server = await SeededServer.StartAsync(vendor);
        await (await server.Http.PostTextAsync("api/archive?month=2026-10", "{}")).JsonAsync();
        await server.SaveSettingsAsync(new { webhook_secret = "wsec_0123456789" });
        var before = DatabaseFingerprint.Of(server);
        var requests = OpenApiDocument.Operations.SelectMany(operation =>
            new HostileGenerator(operation, Seed).Take(Fewer.GetValueOrDefault(operation.Route, PerOperation))).ToList();
        var statuses = new ConcurrentDictionary<int, int>();
        var faults = new ConcurrentQueue<string>();
        var began = TimeProvider.System.GetTimestamp();
        using var client = server.NewClient();
        client.Timeout = Eventually.LongestWait;
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (request, _) =>
        {
            var (status, fault) = await SendAsync(client, request);
            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
            if (fault is not null)
                faults.Enqueue($"{fault}: {request}");
        });
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Hostile requests: {requests.Count} to {OpenApiDocument.Operations.Count} operations in {seconds:0} s; answers "
                + $"{string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))}; faults "
                + $"{faults.Count}"));
        Assert.True(requests.Count >= 10_000, $"Only {requests.Count} requests.");
        Assert.True(faults.IsEmpty, string.Join("\n", faults.Take(10)));
        Assert.Equal(before, DatabaseFingerprint.Of(server));
        Assert.DoesNotContain("Error: A request failed", server.Log.Text, StringComparison.Ordinal);
        await server.GetJsonAsync("api/kpis"); // it is as well as before
    }

    /// <summary>The same requests by somebody who has not signed in: nothing but the open addresses answers with anything.</summary>
    [Fact]
    public async Task Send_HostileRequestsWithoutSignIn_GetNothing()
    {
        await using var server =
            await VoicebotServer.StartAsync(new VoicebotServerSetup { AccessKey = "0123456789abcdefghijklmnopqrstuv" });
        var before = DatabaseFingerprint.Of(server);
        using var stranger = server.NewClient();
        stranger.Timeout = Eventually.LongestWait;
        var sent = 0;
        foreach (var operation in OpenApiDocument.Operations.Where(operation => !operation.IsOpen))
            foreach (var request in new HostileGenerator(operation, -Seed).Take(60))
            {
                var (status, fault) = await SendAsync(stranger, request);
                Assert.True(fault is null && (status is >= 400 or 204), $"{status} {fault}: {request}"); // 204: a preflight
                sent++;
            }
        TestContext.Current.TestOutputHelper?.WriteLine($"Hostile requests without sign-in: {sent}; none was answered with data");
        Assert.Equal(before, DatabaseFingerprint.Of(server));
    }

    private static async Task<(int Status, string? Fault)> SendAsync(HttpClient client, HostileRequest hostile)
    {
        // As it is: the client must not tidy up the address.
        var address = new Uri(client.BaseAddress!.GetLeftPart(UriPartial.Authority)
            + hostile.Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(hostile.Method), address);
        foreach (var (name, value) in hostile.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (hostile.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = hostile.ContentType is { } type ? MediaTypeHeaderValue.Parse(type) : null;
        }
        try
        {
            using var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return ((int)response.StatusCode, FaultOf((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text));
        }
        catch (TaskCanceledException)
        {
            return (0, "It hung");
        }
        catch (HttpRequestException exception)
        {
            return (-1, "The connection broke: " + exception.Message);
        }
        catch (Xunit.Sdk.XunitException exception)
        {
            return (-2, exception.Message); // an answer that is not as described
        }
    }

    private static string? FaultOf(int status, string? mediaType, string body)
    {
        if (status >= 500)
            return $"A server error {status}: {body}";
        if (status != 400 || body.Length == 0)
            return null;
        if (mediaType != "application/problem+json")
            return $"A {status} without problem details: {body}";
        using var problem = JsonDocument.Parse(body);
        return problem.RootElement.Text("parameter") is { Length: > 0 } || problem.RootElement.GetProperty("errors").GetArrayLength() > 0
            ? null : $"A {status} that names no parameter: {body}";
    }
}
