using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A public image is configured with variables for another image or an earlier release.</summary>
internal sealed class VariableOfAnotherImage : Rule<Workload>
{
    private const int MostNames = 2;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/variable-of-another-image",
            Title = "Variable for another image",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale = "The program ignores the settings or does not start, and no error explains it.",
            Holds = "No variable is meant for another image.",
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
            // A shared file of variables also contains those of other programs.
            if (
                !given.Exists(variable => variable.Span.File == subject.Span.File && foreign.IsDecisive(variable.Name))
                || IsConfiguredOtherwise(subject, foreign)
            )
            {
                continue;
            }

            var names = given.Select(variable => variable.Name).Distinct(StringComparer.Ordinal).ToList();
            var message =
                $"{subject.Name} sets {NameList.Of(names, MostNames)} for {foreign.Of}, but `{subject.Reference?.Value.Text}` ignores {(names.Count == 1 ? "it" : "them")} and {foreign.Consequence}";
            yield return subject.SuppliesMoreBecause is { } why
                ? Unknown(given[0].Span, $"{message}. Unknown whether other settings replace {(names.Count == 1 ? "it" : "them")}: {why}.")
                : Fail(given[0].Span, $"{message}.")
                    .Related(subject.Reference?.Span)
                    .Related(given.Skip(1).Select(variable => variable.Span))
                    .Remedy($"Set {string.Join(", ", foreign.Instead)} instead in {given[0].Span.File.Path}.")
                    .VerifyAllGone();
        }
    }

    /// <summary>The right variable, a command option or a file configures it: the leftover variables are harmless.</summary>
    private static bool IsConfiguredOtherwise(Workload workload, ForeignVariables foreign) =>
        workload.Supplied.Any(variable => foreign.Instead.Any(name => variable.Name.StartsWith(name, StringComparison.Ordinal)))
        || (workload.Start?.Commands ?? [])
            .SelectMany(command => command.Words)
            .Any(word => foreign.Options.Any(option => word.Raw.StartsWith(option, StringComparison.Ordinal)))
        || workload.Mounts.Any(mount => foreign.Directories.Any(directory => mount.Path.StartsWith(directory, StringComparison.Ordinal)));
}
