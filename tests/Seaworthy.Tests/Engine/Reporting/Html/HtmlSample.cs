using System.Globalization;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting.Html;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Tests.Engine.Reporting.Html;

/// <summary>Pages to look at: the shop with its planted faults, and a repository that tries to get a script into the page by every way there is.</summary>
internal static class HtmlSample
{
    public const string Attack =
        "</script><img src=x onerror=window.hacked=1><svg onload=window.hacked=1>\" onfocus=window.hacked=1 autofocus x=\"'`\u2028";

    public static Report ShopReport { get; } = Audited();

    public static string Shop { get; } = Page(ShopReport);

    public static string Hostile { get; } = Page(Hostilely());

    /// <summary>Two thousand findings of forty rules.</summary>
    public static string Long { get; } = Page(Endless());

    public static string Page(Report report)
    {
        using StringWriter output = new();
        HtmlReport.Write(report, output);
        return output.ToString();
    }

    private static Report Audited()
    {
        using DirectoryRepository shop = new(Path.Combine(RepositoryRoot.Path, "examples", "shop"));
        return Audit.Run(shop);
    }

    private static Report Endless()
    {
        var lines = Enumerable.Range(0, 2000).Select(number => string.Create(CultureInfo.InvariantCulture, $"NAME_{number}=1\n")).ToList();
        using MemoryRepository repository = new([new(".env", string.Concat(lines))]);
        return Audit.Run(repository, [.. Enumerable.Range(0, 40).Select(number => Rule(number, lines))]);
    }

    private static SaidRule Rule(int number, List<string> lines)
    {
        RuleInfo info = new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"files/rule-{number}"),
            Title = string.Create(CultureInfo.InvariantCulture, $"Pattern {number}"),
            Area = (Area)(number % 16),
            Severity = (Severity)(number % 4),
            Rationale = "Somebody is harmed.",
            Holds = "It holds.",
        };
        return new SaidRule(
            info,
            (rule, deployment) => Enumerable.Range(number * 50, 50).Select(line => Said(rule, deployment, lines[line]))
        );
    }

    private static Verdict Said(RuleInfo rule, Deployment deployment, string line)
    {
        var file = deployment.Artifacts.First(artifact => artifact.File.Path == ".env").File;
        SourceSpan place = new(file, file.Text.IndexOf(line, StringComparison.Ordinal), line.Length - 1);
        return Verdict
            .Of(rule, Outcome.Fail, place, $"'{line.Trim()}' contradicts something.")
            .Remedy("Change it.")
            .Verify($"docker compose config") with
        {
            Subject = line.Trim(),
        };
    }

    private static Report Hostilely()
    {
        var quoted = Attack.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        using MemoryRepository repository = new([
            new(
                "compose.yaml",
                $"""
                services:
                  "{quoted}":
                    image: "{quoted}"
                    ports: ["8080:8000"]
                    depends_on: ["{quoted}2", db]
                    environment:
                      "{quoted}": "{quoted}"
                      API_URL: "http://nobody{quoted}:80/"
                      OTHER_URL: http://nobody:80/
                      DATABASE_URL: postgres://db:5433/x
                  db:
                    image: postgres:17
                  db:
                    image: postgres:17
                  "{quoted}2":
                    image: "{quoted}"
                    # seaworthy: allow files/duplicate-key {Attack}
                    image: "{quoted}"
                """
            ),
            new($"a{Attack.Replace('/', '|')}/.env", $"A=1\nA={Attack}\n{Attack}\nDB_PASSWORD=hunter2hunter2\n"),
            new(
                $"b{Attack.Replace('/', '|')}/Dockerfile",
                $"FROM a{Attack}\nCOPY {Attack} /x\nFROM a AS {Attack}\nCMD [\"{quoted}\"]\nHEALTHCHECK CMD {Attack}\n"
            ),
            new($"c{Attack.Replace('/', '|')}/Dockerfile", "\0"),
            new(
                ".github/workflows/a.yml",
                $"on: push\njobs:\n  \"{quoted}\":\n    needs: [\"{quoted}\"]\n    runs-on: \"{quoted}\"\n    steps: [{{run: \"./{quoted}\"}}]\n"
            ),
        ]);
        return Audit.Run(repository);
    }
}
