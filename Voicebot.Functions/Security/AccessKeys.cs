using System.Security.Cryptography;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Security;

/// <summary>The keys that sign people in, known here only as salted hashes.</summary>
public sealed class AccessKeys
{
    private readonly IReadOnlyList<(Role Role, byte[] Salt, byte[] Hash)> given;
    private readonly StoredAccessKey? stored;

    public AccessKeys(VoicebotOptions options, StoredAccessKey stored)
    {
        var known = new List<(Role, byte[], byte[])>();
        if (options.AccessKey is { } owner)
            known.Add(Hashed(Role.Owner, owner));
        // One that was made at a start counts only where a key is needed and the environment gives none.
        else if (options.IsExposed)
            this.stored = stored;
        if (options.ViewerKey is { } viewer)
            known.Add(Hashed(Role.Viewer, viewer));
        given = known;
    }

    public bool HasOwner => Keys.Any(key => key.Role == Role.Owner);

    /// <summary>Null when the key is none of these. Takes the same time whichever it is, and however much of it is right.</summary>
    public Role? RoleOf(string key)
    {
        Role? found = null;
        foreach (var (role, salt, hash) in Keys)
            if (CryptographicOperations.FixedTimeEquals(StoredAccessKey.Hash(salt, key), hash))
                found = role;
        return found;
    }

    /// <summary>The stored one is read each time, because another program may have put a new one in its place.</summary>
    private IEnumerable<(Role Role, byte[] Salt, byte[] Hash)> Keys =>
        stored?.Read() is { } made ? given.Append((Role.Owner, made.Salt, made.Hash)) : given;

    private static (Role, byte[], byte[]) Hashed(Role role, string key)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return (role, salt, StoredAccessKey.Hash(salt, key));
    }
}
