using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Voicebot.Tests.Support;

/// <summary>A registry on loopback with one image, of an empty layer: what the SDK puts on top of it is what is looked at.</summary>
public sealed class BaseImageRegistry : IAsyncDisposable
{
    private const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";
    private readonly WebApplication app;

    private BaseImageRegistry()
    {
        var blobs = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var layer = Packed(EmptyTar());
        var config = JsonSerializer.SerializeToUtf8Bytes(new
        {
            architecture = RuntimeInformation.RuntimeIdentifier.EndsWith("arm64", StringComparison.Ordinal) ? "arm64" : "amd64",
            os = "linux",
            config = new { Env = new[] { "PATH=/usr/bin", "APP_UID=1654" } },
            rootfs = new { type = "layers", diff_ids = new[] { Digest(EmptyTar()) } },
            history = Array.Empty<object>(),
        });
        blobs[Digest(layer)] = layer;
        blobs[Digest(config)] = config;
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new
        {
            schemaVersion = 2,
            mediaType = ManifestType,
            config = new { mediaType = "application/vnd.docker.container.image.v1+json", size = config.Length, digest = Digest(config) },
            layers = new[]
            {
                new { mediaType = "application/vnd.docker.image.rootfs.diff.tar.gzip", size = layer.Length, digest = Digest(layer) },
            },
        });

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(http =>
        {
            var path = http.Request.Path.Value!;
            var body = path.Contains("/manifests/", StringComparison.Ordinal) ? manifest
                : blobs.GetValueOrDefault(path[(path.LastIndexOf('/') + 1)..], "{}"u8.ToArray());
            http.Response.ContentType = body == manifest ? ManifestType : "application/octet-stream";
            http.Response.Headers["Docker-Content-Digest"] = Digest(body);
            http.Response.ContentLength = body.Length;
            return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(body).AsTask();
        });
    }

    public string Host => new Uri(app.Urls.First()).Authority;

    public string Image => $"{Host}/base:10.0";

    public static async Task<BaseImageRegistry> StartAsync()
    {
        var registry = new BaseImageRegistry();
        await registry.app.StartAsync();
        return registry;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(true));
        await app.DisposeAsync();
    }

    private static string Digest(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] EmptyTar()
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "home/") { ModificationTime = DateTimeOffset.UnixEpoch });
        return bytes.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
