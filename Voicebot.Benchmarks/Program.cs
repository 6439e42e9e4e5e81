using System.Globalization;
using BenchmarkDotNet.Running;
using Voicebot.Benchmarks.Filling;
using Voicebot.Benchmarks.Mutations;
using Voicebot.Benchmarks.Page;
using Voicebot.Benchmarks.Product;
using Voicebot.Benchmarks.Yardsticks;

const string Usage = """
    Usage: dotnet run -c Release --project Voicebot.Benchmarks -- COMMAND [--data FOLDER]
      report [SIZE …]   fill databases of these sizes (10000 100000 1000000) once, and print the table of figures
      compare SIZE      the product beside DuckDB, sqlite3 and an empty application, over the same rows in one run, as ratios
      fill SIZE         only fill
      sync COUNT MS     first sync and resync of COUNT conversations from a simulated vendor that takes MS per answer
      instances AGENTS COUNT MS
                        first sync of COUNT conversations of so many agents, by one, two and four instances on the PostgreSQL server that
                        VOICEBOT_TEST_POSTGRES names
      load SIZE         200 readers for a minute during a sync, on a database of that size
      page SIZE [BUILD …]
                        first figures and a filter in a browser, with 40 ms added to each answer; other versions, named by the folders
                        they were built into, are visited in turns
      zone SIZE         change of the reporting zone, recount and mending, on a database of that size
      core [ARGS …]     BenchmarkDotNet over the parts of the core
      mutate COUNT SEED PATH …
                        from the root, after a build: changes COUNT rules in files or folders, drawn by SEED, one at a time, and lists
                        those that no test of the room notices; FILE:LINE is one line; VOICEBOT_MUTATE_PREFIX is put before each run
                        of tests; VOICEBOT_MUTATE_STAGES=1 asks only those that name the file, for a quick look
    Filled databases are kept in FOLDER (voicebot-benchmarks in the temporary folder) and used again.
    """;

var arguments = args.ToList();
var folder = Path.Combine(Path.GetTempPath(), "voicebot-benchmarks");
if (arguments.IndexOf("--data") is >= 0 and var at && at + 1 < arguments.Count)
{
    folder = Path.GetFullPath(arguments[at + 1]);
    arguments.RemoveRange(at, 2);
}
var numbers = arguments.Skip(1).Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
switch (arguments.FirstOrDefault() ?? "report")
{
    case "report":
        await Report.RunAsync(folder, numbers.Count > 0 ? numbers : [10_000, 100_000, 1_000_000]);
        return 0;
    case "compare" when numbers is [> 0]:
        await YardstickReport.RunAsync(folder, numbers[0]);
        return 0;
    case "empty" when numbers is [> 0]: // what "compare" starts
        await EmptyApp.ServeAsync(numbers[0]);
        return 0;
    case "fill" when numbers is [> 0]:
        DatabaseFiller.Fill(Path.Combine(folder, $"{numbers[0]}"), numbers[0]);
        return 0;
    case "sync" when numbers is [> 0, >= 0]:
        await SyncReport.RunAsync(numbers[0], TimeSpan.FromMilliseconds(numbers[1]));
        return 0;
    case "instances" when numbers is [> 0, > 0, >= 0]:
        return await InstancesReport.RunAsync(numbers[0], numbers[1], TimeSpan.FromMilliseconds(numbers[2])) ? 0 : 2;
    case "load" when numbers is [> 0]:
        await LoadReport.RunAsync(folder, numbers[0]);
        return 0;
    case "page" when numbers is [> 0, ..]:
        await PageReport.RunAsync(folder, numbers[0], [.. arguments.Skip(2)]);
        return 0;
    case "zone" when numbers is [> 0]:
        ZoneReport.Run(folder, numbers[0]);
        return 0;
    case "core":
        BenchmarkSwitcher.FromAssembly(typeof(Report).Assembly).Run([.. arguments.Skip(1)]);
        return 0;
    case "mutate" when numbers is [> 0, >= 0, _, ..]:
        var prefix = (Environment.GetEnvironmentVariable("VOICEBOT_MUTATE_PREFIX") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var stages = int.TryParse(Environment.GetEnvironmentVariable("VOICEBOT_MUTATE_STAGES"), CultureInfo.InvariantCulture, out var most)
            ? most : int.MaxValue;
        var survivors = MutationReport.Run(Environment.CurrentDirectory, [.. arguments.Skip(3)], numbers[0], numbers[1], prefix, stages);
        return survivors == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
