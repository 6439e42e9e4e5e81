using System.Text.Json.Nodes;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Deployment;

/// <summary>What every size keeps, looked up in the resources that it asks for; that the snapshots are true, another test holds.</summary>
public sealed class TemplateRulesTests
{
    public static TheoryData<string> Sizes => new("small", "large");

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Storage_OfEverySize_IsPrivateAndKnowsNoKeys(string size)
    {
        var accounts = Of(size, "Microsoft.Storage/storageAccounts");
        var containers = Of(size, "Microsoft.Storage/storageAccounts/blobServices/containers");

        Assert.Equal(2, accounts.Select(Name).Distinct().Count());
        Assert.All(accounts, account => Assert.Equal((false, false, true, "TLS1_2"),
            (Flag(account, "allowBlobPublicAccess"), Flag(account, "allowSharedKeyAccess"), Flag(account, "supportsHttpsTrafficOnly"),
                Text(account, "minimumTlsVersion"))));
        Assert.Equal(["packages", "voicebot"], containers.Select(one => Name(one).Split('/')[^1]).Order(StringComparer.Ordinal));
        Assert.All(containers, container => Assert.Equal("None", Text(container, "publicAccess")));
    }

    /// <summary>What the program has erased would be kept behind its back.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void Files_OfEverySize_KeepNothingThatWasErased(string size)
    {
        var files = Of(size, "Microsoft.Storage/storageAccounts/blobServices")
            .Single(service => Name(service).EndsWith("data/default", StringComparison.Ordinal));

        Assert.False(files["properties"]!["deleteRetentionPolicy"]!["enabled"]!.GetValue<bool>());
        Assert.False(Flag(files, "isVersioningEnabled"));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void App_OfEverySize_SpeaksTlsAndKnowsNoPassword(string size)
    {
        var app = Assert.Single(Of(size, "Microsoft.Web/sites"));

        Assert.True(Flag(app, "httpsOnly"));
        Assert.Equal("1.2", app["properties"]!["siteConfig"]!["minTlsVersion"]!.GetValue<string>());
        Assert.Equal("1.2", app["properties"]!["siteConfig"]!["scmMinTlsVersion"]!.GetValue<string>());
        Assert.Equal("UserAssigned", app["identity"]!["type"]!.GetValue<string>());
        Assert.Equal("UserAssignedIdentity",
            app["properties"]!["functionAppConfig"]!["deployment"]!["storage"]!["authentication"]!["type"]!.GetValue<string>());
        Assert.Equal([false, false], Of(size, "Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(one => Flag(one, "allow")));
        var runtime = app["properties"]!["functionAppConfig"]!["runtime"]!;
        Assert.Equal(("dotnet-isolated", $"{Environment.Version.Major}.0"),
            (runtime["name"]!.GetValue<string>(), runtime["version"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Database_OfEverySize_TakesTokensAndTlsOnly(string size)
    {
        var server = Assert.Single(Of(size, "Microsoft.DBforPostgreSQL/flexibleServers"));
        var setting = Assert.Single(Of(size, "Microsoft.DBforPostgreSQL/flexibleServers/configurations"));

        var authentication = server["properties"]!["authConfig"]!;
        Assert.Equal(("Enabled", "Disabled"),
            (authentication["activeDirectoryAuth"]!.GetValue<string>(), authentication["passwordAuth"]!.GetValue<string>()));
        Assert.Null(server["properties"]!["administratorLoginPassword"]);
        Assert.EndsWith("/ssl_min_protocol_version", Name(setting), StringComparison.Ordinal);
        Assert.Equal("TLSv1.2", Text(setting, "value"));
    }

    /// <summary>The large one can be reached from its network only, and no rule opens it.</summary>
    [Fact]
    public void Database_Large_HasNoPublicAddress()
    {
        var server = Assert.Single(Of("large", "Microsoft.DBforPostgreSQL/flexibleServers"));

        Assert.NotNull(server["properties"]!["network"]!["delegatedSubnetResourceId"]);
        Assert.Empty(Of("large", "Microsoft.DBforPostgreSQL/flexibleServers/firewallRules"));
    }

    /// <summary>Roles for its own files, packages, secrets and telemetry; none that manages anything.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void Identity_OfEverySize_HasTheRolesThatItNeeds(string size)
    {
        var roles = Of(size, "Microsoft.Authorization/roleAssignments")
            .Select(role => (Text(role, "roleDefinitionId").Split('/')[^1], Scope(role))).Order();

        Assert.Equal(
        [
            ("3913510d-42f4-4e42-8a64-420c390055eb", "components"), // Monitoring Metrics Publisher
            ("4633458b-17de-408a-b874-0445c86b69e6", "vaults"), // Key Vault Secrets User
            ("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "storageAccounts"), // Storage Blob Data Owner, of the host's account
            ("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "containers"), // Storage Blob Data Contributor
        ], roles);
        Assert.True(Flag(Assert.Single(Of(size, "Microsoft.KeyVault/vaults")), "enableRbacAuthorization"));
    }

    [Fact]
    public void SignIn_OfTheOrganisation_LeavesOutProbesAndTheSignedWebhookOnly()
    {
        var signIn = Assert.Single(Of("large", "Microsoft.Web/sites/config"));

        Assert.True(signIn["properties"]!["platform"]!["enabled"]!.GetValue<bool>());
        Assert.True(signIn["properties"]!["globalValidation"]!["requireAuthentication"]!.GetValue<bool>());
        Assert.Equal(["/api/live", "/api/ready", "/api/webhooks/elevenlabs"],
            signIn["properties"]!["globalValidation"]!["excludedPaths"]!.AsArray().Select(path => path!.GetValue<string>()));
        Assert.Empty(Of("large", "Microsoft.Web/staticSites")); // there the browser gives that sign-in to nobody
    }

    private static List<JsonNode> Of(string size, string type) =>
        [.. BicepCompiler.Predicted(size).Where(resource => resource["type"]!.GetValue<string>() == type)];

    private static string Name(JsonNode resource) => resource["name"]!.GetValue<string>();

    private static string Text(JsonNode resource, string property) => resource["properties"]![property]!.GetValue<string>();

    private static bool Flag(JsonNode resource, string property) => resource["properties"]![property]!.GetValue<bool>();

    /// <summary>The type of what the role is given on.</summary>
    private static string Scope(JsonNode role) =>
        role["id"]!.GetValue<string>().Replace("[extensionResourceId('", "", StringComparison.Ordinal)
            .Split(["/providers/Microsoft.Authorization/roleAssignments/", "'"], StringSplitOptions.None)[0].Split('/')[^2];
}
