using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>The question of every capability: does it exist? A missing safeguard contradicts nothing, so there is no FAIL.</summary>
internal abstract class CapabilityRule : Rule<Capability>
{
    private const int MostPlaces = 4;
    private const int MostNames = 3;

    protected abstract CapabilityKind Kind { get; }

    public override IEnumerable<Capability> Subjects(Deployment deployment) =>
        deployment.Capabilities.Where(capability => capability.Kind == Kind);

    protected override Subject Identify(Capability subject) => new(subject.About, subject.Place);

    protected override IEnumerable<Verdict> Check(Capability subject, Deployment deployment)
    {
        yield return subject.Level switch
        {
            CapabilityLevel.Present => Pass(subject.Evidence[0].Span, $"{Info.Holds} Shown by {Names(subject.Evidence)}.")
                .Related(subject.Evidence.Skip(1).Take(MostPlaces).Select(shown => shown.Span)),
            CapabilityLevel.Unknown => Unknown(
                subject.Place,
                $"Unknown {char.ToLowerInvariant(Doubt[0])}{Doubt[1..]}: {subject.UnknownBecause}."
            ),
            _ => Remedied(subject, deployment),
        };
    }

    /// <summary>As the beginning of a sentence: <c>Whether data is copied away</c>.</summary>
    protected abstract string Doubt { get; }

    /// <summary>What is missing, which part needs it, and where the audit looked.</summary>
    protected abstract string Absent(Capability capability, Deployment deployment);

    /// <summary>Which part exists, and which is missing.</summary>
    protected virtual string Partial(Capability capability, Deployment deployment) => Absent(capability, deployment);

    protected abstract string Remedy(Capability capability);

    /// <summary>A command that shows it once it exists.</summary>
    protected abstract CommandText Check(Capability capability);

    /// <summary>Lower for a repository that nobody deploys yet, and for a capability that exists in part.</summary>
    protected virtual Severity Weigh(Capability capability, Deployment deployment) =>
        capability.Level == CapabilityLevel.Partial || !deployment.Scale.IsDeployed ? Severity.Low : Info.Severity;

    /// <summary>Some of the names, and how many more there are.</summary>
    protected static string Names(IReadOnlyList<Fact<string>> facts) =>
        NameList.Of([.. facts.Select(fact => fact.Value).Distinct(StringComparer.Ordinal)], MostNames);

    private Verdict Remedied(Capability subject, Deployment deployment) =>
        Warn(subject.Place, subject.Level == CapabilityLevel.Partial ? Partial(subject, deployment) : Absent(subject, deployment))
            .As(Weigh(subject, deployment))
            .Related(subject.Evidence.Take(MostPlaces).Select(shown => shown.Span))
            .Related(subject.Wanting.Where(IsShown).Take(MostPlaces).Select(wanting => wanting.Span))
            .Remedy(Remedy(subject))
            .Verify(Check(subject));

    // A file that was not read has no line to quote.
    private static bool IsShown(Fact<string> wanting) => !wanting.Span.File.IsEmpty;
}
