using System.Text.RegularExpressions;
using Azure.Storage.Blobs;

namespace Voicebot.Core.Files;

/// <summary>The blob container that VOICEBOT_FILES names.</summary>
public sealed partial record ContainerAddress
{
    public const string Rule = "a folder, or a container of Azure Blob Storage: by its address such as "
        + "'https://example.blob.core.windows.net/voicebot', for a managed identity, or by the account's connection string with the "
        + "container's name at its end, such as 'DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;Container=voicebot'";

    private const string NameKey = "Container";
    private static readonly string[] Signs =
        ["://", "AccountName=", "AccountKey=", "BlobEndpoint=", "UseDevelopmentStorage=", NameKey + "="];

    private ContainerAddress(string container) => Container = container;

    public string Container { get; }

    /// <summary>The container's address, where this program signs in by its identity.</summary>
    public Uri? Url { get; private init; }

    /// <summary>The account's connection string, with its key.</summary>
    public string? Account { get; private init; }

    /// <summary>Without the members: a key must not get into a log by mistake.</summary>
    public override string ToString() => nameof(ContainerAddress);

    /// <summary>Whether somebody means a container with it, and no folder.</summary>
    public static bool IsMeant(string text) => Signs.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null when it names no container that may be used.</summary>
    public static ContainerAddress? Accept(string text) =>
        text.Contains('=', StringComparison.Ordinal) ? OfAccount(text) : OfUrl(text);

    private static ContainerAddress? OfUrl(string text) =>
        Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0
        && url.AbsolutePath.TrimStart('/') is var name && ContainerName().IsMatch(name)
            ? new ContainerAddress(name) { Url = url }
            : null;

    private static ContainerAddress? OfAccount(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var names = parts.Where(IsName).Select(part => part[(NameKey.Length + 1)..]).ToList();
        if (names is not [var name] || !ContainerName().IsMatch(name))
            return null;
        var account = string.Join(';', parts.Where(part => !IsName(part)));
        try
        {
            var address = new BlobServiceClient(account);
            return address.CanGenerateAccountSasUri // there is a key, and not only a signature that runs out
                && (address.Uri.Scheme == Uri.UriSchemeHttps || address.Uri.IsLoopback)
                ? new ContainerAddress(name) { Account = account }
                : null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsName(string part) => part.StartsWith(NameKey + "=", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A(?=.{3,63}\z)[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ContainerName();
}
