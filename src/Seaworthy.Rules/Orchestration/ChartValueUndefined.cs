using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A template of a Helm chart takes a value that no file of values defines.</summary>
internal sealed class ChartValueUndefined : MissingNameRule
{
    private const int Named = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/chart-value-undefined",
            Title = "Value that the chart does not define",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The template renders an empty text in its place, or does not render at all.",
            Holds = "Every value that the templates take is defined.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.HelmValue];

    // What one file of values lacks is added to it in one go; a slip in a name is mended by itself.
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
        var names = uses.Select(use => $".Values.{use.Name}").Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 1 ? Message(uses[0]) : $"Templates take {NameList.Of(names, Named)}, which {uses[0].In} does not define.";
    }

    // Whoever installs a chart may give values of their own; that a value of almost this name is there tells of a slip.
    protected override bool IsCertain(NameUse use) => base.IsCertain(use) && use.Related is not null;

    protected override string Message(NameUse use) =>
        $"A template takes .Values.{use.Name}, which {use.In} does not define{(use.Related is { } sibling ? $"; it defines {sibling.Written} there" : "")}.";

    protected override string Remedy(NameUse use) => $"Define {use.Name} in {use.In}, or take a value that is there in {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        $"helm template {use.In[..Math.Max(1, use.In.LastIndexOf('/'))]}";
}
