namespace Voicebot.Core.Money;

/// <summary>What is still to come from the end of the data to the end of a day, in US dollars.</summary>
public sealed record ForecastPoint(DateOnly Day, double Expected, double Low, double High);

/// <summary>A day whose data are complete.</summary>
/// <param name="Usd">0 without conversations; null where there were some and no cost of them is known.</param>
public sealed record KnownDay(DateOnly Day, double? Usd);
