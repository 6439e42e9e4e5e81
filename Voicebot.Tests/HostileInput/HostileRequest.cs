namespace Voicebot.Tests.HostileInput;

/// <summary>One request of the suite.</summary>
/// <param name="Target">Path and query as they are sent, already escaped where the sender chose to.</param>
internal sealed record HostileRequest(string Method, string Target)
{
    public byte[]? Body { get; init; }
    public string? ContentType { get; init; }
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public override string ToString() =>
        $"{Method} {Target[..Math.Min(Target.Length, 300)]} "
        + $"{string.Join(' ', Headers.Select(header => $"{header.Name}: {header.Value}"))} {ContentType} "
        + $"{(Body is null ? "" : System.Text.Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, 300)))}";
}
