using System.Text.RegularExpressions;

namespace Voicebot.Tests.Architecture;

/// <summary>Files and folders are made in one place, which sets their modes; the shortcut on the desktop is the user's own.</summary>
public sealed partial class FileDoorTests
{
    [Fact]
    public void Sources_OutsideTheDoor_MakeNoFilesAndFolders() =>
        Assert.Empty(
            from path in Repository.Sources("Voicebot.Core").Concat(Repository.Sources("Voicebot.Functions"))
            where !path.StartsWith("Voicebot.Core/Files/", StringComparison.Ordinal)
                && !path.StartsWith("Voicebot.Functions/Shortcut/", StringComparison.Ordinal)
            from Match call in MakesFiles().Matches(Repository.Text(path))
            select $"{path}: {call.Value}");

    /// <summary>The pattern itself: what it must find, and what it must leave.</summary>
    [Theory]
    [InlineData("File.Create(path)", true)]
    [InlineData("File.WriteAllText(path, text)", true)]
    [InlineData("await File.AppendAllLinesAsync(path, lines)", true)]
    [InlineData("File.OpenWrite(path)", true)]
    [InlineData("File.Copy(from, to)", true)]
    [InlineData("new FileStream(path, FileMode.Open)", true)]
    [InlineData("new StreamWriter(path)", true)]
    [InlineData("Directory.CreateDirectory(path)", true)]
    [InlineData("Directory.CreateTempSubdirectory()", true)]
    [InlineData("Path.GetTempFileName()", true)]
    [InlineData("File.OpenHandle(path, FileMode.Create)", true)]
    [InlineData("PrivateFiles.Create(path)", false)]
    [InlineData("new StreamWriter(output, encoding)", false)]
    [InlineData("File.OpenRead(path)", false)]
    [InlineData("Directory.Exists(path)", false)]
    public void MakesFiles_Calls_AreFoundAndOthersLeft(string call, bool found) => Assert.Equal(found, MakesFiles().IsMatch(call));

    [GeneratedRegex(@"(?<!Private)\bFile\.(Create\w*|WriteAll\w+|Append\w+|OpenWrite|OpenHandle|Open|Copy)\(|new FileStream\("
        + @"|new StreamWriter\((path|file|\$?"")|Directory\.Create\w+\(|Path\.GetTemp\w+\(|"
        + @"\bFileInfo\([^)]*\)\.(Create|Open|Append|Copy)\w*\(")]
    private static partial Regex MakesFiles();
}
