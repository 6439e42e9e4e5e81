namespace Voicebot.Core.Auditing;

/// <summary>What is recorded, as written in the API.</summary>
public static class AuditActions
{
    public const string SignIn = "sign_in";
    public const string Settings = "settings";
    public const string Views = "views";
    public const string ReviewRules = "review_rules";
    public const string Targets = "targets";
    public const string Notes = "notes";
    public const string Money = "money";
    public const string AlertRules = "alert_rules";
    public const string AlertChannels = "alert_channels";
    public const string Digests = "digests";
    public const string Reveal = "reveal";
    /// <summary>Asked for whole numbers while they were masked; one entry per caller and hour.</summary>
    public const string NumberGuess = "number_guess";
    public const string Export = "export";
    public const string ArchiveDownload = "archive_download";
    public const string PersonExport = "person_export";
    public const string Erase = "erase";
    public const string Retention = "retention";
    public const string Backup = "backup";
    public const string Import = "import";

    public static IReadOnlyList<string> All { get; } =
        [SignIn, Settings, Views, ReviewRules, Targets, Notes, Money, AlertRules, AlertChannels, Digests, Reveal,
         NumberGuess, Export, ArchiveDownload, PersonExport, Erase, Retention, Backup, Import];
}
