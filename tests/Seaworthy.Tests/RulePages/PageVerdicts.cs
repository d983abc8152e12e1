using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Judging.Scoping;
using Seaworthy.Model.Source;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.RulePages;

/// <summary>What a rule says of the small repositories of its page.</summary>
internal static class PageVerdicts
{
    public static IReadOnlyList<PageSection> SectionsOf(Rule rule) =>
        [
            .. ((string?[])[ChosenPage.Read(rule), ChosenPage.Cases(rule)])
                .OfType<string>()
                .SelectMany(page => PageReader.Read(page).Sections),
        ];

    public static IReadOnlyList<Verdict> Of(Rule rule, PageSection section)
    {
        using MemoryRepository repository = new(section.Files);
        var reading = new DeploymentReader(ofRules: AllRules.List.SelectMany(each => each.Relations)).Read(repository);
        Assert.DoesNotContain(reading.Diagnostics, diagnostic => diagnostic.Kind != DiagnosticKind.FilesPassedOver);
        ScopeWeights scopes = new(reading.Deployment, AuditSettings.None, trusted: null);
        return
        [
            .. rule.Judge(reading.Deployment)
                .Select(verdict => verdict.Outcome is Outcome.Fail or Outcome.Warn ? scopes.Weigh(verdict) : verdict),
        ];
    }
}
