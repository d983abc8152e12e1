using Seaworthy.Engine;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Suppressing;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Tests.Engine.Suppressing;

/// <summary>Audits of files in memory, on a day of the test's choice, by the configuration that stands among them.</summary>
internal static class Audited
{
    public const string Rule = "files/duplicate-key";

    public static readonly DateOnly Today = new(2026, 6, 15);

    /// <summary>A compose file whose sixth line is a duplicate key of the third.</summary>
    public static string Compose(string above = "", string beside = "") =>
        $"services:\n  api:\n    image: example/api:1.4.2\n    restart: always\n{above}    image: example/api:1.4.3{beside}\n";

    public static Report Run(IReadOnlyList<MemoryFile> files, Baseline? baseline = null, bool takesComments = true)
    {
        using MemoryRepository repository = new(files);
        var listing = repository.List();
        return Audit.Run(
            repository,
            new AuditOptions
            {
                Settings = SettingsReading.In(repository, listing.Tree),
                Baseline = baseline,
                TakesComments = takesComments,
                Today = Today,
                Listing = listing,
            }
        );
    }

    public static Report Run(string compose, string? settings = null) =>
        Run(settings is null ? [new("compose.yaml", compose)] : [new("compose.yaml", compose), new("seaworthy.yaml", settings)]);

    public static IEnumerable<Finding> Duplicates(this Report report) =>
        report.Findings.Where(finding => finding.Rule.Id == Rule && finding.Outcome == Seaworthy.Rules.Outcome.Fail);

    public static IEnumerable<string> Told(this Report report, Seaworthy.Model.Source.DiagnosticKind kind) =>
        report.Diagnostics.Where(diagnostic => diagnostic.Kind == kind).Select(diagnostic => diagnostic.Message);
}
