namespace Voicebot.Core.Views;

/// <summary>The view cannot be stored beside those that there are.</summary>
public sealed class ViewRefusedException(ViewRefusal refusal) : Exception($"The view was refused: {refusal}.")
{
    public ViewRefusal Refusal => refusal;
}
