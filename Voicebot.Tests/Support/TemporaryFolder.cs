namespace Voicebot.Tests.Support;

/// <summary>A folder that is gone when the test is over.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("voicebot-tests-").FullName;

    public void Dispose()
    {
        PostgresServer.Drop(FullPath);
        Directory.Delete(FullPath, recursive: true);
    }
}
