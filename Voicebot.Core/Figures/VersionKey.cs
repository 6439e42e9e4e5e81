namespace Voicebot.Core.Figures;

/// <summary>A version of an agent as the key of a count: its branch and itself; empty where neither is known.</summary>
public static class VersionKey
{
    private const char Between = '\u001F'; // stands in no id

    public static string Write(string? branchId, string? versionId) =>
        branchId is null && versionId is null ? "" : $"{branchId}{Between}{versionId}";

    public static (string? BranchId, string? VersionId) Read(string key)
    {
        var ids = key.Split(Between, 2);
        string? Known(int index) => ids.Length > index && ids[index].Length > 0 ? ids[index] : null;
        return (Known(0), Known(1));
    }
}
