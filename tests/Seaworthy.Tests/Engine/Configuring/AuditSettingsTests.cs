using Seaworthy.Engine;
using Seaworthy.Engine.Configuring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Seaworthy.Tests.Engine.Suppressing;
using Xunit;

namespace Seaworthy.Tests.Engine.Configuring;

public sealed class AuditSettingsTests
{
    [Theory]
    [InlineData("rules: {files/duplicate-key: off}", "^The configuration turns off files/duplicate-key[.]$")]
    [InlineData("paths: {exclude: ['*.yaml']}", "^The configuration leaves out [1-9] findings? below excluded paths[.]$")]
    public void What_is_taken_out_is_told(string settings, string told)
    {
        var report = Audited.Run(Audited.Compose(), settings);

        Assert.Empty(report.Duplicates());
        Assert.Matches(told, Assert.Single(report.Told(DiagnosticKind.FindingsLeftOut)));
    }

    [Fact]
    public void An_area_that_is_off_is_not_asked()
    {
        var report = Audited.Run(Audited.Compose(), "areas: {secrets: off}");

        Assert.DoesNotContain(report.Rules, rule => rule.Rule.Area == Area.Secrets);
        Assert.Single(report.Duplicates());
        Assert.Equal(["The configuration turns off the area secrets."], report.Told(DiagnosticKind.FindingsLeftOut));
    }

    [Theory]
    [InlineData("low", GateLevel.Low, true)]
    [InlineData("low", GateLevel.Medium, false)]
    [InlineData("critical", GateLevel.Critical, true)]
    public void A_severity_decides_at_the_gate(string severity, GateLevel level, bool closes)
    {
        var report = Audited.Run(Audited.Compose(), $"rules: {{files/duplicate-key: {{severity: {severity}}}}}");

        Assert.Equal(closes, report.Findings.Any(new Gate(level).IsClosedBy));
        Assert.Equal(severity, Assert.Single(report.Duplicates()).Severity.ToString().ToLowerInvariant());
    }

    [Fact]
    public void Files_below_excluded_paths_are_joined_all_the_same()
    {
        MemoryFile compose = new("compose.yaml", "services:\n  api:\n    build: ./legacy\n");
        MemoryFile dockerfile = new("legacy/Dockerfile", "FROM alpine:3.22\nCOPY absent.txt /\n");
        MemoryFile settings = new("seaworthy.yaml", "paths: {exclude: [legacy]}\n");

        var report = Audited.Run([compose, dockerfile, settings]);

        Assert.DoesNotContain(report.Findings, finding => finding.Primary.Span.File.Path.StartsWith("legacy/", StringComparison.Ordinal));
        // What compose names is there: were the file not read, this would fail.
        Assert.DoesNotContain(report.With(Outcome.Fail), finding => finding.Rule.Id == "containers/dockerfile-missing");
        Assert.Contains(report.With(Outcome.Pass), finding => finding.Rule.Id == "containers/dockerfile-missing");
    }

    [Theory]
    [InlineData("seaworthy.yaml")]
    [InlineData("seaworthy.yml")]
    [InlineData(".seaworthy.yaml")]
    [InlineData(".seaworthy.yml")]
    public void It_is_found_at_the_root_alone(string name)
    {
        Assert.Equal(GateLevel.Low, In(new MemoryFile(name, "gate: low")).Gate);
        Assert.Null(In(new MemoryFile("sub/" + name, "gate: low")).Gate);
    }

    [Fact]
    public void Of_two_files_none_is_taken()
    {
        var settings = In(new MemoryFile("seaworthy.yaml", "gate: low"), new MemoryFile(".seaworthy.yml", "gate: high"));

        Assert.Null(settings.Gate);
        Assert.Contains("keep one", Assert.Single(settings.Faults).Message, StringComparison.Ordinal);
    }

    private static AuditSettings In(params IReadOnlyList<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);
        return SettingsReading.In(repository, repository.List().Tree);
    }
}
