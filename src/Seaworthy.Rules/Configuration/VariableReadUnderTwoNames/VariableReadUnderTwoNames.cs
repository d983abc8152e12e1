using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>Two places of one component read the same variable under two names: setting one leaves the other unset.</summary>
internal sealed class VariableReadUnderTwoNames : Rule<Component>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/variable-read-under-two-names",
            Title = "Inconsistent variable name",
            Area = Area.Configuration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale = "Setting one of the names configures half of the program; the other half falls back to its default.",
            Holds = "The component reads the variable under one name.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<TwoNames>(TwoNamesLinker.Link)];

    public override IEnumerable<Component> Subjects(Deployment deployment) =>
        deployment.Components.Where(component => component.Code.Any(file => file.EnvironmentReads.Count > 0));

    protected override Subject Identify(Component subject) =>
        new(subject.Name, subject.Code.SelectMany(file => file.EnvironmentReads).First().Span);

    protected override IEnumerable<Verdict> Check(Component subject, Deployment deployment) =>
        deployment
            .All<TwoNames>()
            .Where(pair => pair.Component == subject)
            .Select(pair =>
                Warn(
                        pair.One.Span,
                        $"{subject.Name} reads {pair.One.Name} here and {pair.Other.Name} in {pair.Other.Span}, most likely the same value."
                    )
                    .On(pair.One.Name)
                    .Related(pair.Other.Span)
                    .Remedy($"Read one name in both places, `{pair.One.Name}` or `{pair.Other.Name}`, and set that one.")
                    .VerifyOneGone()
            );
}
