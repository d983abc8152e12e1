using Seaworthy.Engine;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Judging;

/// <summary>What is no more than likely is not decided where nobody may ever run it; a secret is given away anywhere.</summary>
public sealed class SidePlacesTests
{
    private const string Service = "services:\n  api:\n    image: example/api\n";

    [Theory]
    [InlineData("compose.yaml", Outcome.Warn)]
    [InlineData("examples/compose.yaml", Outcome.Unknown)]
    [InlineData("tests/compose.yaml", Outcome.Unknown)]
    public void A_warning_is_undecided_where_things_are_tried(string path, Outcome expected)
    {
        using MemoryRepository repository = new([new MemoryFile(path, Service)]);

        var finding = Audit.Run(repository).Findings.Single(finding => finding.Rule.Id == "containers/unpinned-image");

        Assert.Equal(expected, finding.Verdict.Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("deploy/")]
    [InlineData("templates/shop/")]
    public void The_templates_of_a_chart_are_no_samples(string chart)
    {
        using MemoryRepository repository = new([
            new MemoryFile($"{chart}Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n"),
            new MemoryFile($"{chart}values.yaml", "image: example/api\n"),
            new MemoryFile(
                $"{chart}templates/api.yaml",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: api}\nspec: {containers: [{name: api, image: {{ .Values.image }}}]}\n"
            ),
        ]);

        var finding = Audit.Run(repository).Findings.Single(finding => finding.Rule.Id == "containers/unpinned-image");

        Assert.Equal(Outcome.Warn, finding.Verdict.Outcome);
    }

    [Theory]
    [InlineData("prod.env", Outcome.Fail)]
    [InlineData("prod.old.env", Outcome.Fail)]
    [InlineData("archive/prod.env", Outcome.Fail)]
    public void A_secret_of_an_old_file_is_as_grave_as_any(string path, Outcome expected)
    {
        using MemoryRepository repository = new([
            new MemoryFile(path, "STRIPE_SECRET_KEY=" + "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc\n"),
            new MemoryFile("compose.yaml", Service),
        ]);

        var finding = Audit
            .Run(repository)
            .Findings.First(finding => finding.Rule.Area == Area.Secrets && finding.Verdict.Locations[0].Span.File.Path == path);

        Assert.Equal((expected, Severity.Critical), (finding.Verdict.Outcome, finding.Verdict.Severity));
    }
}
