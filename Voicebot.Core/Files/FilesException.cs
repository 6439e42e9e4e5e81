namespace Voicebot.Core.Files;

/// <summary>Why a place of files cannot be used.</summary>
public enum FilesFailure
{
    /// <summary>It does not answer; that may pass.</summary>
    Unreachable,

    /// <summary>It refuses this program: another key, no right, or no such place.</summary>
    Refused,

    /// <summary>Everybody could read what lies there.</summary>
    Public,

    /// <summary>Somebody else has written the same file, or has the turn; the place itself is well.</summary>
    Taken,
}

/// <param name="Sentence">What happened and what to do, in English and fit for viewers: no key, number or path is in it.</param>
public sealed record FilesFault(FilesFailure Failure, string Sentence)
{
    /// <summary>As problems and health call it.</summary>
    public string Code => Failure switch
    {
        FilesFailure.Refused => "files_refused",
        FilesFailure.Public => "files_public",
        FilesFailure.Taken => "files_taken",
        _ => "files_unreachable",
    };
}

/// <summary>A place of files could not do what was asked of it.</summary>
public sealed class FilesException(FilesFault fault, Exception? inner = null) : Exception(fault.Sentence, inner)
{
    public FilesFault Fault => fault;
}
