using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A public image is configured with variables that another image, or an earlier release, reads and this one does not.</summary>
internal sealed class VariableOfAnotherImage : Rule<Workload>
{
    private const int MostNames = 4;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/variable-of-another-image",
            Title = "Variable that another image reads",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale = "The program runs as if nothing had been said, or does not start, and nothing in the file shows why.",
            Holds = "The image is given no variables of another one.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload => workload.RunsKnownServer && workload.Public?.Foreign.Count > 0)
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        foreach (var foreign in subject.Public?.Foreign ?? [])
        {
            var given = subject.Supplied.Where(variable => foreign.Has(variable.Name)).ToList();
            // A file of variables that is given to everything speaks of other programs too.
            if (
                !given.Exists(variable => variable.Span.File == subject.Span.File && foreign.IsDecisive(variable.Name))
                || IsToldOtherwise(subject, foreign)
            )
            {
                continue;
            }

            var names = given.Select(variable => variable.Name).Distinct(StringComparer.Ordinal).ToList();
            var message =
                $"{subject.Name} is given {NameList.Of(names, MostNames)}, which {(names.Count == 1 ? "is a variable" : "are variables")} of {foreign.Of}: {subject.Reference?.Value.Text} does not read {(names.Count == 1 ? "it" : "them")}, {foreign.Consequence}";
            yield return subject.SuppliesMoreBecause is { } why
                ? Unknown(given[0].Span, $"{message}, unless it is told otherwise: {why}.")
                : Fail(given[0].Span, $"{message}.")
                    .Related(subject.Reference?.Span)
                    .Related(given.Skip(1).Select(variable => variable.Span))
                    .Remedy($"Give it {string.Join(", ", foreign.Instead)} instead, in {given[0].Span.File.Path}.")
                    .VerifyAllGone();
        }
    }

    /// <summary>By the right variable, an option of its command, or a file: what is left over does no harm.</summary>
    private static bool IsToldOtherwise(Workload workload, ForeignVariables foreign) =>
        workload.Supplied.Any(variable => foreign.Instead.Any(name => variable.Name.StartsWith(name, StringComparison.Ordinal)))
        || (workload.Start?.Commands ?? [])
            .SelectMany(command => command.Words)
            .Any(word => foreign.Options.Any(option => word.Raw.StartsWith(option, StringComparison.Ordinal)))
        || workload.Mounts.Any(mount => foreign.Directories.Any(directory => mount.Path.StartsWith(directory, StringComparison.Ordinal)));
}
