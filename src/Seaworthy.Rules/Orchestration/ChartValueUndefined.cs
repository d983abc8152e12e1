using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A Helm template uses a value that no values file defines.</summary>
internal sealed class ChartValueUndefined : MissingNameRule
{
    private const int Named = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/chart-value-undefined",
            Title = "Undefined Helm value",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The template renders an empty string instead, or does not render at all.",
            Holds = "Every value that the templates use is defined.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.HelmValue];

    // All values that one file lacks are one fix; a misspelled name is a fix of its own.
    protected override object Cause(NameUse use) =>
        new
        {
            use.Role,
            Name = use.IsMissing && use.Related is null ? "" : use.Name,
            use.In,
            IsCertain = !use.IsMissing || IsCertain(use),
        };

    protected override string Message(IReadOnlyList<NameUse> uses)
    {
        var names = uses.Select(use => $"`.Values.{use.Name}`").Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 1 ? Message(uses[0]) : $"Templates use {NameList.Of(names, Named)}, but {uses[0].In} does not define them.";
    }

    // Users of a chart may set their own values; a value with almost the same name means a misspelling.
    protected override bool IsCertain(NameUse use) => base.IsCertain(use) && use.Related is not null;

    protected override string Message(NameUse use) =>
        $"A template uses `.Values.{use.Name}`, but {use.In} does not define it{(use.Related is { } sibling ? $"; it defines `{sibling.Written}`" : "")}.";

    protected override string Remedy(NameUse use) => $"Define `{use.Name}` in {use.In}, or use a defined value in {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        $"helm template {use.In[..Math.Max(1, use.In.LastIndexOf('/'))]}";
}
