using System.Globalization;

namespace Voicebot.Core.Demo;

/// <summary>The values that one conversation's templates are filled with: who the customer is and what it is about.</summary>
internal sealed class DemoSlots
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    private static readonly string[] PolishMonths =
        ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
            "listopada", "grudnia"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly string[] _values = new string[Enum.GetValues<DemoSlot>().Length];

    public DemoSlots(DateOnly day, bool english, StableRandom random)
    {
        Feminine = random.Chance(0.52);
        var first = random.Pick(english ? DemoCompany.EnglishFirst : Feminine ? DemoCompany.PolishWomen : DemoCompany.PolishMen);
        var last = random.Pick(english ? DemoCompany.EnglishLast : DemoCompany.PolishLast);
        if (Feminine && !english && last.EndsWith("ki", StringComparison.Ordinal))
            last = last[..^1] + "a";

        var date = day.AddDays(random.Between(1, 8));
        if (date.DayOfWeek == DayOfWeek.Sunday)
            date = date.AddDays(1);
        var plan = random.Pick(DemoCompany.Plans);
        Plan = plan.Price;
        Amount = random.Between(5990, 38990) / 100m;
        Date = date;

        this[DemoSlot.Name] = $"{first} {last}";
        this[DemoSlot.Last] = last;
        this[DemoSlot.Order] = $"ZAM-{random.Between(10000, 99999)}";
        this[DemoSlot.Invoice] = $"FV/{random.Between(1000, 9999)}/{day.Month:00}/{day.Year}";
        this[DemoSlot.AmountNum] = Amount.ToString("0.00", English);
        this[DemoSlot.Amount] = Money(Amount, english);
        this[DemoSlot.Date] = english ? $"{date.Day} {EnglishMonths[date.Month - 1]}" : $"{date.Day} {PolishMonths[date.Month - 1]}";
        this[DemoSlot.IsoDate] = date.ToString("yyyy-MM-dd", English);
        this[DemoSlot.Time] = $"{random.Between(8, 17)}:{(random.Chance(0.5) ? "00" : "30")}";
        this[DemoSlot.City] = random.Pick(DemoCompany.Cities);
        this[DemoSlot.Street] = $"{random.Pick(DemoCompany.Streets)} {random.Between(1, 84)}";
        this[DemoSlot.PostCode] = $"00-{random.Between(0, 9):000}"; // 00-000 to 00-009 are given to no place
        this[DemoSlot.Ticket] = $"ZG-{random.Between(100000, 999999)}";
        this[DemoSlot.Plan] = plan.Name;
        this[DemoSlot.Price] = Money(plan.Price, english);
        this[DemoSlot.PriceNum] = plan.Price.ToString("0.00", English);
        this[DemoSlot.Mbps] = plan.Mbps.ToString(English);
        this[DemoSlot.Customer] = random.Between(200000, 899999).ToString(English);
        this[DemoSlot.About] = "";
    }

    public bool Feminine { get; }
    public decimal Amount { get; }
    public decimal Plan { get; }
    public DateOnly Date { get; }

    public string this[DemoSlot slot]
    {
        get => _values[(int)slot];
        set => _values[(int)slot] = value;
    }

    public string Fill(DemoTemplate template, StableRandom random) => template.Fill(random, _values, Feminine);

    private static string Money(decimal value, bool english)
    {
        var text = value.ToString("0.00", English);
        return english ? text : text.Replace('.', ',');
    }
}
