using System.Globalization;
using System.Text.Json;
using Voicebot.Core.Json;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Browser;

/// <summary>Figures as a reader of Polish or English expects them on paper.</summary>
internal sealed class PaperText(string language)
{
    private readonly bool polish = language == "pl";
    private readonly NumberFormatInfo numbers = language == "pl"
        ? new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = " " }
        : new NumberFormatInfo { NumberDecimalSeparator = ".", NumberGroupSeparator = "," };

    public string Count(long value) => Written(value, 0);

    public string Rate(long part, long whole) => Written(100.0 * part / whole, 1) + "%";

    /// <param name="unit">percent, duration, or the number of decimals.</param>
    public string Value(double? value, string unit) => (value, unit) switch
    {
        (null, _) => PolishText.None,
        ({ } known, "percent") => Written(known, 1) + "%",
        ({ } known, "duration") => polish
            ? PolishText.Duration(known)
            : PolishText.Duration(known).Replace(" min", "m", StringComparison.Ordinal).Replace(" s", "s", StringComparison.Ordinal),
        ({ } known, _) => Written(known, int.Parse(unit, CultureInfo.InvariantCulture)),
    };

    public string Change(JsonElement figure)
    {
        if (figure.Number("change") is not { } change)
            return PolishText.None;
        return Moved(change, figure) + figure.Text("unit") switch { "points" => polish ? " p.p." : " pp", "percent" => "%", _ => "" };
    }

    /// <summary>Points go without their unit, which the change beside it has.</summary>
    public string Interval(JsonElement figure)
    {
        if (figure.Number("low") is not { } low || figure.Number("high") is not { } high)
            return PolishText.None;
        var unit = figure.Text("unit") == "percent" ? "%" : "";
        return $"{Moved(low, figure)}{unit} {(polish ? "do" : "to")} {Moved(high, figure)}{unit}";
    }

    public string Judgement(JsonElement figure) => figure.Text("judgement") switch
    {
        "better" => polish ? "lepiej" : "better",
        "worse" => polish ? "gorzej" : "worse",
        "changed" => polish ? "wyraźna zmiana" : "clear change",
        "no_clear_change" => polish ? "bez wyraźnej zmiany" : "no clear change",
        "too_few" => polish ? "za mało" : "too few",
        _ => polish ? "nie oceniamy" : "not judged",
    };

    private string Moved(double change, JsonElement figure) =>
        (change < 0 ? "\u2212" : change > 0 ? "+" : "") + Written(Math.Abs(change), figure.Text("unit") == "absolute" ? 2 : 1);

    private string Written(double value, int digits) =>
        Math.Round((decimal)value, digits, MidpointRounding.AwayFromZero).ToString("#,0." + new string('0', digits), numbers);
}
