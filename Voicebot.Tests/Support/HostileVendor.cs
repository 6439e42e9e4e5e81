using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Voicebot.Tests.Support;

/// <summary>Somebody on a socket who answers in the vendor's place, and means harm or knows no better.</summary>
public sealed class HostileVendor : IAsyncDisposable
{
    public const int Conversations = 40; // more than are read at once
    private const int Chunk = 1024 * 1024;

    private readonly WebApplication app;
    private int requests;

    private HostileVendor(Func<HttpContext, int, Task> answer, System.Security.Cryptography.X509Certificates.X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        if (certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        app = builder.Build();
        app.Run(async http =>
        {
            try
            {
                await answer(http, Interlocked.Increment(ref requests));
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or InvalidOperationException)
            {
                // the caller has had enough
            }
        });
    }

    public Uri Url => new(app.Urls.First());
    public int Requests => requests;

    /// <param name="answer">Gets the request and its number from 1.</param>
    public static async Task<HostileVendor> StartAsync(Func<HttpContext, int, Task> answer,
        System.Security.Cryptography.X509Certificates.X509Certificate2? certificate = null)
    {
        var vendor = new HostileVendor(answer, certificate);
        await vendor.app.StartAsync();
        return vendor;
    }

    /// <summary>A good list, and these details behind it.</summary>
    /// <param name="prefix">Of the conversations' ids: those of another are new.</param>
    /// <param name="conversations">How many the list has.</param>
    public static Func<HttpContext, int, Task> Details(
        Func<HttpContext, int, Task> detail, string prefix = "conv", int conversations = Conversations) => (http, number) =>
        http.Request.Path == VendorSimulator.ListPath
            ? TextAsync(http, 200, "application/json",
                "{\"conversations\":[" + string.Join(',', Enumerable.Range(0, conversations).Select(one =>
                $$"""{"conversation_id":"{{prefix}}_{{one}}","agent_id":"agent_one","start_time_unix_secs":{{1_790_900_000 + one}}"""
                    + $$""","call_duration_secs":60,"message_count":2,"status":"done","""
                    + $$""" "call_successful":"success"}""")) + "],\"has_more\":false}")
            : detail(http, number);

    /// <summary>Gigabytes of one sign, packed to little.</summary>
    /// <param name="beginning">Of the unpacked JSON.</param>
    public static Func<HttpContext, int, Task> Bomb(string encoding, string beginning, int megabytes = 4_096)
    {
        // A gzip file may have many members; deflate and Brotli pack one long run.
        var (first, rest) = encoding switch
        {
            "gzip" => (Gzip(Encoding.UTF8.GetBytes(beginning)), Gzip(Run)),
            "gzip, gzip" => (Gzip(Gzip([.. Encoding.UTF8.GetBytes(beginning), .. Run])), Array.Empty<byte>()),
            "deflate" => (Packed(stream => new ZLibStream(stream, CompressionLevel.Fastest), beginning, 256), Array.Empty<byte>()),
            "br" => (Packed(stream => new BrotliStream(stream, CompressionLevel.Fastest), beginning, 256), Array.Empty<byte>()),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
        };
        return async (http, _) =>
        {
            http.Response.ContentType = "application/json";
            http.Response.Headers.ContentEncoding = encoding;
            await http.Response.Body.WriteAsync(first, http.RequestAborted);
            for (var one = 0; rest.Length > 0 && one < megabytes; one++)
                await http.Response.Body.WriteAsync(rest, http.RequestAborted);
        };
    }

    /// <summary>Goes on as long as anybody listens.</summary>
    public static Func<HttpContext, int, Task> Endless(string beginning, string again, int status = 200,
        string type = "application/json") => async (http, _) =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(beginning, http.RequestAborted);
        var much = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(again, 64 * 1024 / again.Length)));
        while (!http.RequestAborted.IsCancellationRequested)
            await http.Response.Body.WriteAsync(much, http.RequestAborted);
    };

    /// <summary>Always another page with new agents or conversations.</summary>
    public static Func<HttpContext, int, Task> EndlessPages(string member, int items) => (http, number) =>
    {
        var name = new string('n', 500);
        var page = Enumerable.Range(0, items).Select(one => $$"""{"agent_id":"agent_{{number}}_{{one}}","name":"{{name}}"}""");
        return TextAsync(http, 200, "application/json",
            $$"""{"{{member}}":[{{string.Join(',', page)}}],"has_more":true,"next_cursor":"page_{{number}}"}""");
    };

    public static Func<HttpContext, int, Task> Redirect(int status) => (http, _) =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = "https://login.corp.example" + http.Request.Path + "?again";
        return Task.CompletedTask;
    };

    public static Func<HttpContext, int, Task> Text(int status, string? type, string text) => (http, _) =>
        TextAsync(http, status, type, text);

    private static Task TextAsync(HttpContext http, int status, string? type, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(true));
        await app.DisposeAsync();
    }

    private static byte[] Run { get; } = [.. Enumerable.Repeat((byte)'a', Chunk)];

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.SmallestSize))
            stream.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Packed(Func<Stream, Stream> packer, string beginning, int megabytes)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            stream.Write(Encoding.UTF8.GetBytes(beginning));
            for (var one = 0; one < megabytes; one++)
                stream.Write(Run);
        }
        return packed.ToArray();
    }
}
