using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A template of a Helm chart takes a value that no file of values defines.</summary>
internal sealed class ChartValueUndefined : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/chart-value-undefined",
            Title = "Value that the chart does not define",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale = "The template renders an empty text in its place, or does not render at all.",
            Holds = "Every value that the templates take is defined.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.HelmValue];

    // One name, in however many templates, is mended in one place.
    protected override object Cause(NameUse use) => (use.Role, use.Name, use.In);

    protected override string Message(NameUse use) =>
        $"A template takes .Values.{use.Name}, which {use.In} does not define{(use.Related is { } sibling ? $"; it defines {sibling.Text.Trim()} there" : "")}.";

    protected override string Remedy(NameUse use) => $"Define {use.Name} in {use.In}, or take a value that is there in {use.Span}.";

    protected override CommandText Check(NameUse use) => $"helm template {use.In[..Math.Max(1, use.In.LastIndexOf('/'))]}";
}
