namespace Voicebot.Core.Charts;

/// <summary>A drawn chart.</summary>
/// <param name="Png">Drawn at twice the size, for fine screens.</param>
/// <param name="Width">As it is to be shown, in px.</param>
public sealed record ChartPicture(byte[] Png, int Width, int Height);
