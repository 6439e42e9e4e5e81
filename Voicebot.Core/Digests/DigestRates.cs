using Voicebot.Core.Kpis;

namespace Voicebot.Core.Digests;

/// <summary>Rates in percent from their counts, so that they are rounded once, when they are written; pure.</summary>
internal static class DigestRates
{
    /// <summary>Null for what is no rate, or where nothing was counted.</summary>
    public static double? Of(string figure, KpiFigures figures) => figure switch
    {
        "conversion_rate" => Rate(figures.SuccessfulCount, figures.FinishedCount),
        "criteria_pass_rate" => Rate(figures.CriteriaStats.Sum(one => one.Pass), figures.CriteriaStats.Sum(one => one.Pass + one.Fail)),
        "transfer_rate" => Rate(figures.TransferCount, figures.FinishedCount),
        "dropout_rate" => Rate(figures.DropoutCount, figures.FinishedCount),
        "connection_rate" => Rate(figures.DoneCalls, figures.FinishedCount),
        "error_rate" => Rate(figures.TechnicalErrors, figures.FinishedCount),
        _ => null,
    };

    public static double? Rate(long part, long whole) => whole == 0 ? null : 100.0 * part / whole;
}
