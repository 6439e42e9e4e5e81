namespace Voicebot.Functions;

/// <summary>How the program ends.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>It was asked rightly and could not do it; the error output says why, and what to do next.</summary>
    public const int Failed = 1;

    /// <summary>
    /// What it was asked cannot be meant: a wrong argument, an unreadable file of settings, a port in use. Nothing was begun.
    /// </summary>
    public const int WrongUsage = 2;
}
