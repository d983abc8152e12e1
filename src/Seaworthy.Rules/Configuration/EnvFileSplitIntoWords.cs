using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A script exports a file of variables word by word, and a value of it has several words.</summary>
internal sealed class EnvFileSplitIntoWords : Rule<EnvExport>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/env-file-split-into-words",
            Title = "Variables file that the shell splits into words",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale =
                "The shell splits the text at every blank, quotes or not: a value loses all but its first word, and a word that is no name ends the command with an error.",
            Holds = "Every value of the file is one word.",
        };

    public override IEnumerable<EnvExport> Subjects(Deployment deployment) => deployment.All<EnvExport>();

    protected override Subject Identify(EnvExport subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(EnvExport subject, Deployment deployment)
    {
        if (subject is { Cut.Count: 0, RefusedAt: null })
        {
            yield break;
        }

        var names = string.Join(", ", subject.Cut.Take(3).Select(entry => entry.Name.Value)) + (subject.Cut.Count > 3 ? ", …" : "");
        var what = $"{subject.Subject} exports {subject.File.File.Path} word by word";
        var verdict =
            subject is { RefusedAt: not null, StopsScript: true, IsConditional: false }
                ? Fail(
                    subject.Span,
                    subject.Cut.Count > 0
                        ? $"{what}, and {names} has several, one of which is no name: `export: not a valid identifier`, and the script ends there."
                        : $"{what}, its comments too, and their sign is no name: `export: not a valid identifier`, and the script ends there."
                )
            : subject.Cut.Count > 0
                ? Warn(subject.Span, $"{what}, and {names} has several: all but the first are lost.").As(Severity.Medium)
            : Warn(subject.Span, $"{what}, its comments too: each ends with an error, and the rest is set.").As(Severity.Low);
        yield return verdict
            .Related(subject.RefusedAt)
            .Related(subject.Cut.Select(entry => entry.Span))
            .Remedy(
                $"Let the shell read the file: `set -a; . ./{subject.File.File.Name}; set +a` in {subject.Span}, with the values in quotes."
            )
            .VerifyGone();
    }
}
