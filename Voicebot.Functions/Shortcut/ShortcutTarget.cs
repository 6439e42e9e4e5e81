using System.Reflection;

namespace Voicebot.Functions.Shortcut;

/// <summary>What a shortcut starts.</summary>
/// <param name="Program">Full path of the executable.</param>
/// <param name="Arguments">Unquoted, one by one.</param>
/// <param name="WorkingDirectory">Where it starts; relative settings such as the data folder are looked up from here.</param>
public sealed record ShortcutTarget(string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>Starts the server, or only opens the page when it runs already.</summary>
    public const string OpenArgument = "--open";

    /// <summary>This very program, in the folder where it was started now.</summary>
    /// <exception cref="InvalidOperationException">The system does not say which program this is.</exception>
    public static ShortcutTarget ThisProgram()
    {
        var program = Environment.ProcessPath
            ?? throw new InvalidOperationException("The system does not tell the path of the running program.");
        var assembly = Path.Combine(AppContext.BaseDirectory, Assembly.GetExecutingAssembly().GetName().Name + ".dll");
        return For(program, assembly, Environment.CurrentDirectory);
    }

    /// <summary>An executable of its own is started directly; the shared <c>dotnet</c> needs to be told the assembly.</summary>
    public static ShortcutTarget For(string program, string assembly, string workingDirectory) =>
        Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? new ShortcutTarget(program, [assembly, OpenArgument], workingDirectory)
            : new ShortcutTarget(program, [OpenArgument], workingDirectory);
}
