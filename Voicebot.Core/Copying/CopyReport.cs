namespace Voicebot.Core.Copying;

/// <summary>What a copy holds; all of it was compared with what it was copied from.</summary>
/// <param name="Tables">Number of tables.</param>
/// <param name="Rows">Of all of them.</param>
/// <param name="Keys">That encrypt settings and sessions.</param>
public sealed record CopyReport(long Conversations, int Tables, long Rows, int Keys);
