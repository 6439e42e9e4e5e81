namespace Voicebot.Core.Settings;

/// <summary>A new number of days; null switches the retention off.</summary>
public sealed record RetentionChange(int? Days);
