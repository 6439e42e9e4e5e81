using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Voicebot.Core.Data;

namespace Voicebot.Core.Settings;

/// <summary>An access key that this program made: shown once, kept only as a salted hash.</summary>
public sealed class StoredAccessKey(Database database)
{
    private const string Name = "access_key_hash";
    private const int KeyBytes = 32;
    private const int SaltBytes = 16;

    /// <summary>Makes a new key in place of an older one and returns it; it cannot be read again.</summary>
    public string Make()
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var stored = $"{Convert.ToHexStringLower(salt)}:{Convert.ToHexStringLower(Hash(salt, key))}";
        database.Write(connection => SettingsStore.Set(connection, Name, stored));
        return key;
    }

    /// <summary>Salt and hash; null when no key was ever made.</summary>
    public (byte[] Salt, byte[] Hash)? Read() =>
        database.Read(connection => SettingsStore.Get(connection, Name))?.Split(':') is [var salt, var hash]
            ? (Convert.FromHexString(salt), Convert.FromHexString(hash)) : null;

    /// <summary>One round is enough: the key has 256 random bits, so there is nothing to guess word by word.</summary>
    public static byte[] Hash(byte[] salt, string key) => HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(key));
}
