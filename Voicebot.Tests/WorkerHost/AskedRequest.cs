using System.Text;

namespace Voicebot.Tests.WorkerHost;

/// <summary>A request that both hosts get.</summary>
/// <param name="Path">With its query.</param>
/// <param name="Body">Null for none.</param>
internal sealed record AskedRequest(string Method, string Path, string? Body = null)
{
    public string ContentType { get; init; } = "application/json";

    /// <summary>The owner's without it; null for a stranger.</summary>
    public string? Key { get; init; } = TwoHosts.OwnerKey;

    /// <summary><c>{authority}</c> in a value stands for host and port of the address that is asked.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Comes with the cookie of the session that was begun last, and without a key.</summary>
    public bool InSession { get; init; }

    /// <summary>Without saying beforehand how long the body is.</summary>
    public bool Chunked { get; init; }

    /// <param name="cookie">Of the session.</param>
    public HttpRequestMessage ToMessage(string authority, string cookie)
    {
        var address = new Uri($"http://{authority}{Path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new HttpMethod(Method), address);
        if (InSession)
            message.Headers.TryAddWithoutValidation("Cookie", cookie);
        else if (Key is not null)
            message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Key);
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value.Replace("{authority}", authority, StringComparison.Ordinal));
        if (Chunked)
            message.Headers.TransferEncodingChunked = true;
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }
        return message;
    }

    public override string ToString()
    {
        var caller = InSession ? "in session" : Key is null ? "stranger" : Key == TwoHosts.ViewerKey ? "viewer" : "";
        return $"{Method} {Start(Path)} {string.Join(' ', Headers)} {Start(Body ?? "")} {caller}".TrimEnd();
    }

    private static string Start(string text) => text[..Math.Min(text.Length, 120)];
}
