using Seaworthy.Engine;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Tests.Engine.Reporting;

/// <summary>A report with all that a format must cope with: every outcome, several places, a secret, a crash, and a repository that tries to break out of the format.</summary>
internal static class ReportSample
{
    /// <summary>Ends a CDATA section, a cell, a property and a line, names another scheme, moves the cursor.</summary>
    public const string HostilePath = "a:b]]>,c%\n::error::\u001b[31m\"d/.env";

    public const string HostileLine = "=HYPERLINK(\"x\"),[a](1){0}<b>]]>%0A::set-output\u001b[2J\u202E\ufffe\u2028";

    private static readonly IReadOnlyList<MemoryFile> Files =
    [
        new(".env", "PORT=3000\nDB_PASSWORD=hunter2hunter2\nNAME='⚓ 🚢' PORT=3000\n"),
        new("compose.yaml", "services:\n  api:\n    ports: [\"8080:8000\"]\n"),
        new("my dir/ünïcode.env", "PORT=1\n"),
        new(HostilePath, "A=1\n" + HostileLine + "\n"),
    ];

    public static Report Report { get; } = Make();

    private static Report Make()
    {
        using MemoryRepository repository = new(Files);
        return Audit.Run(
            repository,
            [
                new SaidRule(Info("ports/wrong-port", Area.PortsAndHealth, Severity.High), Ports),
                new SaidRule(Info("secrets/shown", Area.Secrets, Severity.Critical), Secrets),
                new SaidRule(Info("files/never", Area.Configuration, Severity.Low), (_, _) => []),
                new SaidRule(Info("files/crash", Area.Configuration, Severity.Low), (_, _) => throw new InvalidOperationException("boom")),
            ]
        );
    }

    private static IEnumerable<Verdict> Ports(RuleInfo rule, Deployment deployment)
    {
        var env = File(deployment, ".env");
        var compose = File(deployment, "compose.yaml");
        yield return Verdict
            .Of(rule, Outcome.Fail, At(env, "PORT=3000"), "'.env' sets 3000, and compose leads to 8000.")
            .Related(At(compose, "\"8080:8000\""), "published here")
            .Related(At(File(deployment, "my dir/ünïcode.env"), "PORT=1"))
            .Remedy("Write PORT=8000 into '.env'.")
            .Verify($"docker compose config") with
        {
            Subject = "api",
        };
        yield return Verdict.Of(rule, Outcome.Warn, At(env, "🚢' PORT=3000"), "Behind a ship.") with
        {
            Subject = "api",
        };
        yield return Verdict.Of(rule, Outcome.Warn, env.Whole, "The file is odd.").As(Severity.Low) with
        {
            Subject = "api",
        };
        yield return Verdict.Of(rule, Outcome.Unknown, compose.Whole, "An image of elsewhere decides.") with
        {
            Subject = "proxy",
        };
        yield return Verdict.Of(rule, Outcome.Pass, At(compose, "api:"), rule.Holds) with
        {
            Subject = "db",
        };
    }

    private static IEnumerable<Verdict> Secrets(RuleInfo rule, Deployment deployment)
    {
        yield return Verdict
            .Of(rule, Outcome.Fail, At(File(deployment, ".env"), "DB_PASSWORD=hunter2hunter2"), "It says DB_PASSWORD=hunter2hunter2.")
            .Remedy("Remove DB_PASSWORD=hunter2hunter2.")
            .Verify($"grep DB_PASSWORD=hunter2hunter2 .env") with
        {
            Subject = "DB_PASSWORD=hunter2hunter2",
        };
        var hostile = File(deployment, HostilePath);
        yield return Verdict
            .Of(rule, Outcome.Fail, At(hostile, "<b>"), HostileLine)
            .As(Severity.Medium)
            .Related(At(File(deployment, ".env"), "NAME"), HostileLine)
            .Remedy(HostileLine) with
        {
            Verification = HostileLine,
            Subject = HostileLine,
        };
    }

    private static SourceFile File(Deployment deployment, string path) =>
        deployment.Artifacts.First(artifact => artifact.File.Path == path).File;

    private static SourceSpan At(SourceFile file, string text) => new(file, file.Text.IndexOf(text, StringComparison.Ordinal), text.Length);

    private static RuleInfo Info(string id, Area area, Severity severity) =>
        new()
        {
            Id = id,
            Title = "Title of a rule",
            Area = area,
            Severity = severity,
            Rationale = "Somebody is harmed.",
            Holds = "It holds.",
        };
}
