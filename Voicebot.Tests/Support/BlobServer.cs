using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Voicebot.Tests.Support;

/// <summary>The blob storage named in VOICEBOT_TEST_BLOBS, such as Azurite. Each test has a container of its own there.</summary>
internal static class BlobServer
{
    private static readonly string? Account =
        Environment.GetEnvironmentVariable("VOICEBOT_TEST_BLOBS") is { Length: > 0 } account ? account : null;

    /// <summary>Skips the test where there is no storage.</summary>
    public static void Require() => NeededPart.Require(Account is not null,
        "Start a blob storage that only the tests use (npx azurite@3.37.0 --skipApiVersionCheck), and name it in VOICEBOT_TEST_BLOBS by "
        + "its connection string, UseDevelopmentStorage=true where its port is the usual one.");

    /// <summary>A container that is not there yet, as VOICEBOT_FILES names it.</summary>
    public static string NewAddress() => $"{Account};Container=vb-{Guid.NewGuid():N}";

    public static BlobContainerClient Client(string address)
    {
        var parts = address.Split(";Container=");
        return new BlobContainerClient(parts[0], parts[1]);
    }

    /// <summary>The same container through another port of this computer.</summary>
    public static string Through(string address, Func<Uri, int> port)
    {
        var parts = address.Split(";Container=");
        var account = new BlobServiceClient(parts[0]);
        var to = new UriBuilder(account.Uri) { Host = "127.0.0.1", Port = port(account.Uri) }.Uri;
        return $"DefaultEndpointsProtocol=http;AccountName={account.AccountName};AccountKey={KeyOf(parts[0])};BlobEndpoint={to};"
            + $"Container={parts[1]}";
    }

    /// <summary>The same container, with a key that is not the account's.</summary>
    public static string WithAnotherKey(string address)
    {
        var key = KeyOf(address);
        return Through(address, uri => uri.Port).Replace(key, Convert.ToBase64String(new byte[64]), StringComparison.Ordinal);
    }

    public static async Task MakePublicAsync(string address)
    {
        var container = Client(address);
        await container.CreateIfNotExistsAsync();
        await container.SetAccessPolicyAsync(PublicAccessType.Blob);
    }

    public static async Task MakePrivateAsync(string address) => await Client(address).SetAccessPolicyAsync(PublicAccessType.None);

    public static async Task<IReadOnlyList<string>> NamesAsync(string address, BlobStates states = BlobStates.None)
    {
        var names = new List<string>();
        await foreach (var blob in Client(address).GetBlobsAsync(BlobTraits.None, states, null, CancellationToken.None))
            names.Add(blob.Name);
        return names;
    }

    private static string KeyOf(string address)
    {
        const string name = "AccountKey=";
        return address.Split(';').FirstOrDefault(part => part.StartsWith(name, StringComparison.Ordinal))?[name.Length..]
            ?? "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="; // of every emulator
    }
}
