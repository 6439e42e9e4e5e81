namespace Voicebot.Core.Demo;

/// <summary>
/// A Polish internet provider that never existed, its three voicebots and their tools.
/// Every telephone number is of a range that cannot be dialled or is reserved for fiction.
/// </summary>
internal static class DemoCompany
{
    public const string BranchId = "agtbrch_1001m2f7d0aaf3q8v6w5k9h2ztye";
    public const string VersionId = "agtvrsn_5501m6z8n3bkc1x7p4y9s2j0qwre";

    /// <summary>Where callers that ask for a person are put through to.</summary>
    public const string ConsultantNumber = "+48220000900";

    public static readonly DemoAgent Support = new()
    {
        Index = 0,
        Id = "agent_7301m4c8d2fgh6jk9mnp3qrstv5w",
        Name = "Obsługa klienta",
        Desk = "support",
        Tags = ["infolinia"],
        Model = new("gemini-2.5-flash", 0.30m, 2.50m),
        EnglishShare = 0.11,
        Criteria = DemoCriteria.Support,
        Data = DemoCriteria.SupportData,
    };

    public static readonly DemoAgent Payments = new()
    {
        Index = 1,
        Id = "agent_4402m5x7b9cde1fg3hjk6mnp8qrs",
        Name = "Płatności i przypomnienia",
        Desk = "outbound",
        Tags = ["kampanie", "wychodzące"],
        Model = new("claude-haiku-4-5", 1.00m, 5.00m),
        EnglishShare = 0.07,
        Criteria = DemoCriteria.Payments,
        Data = DemoCriteria.PaymentsData,
    };

    public static readonly DemoAgent Web = new()
    {
        Index = 2,
        Id = "agent_9103m6t4v2wxy8z0a1bc5def7ghj",
        Name = "Web Concierge",
        Desk = "web",
        Tags = [],
        Model = new("gpt-5-mini", 0.25m, 2.00m),
        EnglishShare = 0.46,
        Criteria = DemoCriteria.Web,
        Data = DemoCriteria.WebData,
    };

    public static readonly DemoAgent[] Agents = [Support, Payments, Web];

    /// <summary>The tools that the dialogues call; the rest are the vendor's own (end_call and the like).</summary>
    public static readonly Dictionary<string, DemoTool> Tools = new DemoTool[]
    {
        new("lookup_order", "webhook", "https://api.jutrzenka.example/orders/lookup"),
        new("get_invoices", "webhook", "https://api.jutrzenka.example/invoices/search"),
        new("get_balance", "webhook", "https://api.jutrzenka.example/accounts/balance"),
        new("register_promise", "webhook", "https://api.jutrzenka.example/promises"),
        new("check_appointments", "webhook", "https://api.jutrzenka.example/visits/slots"),
        new("book_visit", "webhook", "https://api.jutrzenka.example/visits"),
        new("line_diagnostics", "webhook", "https://api.jutrzenka.example/lines/test"),
        new("change_plan", "webhook", "https://api.jutrzenka.example/contracts/plan"),
        new("send_sms_link", "webhook", "https://api.jutrzenka.example/messages/sms"),
        new("check_coverage", "mcp", "coverage"),
        new("search_offers", "mcp", "offers"),
        new("end_call", "system", null),
        new("transfer_to_number", "system", null),
        new("transfer_to_agent", "system", null),
        new("voicemail_detection", "system", null),
    }.ToDictionary(t => t.Name);

    public static readonly (string Name, int Mbps, decimal Price)[] Plans =
    [
        ("Światłowód 300", 300, 59.99m), ("Światłowód 600", 600, 79.99m),
        ("Światłowód 1000", 1000, 99.99m), ("Jutrzenka Max", 2000, 129.99m),
    ];

    public static readonly string[] Cities =
        ["Toruń", "Gdynia", "Bielsko-Biała", "Rzeszów", "Opole", "Zielona Góra", "Płock", "Elbląg", "Tarnów", "Koszalin",
            "Łódź", "Kielce"];

    public static readonly string[] Streets =
        ["Polna", "Leśna", "Słoneczna", "Kwiatowa", "Ogrodowa", "Łąkowa", "Brzozowa", "Lipowa", "Szkolna", "Akacjowa",
            "Spacerowa", "Zielona"];

    public static readonly string[] PolishMen =
        ["Jan", "Piotr", "Krzysztof", "Andrzej", "Tomasz", "Paweł", "Marcin", "Michał", "Łukasz", "Jakub"];

    public static readonly string[] PolishWomen =
        ["Anna", "Maria", "Katarzyna", "Małgorzata", "Agnieszka", "Ewa", "Joanna", "Magdalena", "Monika", "Zofia"];

    /// <summary>Masculine form; -ski and -cki become -ska and -cka.</summary>
    public static readonly string[] PolishLast =
    [
        "Nowak", "Kowalski", "Wiśniewski", "Wójcik", "Kamiński", "Lewandowski", "Zieliński", "Mazur", "Krawczyk", "Piotrowski",
        "Grabowski", "Zając", "Pawłowski", "Król", "Wieczorek", "Jabłoński", "Dudek", "Adamczyk", "Stępień", "Górski",
    ];

    public static readonly string[] EnglishFirst =
        ["James", "Olivia", "Daniel", "Sophie", "Thomas", "Priya", "Mark", "Elena", "Ahmed", "Grace", "Lucas", "Hannah"];

    public static readonly string[] EnglishLast =
        ["Miller", "Clarke", "Novák", "Patel", "Johnson", "O'Brien", "Schmidt", "Rossi", "Evans", "Kim", "Taylor", "Haddad"];
}

/// <summary>One voicebot. Its <see cref="Desk"/> says which scenarios it gets: support, outbound or web.</summary>
internal sealed record DemoAgent
{
    public required int Index { get; init; }
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Desk { get; init; }
    public required string[] Tags { get; init; }
    public required DemoModel Model { get; init; }

    /// <summary>Share of conversations in English, 0–1; the others are Polish.</summary>
    public required double EnglishShare { get; init; }

    public required DemoCriterion[] Criteria { get; init; }
    public required DemoDatum[] Data { get; init; }
}

/// <param name="Name">As the vendor names it.</param>
/// <param name="InputPrice">USD per million input tokens.</param>
/// <param name="OutputPrice">USD per million output tokens.</param>
internal sealed record DemoModel(string Name, decimal InputPrice, decimal OutputPrice);

/// <param name="Name">Tool name.</param>
/// <param name="Kind">webhook, mcp or system.</param>
/// <param name="Target">URL of a webhook, server name of an MCP tool.</param>
internal sealed record DemoTool(string Name, string Kind, string? Target);
